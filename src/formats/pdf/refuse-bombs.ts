import { inflateSync } from 'node:zlib';
import { stop } from '../document/failure.ts';
import { sizeInWords, type Deadline, type ReadLimits } from '../document/limits.ts';

const STREAM = new TextEncoder().encode('stream');

/** How often one stream may be packed inside another; honest programs pack once. */
const MOST_LAYERS = 3;

/** The first byte of a zlib stream with deflate and a window of 32 kB, as PDF programs write it. */
const isZlib = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x78 && (((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0)) % 31 === 0;

function startsStream(bytes: Buffer, at: number): number {
  const after = at + STREAM.length;
  if (bytes[after] === 0x0d && bytes[after + 1] === 0x0a) return after + 2;
  return bytes[after] === 0x0a || bytes[after] === 0x0d ? after + 1 : -1;
}

/** The unpacked bytes, up to `most`; undefined where there are more. What is broken counts as nothing: pdf.js stops there too. */
function unpack(packed: Uint8Array, most: number): Uint8Array | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    return new Uint8Array();
  }
}

/**
 * Stops the reading of a PDF whose packed streams would unpack past the limits. pdf.js unpacks whatever it is given, so the
 * streams are tried here first, each into a bounded buffer that is dropped at once.
 */
export function refuseBombs(file: Uint8Array, limits: ReadLimits, deadline: Deadline): void {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let left = limits.expandedBytes * 2; // pictures are streams as well, and count here
  for (let at = bytes.indexOf(STREAM); at >= 0; at = bytes.indexOf(STREAM, at + STREAM.length)) {
    const start = startsStream(bytes, at);
    if (start < 0 || !isZlib(bytes, start)) continue;
    deadline.check('checking the packed parts of the PDF');
    const end = bytes.indexOf('endstream', start);
    let packed: Uint8Array = bytes.subarray(start, end < 0 ? bytes.length : end);
    for (let layer = 0; layer < MOST_LAYERS && isZlib(packed, 0); layer += 1) {
      const whole = unpack(packed, Math.min(left, limits.partBytes));
      if (whole === undefined)
        stop(
          'zip-bomb',
          `A part of this PDF (at byte ${String(start)}) unpacks to more than ${sizeInWords(Math.min(left, limits.partBytes))}. ` +
            'It was not opened: such a file is usually made to do harm. Save or print it to a new PDF.',
        );
      left -= whole.length;
      packed = whole;
    }
  }
}
