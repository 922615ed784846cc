import fs from 'node:fs';
import path from 'node:path';

/**
 * The files of a pack: the one place where this reader touches a disk. Names are relative to the pack, with `/`. A file
 * that is not there, or not readable, is undefined: the caller knows what its absence means.
 */
export interface PackFiles {
  /** The bytes of a file; they are there until the next file is read. */
  readBytes(name: string): Buffer | undefined;
  /** A file in UTF-8 as text. */
  readText(name: string): string | undefined;
  /** The names of all XML files under a directory, in order; empty when there is no such directory. */
  list(directory: string): string[];
}

/** No single file of a law or section comes near this; a larger one is not read. */
const LARGEST_FILE = 64 * 2 ** 20;

export function packFilesIn(directory: string): PackFiles {
  let buffer = Buffer.allocUnsafe(2 ** 20);
  const readBytes = (name: string): Buffer | undefined => {
    let file: number;
    try {
      file = fs.openSync(path.join(directory, name), 'r');
    } catch {
      return undefined;
    }
    try {
      let filled = 0;
      for (;;) {
        if (filled === buffer.length) {
          if (filled >= LARGEST_FILE) return undefined;
          buffer = Buffer.concat([buffer], buffer.length * 2);
        }
        const room = buffer.length - filled;
        const count = fs.readSync(file, buffer, filled, room, null);
        filled += count;
        // A regular file gives less than there is room for only at its end.
        if (count < room) return buffer.subarray(0, filled);
      }
    } catch {
      return undefined;
    } finally {
      fs.closeSync(file);
    }
  };
  const list = (under: string): string[] => {
    let entries: fs.Dirent[];
    try {
      entries = fs.readdirSync(path.join(directory, under), { withFileTypes: true });
    } catch {
      return [];
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    return entries.flatMap((entry) => {
      const name = `${under}/${entry.name}`;
      if (entry.isDirectory()) return list(name);
      return entry.name.endsWith('.xml') ? [name] : [];
    });
  };
  return {
    readBytes,
    readText: (name) => readBytes(name)?.toString('utf8'),
    list,
  };
}
