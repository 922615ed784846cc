import { provisionsUnder } from '../../legaltext/provision.ts';
import type { ExitCode } from '../outcome.ts';
import { readVersions } from './texts.ts';
import { say } from './say.ts';

/** One line a file: the hash, then its name. Equal hashes mean equal texts, whatever form each was read from. */
export async function hash(
  names: readonly string[],
  options: { readonly style?: string; readonly json?: boolean },
): Promise<ExitCode> {
  for (const { input, format, version } of await readVersions(names, options.style)) {
    let provisions = 0;
    for (const each of provisionsUnder(version.root)) if (each !== version.root) provisions += 1;
    say(
      options.json === true
        ? JSON.stringify({ file: input.name, format, hash: version.hash, provisions })
        : `${version.hash}  ${input.name}`,
    );
  }
  return 0;
}
