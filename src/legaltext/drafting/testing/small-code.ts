/** A small code, what operations make of it, and a text as one line, so that a test reads as a sentence. */
import { Draft } from '../../draft.ts';
import type { Operation } from '../../operation.ts';
import type { FailureReason } from '../../operation-failure.ts';
import { Provision, type ProvisionId } from '../../provision.ts';
import { provision, version } from '../../testing/builders.ts';
import { Text } from '../../text.ts';

/** Numbers and words, level by level, as one line: `1 One. [(a) A. (b) B.]`. */
export const line = (at: Provision): string => {
  const own = [at.number, at.heading.words, at.text.words].filter((each) => each !== '').join(' ');
  const under = at.children.length === 0 ? '' : `[${at.children.map(line).join(' | ')}]`;
  return [own, under, at.tail.words].filter((each) => each !== '').join(' ');
};

export const CODE = version(
  provision('1', 'Each Party shall pay.', provision('(a)', 'on time;'), provision('(b)', 'in full.')),
  provision('2', 'Terms.', provision('(a)', 'Party means any party.')),
  provision('3', 'Words and words and words.'),
);

/** The code after these operations, or why the first that fails does. */
export const after = (...operations: readonly Operation[]): string | FailureReason => {
  const draft = new Draft(CODE);
  for (const operation of operations) {
    const failure = draft.apply(operation);
    if (failure !== null) return failure.reason;
  }
  return line(draft.top);
};

/** The code as it is. */
export const UNCHANGED =
  '[1 Each Party shall pay. [(a) on time; | (b) in full.] | 2 Terms. [(a) Party means any party.] | 3 Words and words and words.]';

export const paragraph = (id: ProvisionId, number: string, words: string): Provision =>
  new Provision({ id, kind: 'paragraph', number, text: Text.of(words) });
