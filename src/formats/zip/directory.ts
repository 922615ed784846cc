import { stop } from '../document/failure.ts';
import type { ReadLimits } from '../document/limits.ts';

/** One file in a zip, as the directory at the zip's end lists it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated' | 'other';
  readonly encrypted: boolean;
  readonly packedBytes: number;
  readonly declaredBytes: number;
  readonly crc: number;
  /** Where its packed bytes are in the zip. */
  readonly start: number;
}

// Signatures and field offsets from PKWARE's APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;

const TRUNCATED =
  'The end of this file is missing, so it cannot be opened. Copy or download it again, or save it again from the program that made it.';

/**
 * Where the end record is: its comment runs exactly to the end of the file, or its directory stands right before it. The
 * second takes in files with bytes added behind; neither is so for the end of a document embedded in a cut file.
 */
function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const runsToEnd = at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength;
    const followsDirectory = view.getUint32(at + 12, true) + view.getUint32(at + 16, true) === at;
    if (runsToEnd || followsDirectory) return at;
  }
  return undefined;
}

function startOfContents(view: DataView, local: number, name: string): number {
  if (local + LOCAL_LENGTH > view.byteLength || view.getUint32(local, true) !== LOCAL_SIGNATURE)
    stop(
      'damaged',
      `The part "${name}" of this file is not where its list of parts says. Save the file again from the program that made it.`,
    );
  return local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

/** Two entries that share packed bytes are how a small zip is made to unpack without end; no honest program writes them. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const byPlace = [...entries].sort((one, other) => one.start - other.start);
  let end = 0;
  for (const entry of byPlace) {
    if (entry.packedBytes > 0 && entry.start < end)
      stop(
        'zip-bomb',
        `The parts of this file overlap (at "${entry.name}"), which no office program writes. It was not opened.`,
      );
    end = Math.max(end, entry.start + entry.packedBytes);
  }
}

/**
 * The entries of the zip in `bytes`. Stops the reading (`ReadStopped`) for a zip without its end, with too many entries,
 * with entries that overlap or lie outside it.
 */
export function readDirectory(bytes: Uint8Array, limits: ReadLimits): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.byteLength < END_LENGTH ? undefined : findEnd(view);
  if (end === undefined) stop('truncated', TRUNCATED);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > limits.entries)
    stop(
      'zip-bomb',
      `This file holds ${String(count)} parts; a document has at most ${String(limits.entries)}. It was not opened. Split it into smaller documents.`,
    );
  if (at === IN_ZIP64 || count === 0xffff)
    stop(
      'too-large',
      'This file is packed in the form meant for files over 4 GB, which is not read here. Save it again as a smaller document.',
    );
  const decoder = new TextDecoder('utf-8');
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) stop('truncated', TRUNCATED);
    const nameLength = view.getUint16(at + 28, true);
    const name = decoder.decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    const method = view.getUint16(at + 10, true);
    const packedBytes = view.getUint32(at + 20, true);
    const declaredBytes = view.getUint32(at + 24, true);
    const local = view.getUint32(at + 42, true);
    if (packedBytes === IN_ZIP64 || declaredBytes === IN_ZIP64)
      stop('too-large', `The part "${name}" is marked as over 4 GB. Save the file again as a smaller document.`);
    const start = startOfContents(view, local, name);
    if (start + packedBytes > view.byteLength) stop('truncated', TRUNCATED);
    entries.push({
      name: name.replaceAll('\\', '/').replace(/^\//u, ''),
      method: method === 0 ? 'stored' : method === 8 ? 'deflated' : 'other',
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packedBytes,
      declaredBytes,
      crc: view.getUint32(at + 16, true),
      start,
    });
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  refuseOverlaps(entries);
  return entries;
}
