import { failed, ok, type Result } from '../../values/result.ts';
import { readAkn } from '../akn/read-akn.ts';
import { refusal, type LegalText, type LegalTextFailure } from './model.ts';

/** The message of the reader names the file and the place again, which are told apart here. */
const withoutPlace = (message: string): string =>
  message.replace(/^.*? could not be read as Akoma Ntoso\. /su, 'This could not be read as Akoma Ntoso. ');

/** Reads an Akoma Ntoso document, with all that it says beside its text. */
export function readAknText(text: string): Result<LegalText, LegalTextFailure> {
  const read = readAkn(text);
  if (read.kind === 'ok')
    return ok({
      format: 'akn',
      style: null,
      version: read.value.version,
      instruments: [],
      akn: read.value,
      notes: [],
    });
  const { line, column, message } = read.failure;
  const place = line === null ? null : `line ${line}${column === null ? '' : `, column ${column}`}`;
  return failed(refusal(withoutPlace(message), place));
}
