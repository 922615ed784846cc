/** From bytes to a pack that can be staged: read the file, recognise its records, look for what is odd. No database. */
import type { SourceDocument } from '../formats/document/model.ts';
import { findFindings } from '../formats/pack/findings/find.ts';
import type { Finding } from '../formats/pack/findings/model.ts';
import type { PackKnowledge } from '../formats/pack/knowledge.ts';
import type { PackContents } from '../formats/pack/model.ts';
import { recognisePack } from '../formats/pack/recognise.ts';
import { readDocument } from '../formats/read-document/read-document.ts';
import { problem, type Problem } from '../platform/errors/problem.ts';
import { failed, ok, type Result } from '../values/result.ts';

export interface ReadPack {
  readonly document: SourceDocument;
  readonly contents: PackContents;
  readonly findings: readonly Finding[];
}

/** The thickest packs seen have some 500,000 characters; four times that is no pack. */
const MOST_CHARACTERS = 2_000_000;
/** The longest paragraph or table row seen has under 5,000. */
const LONGEST_LINE = 200_000;

/** Why a text is no pack by its size alone, as the end of a sentence; null when it may be one. */
function tooLongToBeAPack(text: string): string | null {
  if (text.length > MOST_CHARACTERS) {
    return `has ${text.length.toLocaleString('en-GB')} characters; a meeting pack has at most ${MOST_CHARACTERS.toLocaleString('en-GB')}. Split it, and read the parts in one by one.`;
  }
  let start = 0;
  for (let number = 1; start <= text.length; number += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start > LONGEST_LINE) {
      return `has a line (${number}) of ${(end - start).toLocaleString('en-GB')} characters, so it is probably not a meeting pack. Check that it is the right file, or save it again with its line breaks.`;
    }
    start = end + 1;
  }
  return null;
}

/** Reads a pack; a file that cannot be read, or holds no record at all, is a problem that says what to do. */
export async function readPack(
  bytes: Uint8Array,
  name: string,
  knowledge: PackKnowledge,
): Promise<Result<ReadPack, Problem>> {
  const document = await readDocument(bytes, name);
  if (document.kind === 'failed') return failed(problem('unreadable-file', document.failure.message));
  const tooLong = tooLongToBeAPack(document.value.text);
  if (tooLong !== null) return failed(problem('unreadable-file', `“${name}” ${tooLong}`));
  const contents = recognisePack(document.value, knowledge);
  if (contents.coverage === 0) {
    return failed(
      problem(
        'unreadable-file',
        `“${name}” can be read, but nothing in it looks like a meeting pack: no agenda, no actions, no change rows. ` +
          'Check that it is the right file. A pack is recognised by its tables and headings.',
      ),
    );
  }
  return ok({ document: document.value, contents, findings: findFindings(document.value, contents, knowledge) });
}
