import { stop, type ReadFailureKind } from '../document/failure.ts';
import { attribute, childrenOf } from '../xml/element.ts';
import type { OfficePackage } from '../office/package.ts';
import type { ZipArchive } from '../zip/open-zip.ts';

/** What the first bytes of a file say it is. */
export type Container = 'pdf' | 'zip' | 'text';

const startsWith = (bytes: Uint8Array, ...codes: readonly number[]): boolean =>
  codes.every((code, index) => bytes[index] === code);

const latin1 = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.subarray(start, end)).toString('latin1');

/** Names inside an OLE compound file, which keeps them in UTF-16 (MS-CFB 2.6.1). */
const holdsName = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));

/** The forms an older or locked office file takes, with what to do about each. */
function refuseCompoundFile(bytes: Uint8Array): never {
  if (holdsName(bytes, 'EncryptedPackage') || holdsName(bytes, 'EncryptionInfo'))
    stop(
      'password',
      'This document is locked with a password. Open it in Word or PowerPoint, remove the password (File, Info, Protect), save it, and use the saved file.',
    );
  if (holdsName(bytes, 'PowerPoint Document'))
    stop(
      'wrong-kind',
      'This is a presentation in the old .ppt form. Open it in PowerPoint and save it as .pptx or .pdf.',
    );
  if (holdsName(bytes, 'WordDocument'))
    stop('wrong-kind', 'This is a document in the old .doc form. Open it in Word and save it as .docx or .pdf.');
  if (holdsName(bytes, 'Workbook') || holdsName(bytes, 'Book'))
    stop(
      'wrong-kind',
      'This is a spreadsheet in the old .xls form. Save the document it belongs to as .docx, .pptx or .pdf, or copy the table into a .txt file.',
    );
  if (holdsName(bytes, '__substg1.0'))
    stop('wrong-kind', 'This is an e-mail message. Save the pack attached to it and use that.');
  stop('wrong-kind', 'This is an office file in an old form. Save it as .docx, .pptx or .pdf.');
}

const PICTURE =
  'This is a picture, and words in pictures are not read. Use the document it was made from (.pptx, .docx, .pdf or .txt).';
const ARCHIVE = 'This is an archive of files. Unpack it, and use the document inside (.pptx, .docx, .pdf or .txt).';

/** First bytes of what is known but not read, from the formats' own descriptions. */
const REFUSED: readonly {
  readonly codes: readonly number[];
  readonly kind: ReadFailureKind;
  readonly message: string;
}[] = [
  { codes: [0x89, 0x50, 0x4e, 0x47], kind: 'unknown-format', message: PICTURE },
  { codes: [0xff, 0xd8, 0xff], kind: 'unknown-format', message: PICTURE },
  { codes: [0x47, 0x49, 0x46, 0x38], kind: 'unknown-format', message: PICTURE },
  { codes: [0x49, 0x49, 0x2a, 0x00], kind: 'unknown-format', message: PICTURE },
  { codes: [0x4d, 0x4d, 0x00, 0x2a], kind: 'unknown-format', message: PICTURE },
  { codes: [0x52, 0x49, 0x46, 0x46], kind: 'unknown-format', message: PICTURE },
  { codes: [0x1f, 0x8b], kind: 'wrong-kind', message: ARCHIVE },
  { codes: [0x37, 0x7a, 0xbc, 0xaf], kind: 'wrong-kind', message: ARCHIVE },
  { codes: [0x52, 0x61, 0x72, 0x21], kind: 'wrong-kind', message: ARCHIVE },
  {
    codes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    kind: 'wrong-kind',
    message: 'This is a document in the RTF form. Open it in Word and save it as .docx or .pdf.',
  },
];

/** Where a PDF may start: some programs put a few bytes before its mark (ISO 32000-1, annex H, note 13). */
const PDF_MARK_WITHIN = 1024;

/**
 * What `bytes` are, by content. Stops the reading (`ReadStopped`) for formats that are known but not read, saying what to
 * save them as.
 */
export function recogniseContainer(bytes: Uint8Array): Container {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) refuseCompoundFile(bytes);
  for (const { codes, kind, message } of REFUSED) if (startsWith(bytes, ...codes)) stop(kind, message);
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return 'zip';
  const head = latin1(bytes, 0, PDF_MARK_WITHIN);
  const mark = head.indexOf('%PDF-');
  // A text may speak of the mark; it stands at the start of a line in a PDF, with binary or nothing before it.
  if (mark === 0 || (mark > 0 && !/^[\t\r\n -~]*$/u.test(head.slice(0, mark)))) return 'pdf';
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html[\s>])/iu.test(head))
    stop(
      'wrong-kind',
      'This is a web page. Open it in a browser and print it to a PDF, or copy its words into a .txt file.',
    );
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<\?xml\s/iu.test(head))
    stop(
      'wrong-kind',
      'This is an XML file, which is not read as a pack. Open it in Word and save it as .docx or .pdf.',
    );
  return 'text';
}

/** What kind of office document a zip holds, and the part it starts in. */
export interface OfficeKind {
  readonly format: 'docx' | 'pptx';
  readonly main: string;
}

const SPREADSHEET =
  'This is a spreadsheet. Save the document it belongs to as .docx, .pptx or .pdf, or copy the table into a .txt file.';

function contentType(office: OfficePackage, part: string): string {
  const types = childrenOf(office.part('[Content_Types].xml'), 'Override');
  const own = types.find((type) => attribute(type, 'PartName')?.toLowerCase() === `/${part.toLowerCase()}`);
  return attribute(own, 'ContentType') ?? '';
}

/** What the zip holds, by what its parts say they are. Stops the reading for zips that are no Word or PowerPoint file. */
export function recogniseOffice(archive: ZipArchive, office: OfficePackage): OfficeKind {
  const main = office.related('', 'officeDocument');
  if (main !== undefined) {
    const type = contentType(office, main);
    if (type.includes('presentationml') || main.startsWith('ppt/')) return { format: 'pptx', main };
    if (type.includes('wordprocessingml') || main.startsWith('word/')) return { format: 'docx', main };
    if (type.includes('spreadsheetml') || main.startsWith('xl/')) stop('wrong-kind', SPREADSHEET);
  }
  const names = new Set(archive.names.map((name) => name.toLowerCase()));
  if (names.has('mimetype') && names.has('content.xml'))
    stop(
      'wrong-kind',
      'This is an OpenDocument file. Open it in the program that made it and save it as .docx, .pptx or .pdf.',
    );
  if (names.has('encryptedpackage'))
    stop('password', 'This document is locked with a password. Remove the password and save it again.');
  if (main !== undefined || names.has('[content_types].xml'))
    stop(
      'damaged',
      'This office file does not say what it is: its main part is missing. Open it in Word or PowerPoint, let it repair the file, and save it again.',
    );
  stop('wrong-kind', ARCHIVE);
}
