import { Inflate } from 'fflate';
import { ReadStopped, stop } from '../document/failure.ts';
import { sizeInWords, type Deadline, type ReadLimits } from '../document/limits.ts';
import { crc32 } from './crc.ts';
import { readDirectory, type ZipEntry } from './directory.ts';

/** A zip whose parts are unpacked only when asked for, against one budget. */
export interface ZipArchive {
  /** Names of all parts, as written. */
  readonly names: readonly string[];
  /** The bytes of one part, or undefined where there is no such part. Stops the reading when a limit is passed. */
  read(name: string): Uint8Array | undefined;
}

/** Small parts may pack any number of times: 64 kB of noughts harms nobody. */
const RATIO_MATTERS_FROM = 1024 * 1024;

/** Packed bytes handed to the unpacker at a time, so that it can be stopped in between. */
const SLICE = 16 * 1024;

const NOT_OPENED =
  'It was not opened: a file that unpacks to so much is usually made to do harm. Save it again from the program that made it.';

function refuseSize(entry: ZipEntry, size: number, left: number, limits: ReadLimits): void {
  if (size > RATIO_MATTERS_FROM && size > entry.packedBytes * limits.ratio)
    stop(
      'zip-bomb',
      `The part "${entry.name}" unpacks to more than ${String(limits.ratio)} times its size. ${NOT_OPENED}`,
    );
  if (size > limits.partBytes)
    stop('zip-bomb', `The part "${entry.name}" unpacks to more than ${sizeInWords(limits.partBytes)}. ${NOT_OPENED}`);
  if (size > left)
    stop(
      'zip-bomb',
      `This file unpacks to more than ${sizeInWords(limits.expandedBytes)} (at the part "${entry.name}"). ${NOT_OPENED}`,
    );
}

/** Unpacks one entry slice by slice, and stops as soon as what has come out is over a limit. */
function inflate(
  packed: Uint8Array,
  entry: ZipEntry,
  left: number,
  limits: ReadLimits,
  deadline: Deadline,
): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflater = new Inflate((chunk) => {
    size += chunk.length;
    refuseSize(entry, size, left, limits);
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += SLICE) {
      deadline.check(`unpacking "${entry.name}"`);
      inflater.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    }
  } catch (error) {
    if (error instanceof ReadStopped) throw error;
    stop(
      'damaged',
      `The part "${entry.name}" of this file is damaged and cannot be unpacked. Copy the file again, or save it again from the program that made it.`,
    );
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/**
 * Opens the zip in `bytes` without unpacking anything. Part names are looked up without regard to case, as office
 * programs do (OPC, ECMA-376 part 2, 6.2.2).
 */
export function openZip(bytes: Uint8Array, limits: ReadLimits, deadline: Deadline): ZipArchive {
  const entries = new Map(readDirectory(bytes, limits).map((entry) => [entry.name.toLowerCase(), entry]));
  const unpacked = new Map<string, Uint8Array>();
  let left = limits.expandedBytes;

  const unpack = (entry: ZipEntry): Uint8Array => {
    if (entry.encrypted)
      stop(
        'password',
        `The part "${entry.name}" is locked with a password. Remove the password in the program that made the file, and save it again.`,
      );
    if (entry.method === 'other')
      stop(
        'damaged',
        `The part "${entry.name}" is packed in a way office programs do not use. Save the file again from the program that made it.`,
      );
    refuseSize(entry, entry.declaredBytes, left, limits);
    const packed = bytes.subarray(entry.start, entry.start + entry.packedBytes);
    const part = entry.method === 'stored' ? packed : inflate(packed, entry, left, limits, deadline);
    if (entry.method === 'stored') refuseSize(entry, part.length, left, limits);
    left -= part.length;
    if (crc32(part) !== entry.crc)
      stop(
        'damaged',
        `The part "${entry.name}" of this file is damaged: its contents are not what was saved. Copy the file again.`,
      );
    return part;
  };

  return {
    names: [...entries.values()].map((entry) => entry.name),
    read(name) {
      const key = name.replace(/^\//u, '').toLowerCase();
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      const part = unpacked.get(key) ?? unpack(entry);
      unpacked.set(key, part);
      return part;
    },
  };
}
