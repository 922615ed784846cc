import fs from 'node:fs';
import path from 'node:path';

/**
 * The files of a pack: the one place where this reader touches a disk. Names are relative to the pack, with `/`. A file
 * that is not there, or not readable, is undefined: the caller knows what its absence means.
 */
export interface PackFiles {
  read(name: string): string | undefined;
  has(name: string): boolean;
  /** The names of all XML files under a directory, in order; empty when there is no such directory. */
  list(directory: string): string[];
}

/** No single file of a law or section comes near this; a larger one is not read. */
const LARGEST_FILE = 64 * 2 ** 20;

export function packFilesIn(directory: string): PackFiles {
  let buffer = Buffer.allocUnsafe(2 ** 20);
  const read = (name: string): string | undefined => {
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
        const count = fs.readSync(file, buffer, filled, buffer.length - filled, null);
        if (count === 0) return buffer.toString('utf8', 0, filled);
        filled += count;
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
  return { read, has: (name) => fs.existsSync(path.join(directory, name)), list };
}
