/** Other codes that a text cites, or that cite it. */
import { styleOfText } from '../../formats/legal-text/house-style.ts';
import { wayInWords } from '../../legaltext/place-in-words.ts';
import type { LeaningCode } from '../../legaltext/collide/read-knowledge.ts';
import { CommandFailure } from '../outcome.ts';
import { readVersions } from './texts.ts';

/** `BSC,Balancing Code`: names, the usual one first. */
export const namesIn = (given: string): readonly string[] =>
  given
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** `BSC=bsc.xml`: by which names a text cites another code, and the file that has it. */
async function otherCode(given: string): Promise<LeaningCode> {
  const [, names = '', name] = /^([^=]+)=(.+)$/su.exec(given) ?? [];
  const [document, ...more] = namesIn(names);
  if (document === undefined || name === undefined)
    throw new CommandFailure(
      `--also ${given}: Give the name by which the text cites the other code, and its file, as in --also BSC=bsc.xml.`,
    );
  const [file] = await readVersions([name], undefined);
  if (file === undefined) throw new Error('One file was read, and there is none.');
  return { document, names: [document, ...more], version: file.version, style: styleOfText(file), cite: wayInWords };
}

/** The codes that `--also` gives. */
export async function otherCodes(given: readonly string[]): Promise<readonly LeaningCode[]> {
  const codes: LeaningCode[] = [];
  for (const each of given) codes.push(await otherCode(each));
  return codes;
}
