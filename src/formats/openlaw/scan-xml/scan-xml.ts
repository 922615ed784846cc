import { failed, ok, type Result } from '../../../values/result.ts';
import { Refused } from './refused.ts';
import { Scanner } from './scanner.ts';
import type { XmlElement } from './xml-element.ts';

/**
 * A lean reader of the publisher's XML. The general reader (`formats/xml`, on saxes) is right for a document that a person
 * brings; a code comes in tens of thousands of files, and reading them is most of the work of a replay. This one walks a
 * string of bytes once, finds the next `<` with the string's own search, remembers what names come to, and makes one small
 * object per element. White space is evened out on the way, which every reader of this format would have to do, and
 * elements that nobody asks for are checked but not made. It is strict all the same: what is not well-formed is refused
 * with its file and line, entities other than XML's five and character references are refused, a document type is
 * refused, and depth is bounded. Its measure, and what it was chosen over, is ADR 23.
 */

/** Why a file is not read: a sentence for whoever brought it, and where. */
export interface XmlRefusal {
  readonly kind: 'xml-refusal';
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/**
 * The element of an XML file in UTF-8, or why it is not read. `bytes` are looked at during the call only;
 * `file` is for the message. Linear in their number.
 */
export function scanXmlBytes(bytes: Buffer, file: string): Result<XmlElement, XmlRefusal> {
  const scanner = new Scanner(bytes);
  try {
    return ok(scanner.read());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const line = scanner.lineOf(error);
    return failed({
      kind: 'xml-refusal',
      file,
      line,
      message: `${file}, line ${String(line)}: this is not well-formed XML. ${error.message}`,
    });
  }
}

/** The same for text that has been decoded already. */
export const scanXml = (text: string, file: string): Result<XmlElement, XmlRefusal> =>
  scanXmlBytes(Buffer.from(text, 'utf8'), file);
