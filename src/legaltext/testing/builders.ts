import { Provision } from '../provision.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';

/**
 * Tiny builders, so that a test reads as a sentence: `version(provision('2', 'Two', provision('2.1', 'Words.')))`. Ids are
 * the numbers on the way down (`2/2.1`) unless a test gives its own.
 */
export function provision(number: string, words: string, ...children: readonly Provision[]): Provision {
  return new Provision({ id: number, kind: 'paragraph', number, text: Text.of(words), children });
}

/** A version of these provisions under one root called `root`. Ids that stand twice get the path to them. */
export function version(...provisions: readonly Provision[]): Version {
  const withPaths = (at: Provision, path: string): Provision => {
    const id = path === '' ? at.id : `${path}/${at.id}`;
    return at.with({ id, children: at.children.map((child) => withPaths(child, id)) });
  };
  const made = Version.of(
    new Provision({ id: 'root', kind: 'code', children: provisions.map((each) => withPaths(each, '')) }),
  );
  if (made.kind === 'failed') throw new Error(made.failure.message);
  return made.value;
}
