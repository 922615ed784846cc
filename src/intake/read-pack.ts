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

/** Reads a pack; a file that cannot be read, or holds no record at all, is a problem that says what to do. */
export async function readPack(
  bytes: Uint8Array,
  name: string,
  knowledge: PackKnowledge,
): Promise<Result<ReadPack, Problem>> {
  const document = await readDocument(bytes, name);
  if (document.kind === 'failed') return failed(problem('unreadable-file', document.failure.message));
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
