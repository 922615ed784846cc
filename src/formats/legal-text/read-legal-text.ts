import { failed, type Result } from '../../values/result.ts';
import { ReadStopped } from '../document/failure.ts';
import { recogniseContainer } from '../read-document/recognise-format.ts';
import { decodeText } from '../text/decode.ts';
import { asAdviceForCodes } from './advice.ts';
import { refusal, type LegalText, type LegalTextFailure } from './model.ts';
import { recogniseWords } from './recognise.ts';

/** What the first bytes say. XML is words here, though no pack is. What is known but not read at all has its sentence. */
function containerOf(bytes: Uint8Array): 'zip' | 'words' | LegalTextFailure {
  if (/^(?:\u00ef\u00bb\u00bf)?\s*</u.test(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'))) return 'words';
  try {
    const container = recogniseContainer(bytes);
    if (container === 'zip') return 'zip';
    if (container === 'text') return 'words';
    return refusal(
      'This is a PDF, which keeps lines but not paragraphs. Use the document it was made from (Word, XML or plain text).',
    );
  } catch (error) {
    if (error instanceof ReadStopped) return refusal(asAdviceForCodes(error.failure.message));
    throw error;
  }
}

/**
 * Reads a file of legal text: Pandect's own JSON, Akoma Ntoso, Open Law Library XML, Markdown, plain text or Word. What it
 * is, its content says. `name` is what messages and unnamed instruments call it; `style` the house style of a plain text,
 * which is found out where none is given.
 *
 * Nothing in a file makes this throw: one that cannot be read is a failure with the place and what to do.
 */
export async function readLegalText(
  bytes: Uint8Array,
  name: string,
  style: string | null,
): Promise<Result<LegalText, LegalTextFailure>> {
  if (bytes.length === 0) return failed(refusal('This file is empty. Check that it was saved, or copy it again.'));
  const container = containerOf(bytes);
  if (typeof container !== 'string') return failed(container);
  if (container === 'zip') {
    const { readDocxText } = await import('./read-docx.ts');
    return readDocxText(bytes, style);
  }
  const decoded = decodeText(bytes);
  if (decoded.kind === 'failed') return failed(refusal(asAdviceForCodes(decoded.failure.message)));
  const text = decoded.value.text.replace(/^\uFEFF/u, '');
  const format = recogniseWords(text);
  if (typeof format !== 'string')
    return failed(
      refusal(
        `This is ${format.what}. ${format.what.startsWith('a web page') ? 'Copy its words into a plain text file, a paragraph on each line, or choose' : 'Choose'} a text in JSON, Akoma Ntoso, Open Law XML, Markdown, plain text or Word.`,
      ),
    );
  switch (format) {
    case 'json': {
      const { readJson } = await import('./read-json.ts');
      return readJson(text, name);
    }
    case 'akn': {
      const { readAknText } = await import('./read-akn.ts');
      return readAknText(text);
    }
    case 'openlaw': {
      const { readOpenLaw } = await import('./read-openlaw.ts');
      return readOpenLaw(text, name);
    }
    case 'markdown':
    case 'text': {
      const { readWords } = await import('./read-words.ts');
      return readWords(text, format, style);
    }
  }
}
