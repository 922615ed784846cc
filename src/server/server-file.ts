/**
 * How the CLI finds the server that holds a data directory: a small file in it, readable by its owner alone, with the
 * server's address and the operator's token. Whoever may read the directory may act as its operator.
 */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const ServerFileSchema = z.object({ url: z.url(), token: z.string(), pid: z.number().int() });
export type ServerFile = z.infer<typeof ServerFileSchema>;

const fileIn = (directory: string): string => path.join(directory, 'server.json');

/** Writes it, in one step, readable by the owner alone. */
export function writeServerFile(directory: string, content: ServerFile): void {
  fs.mkdirSync(directory, { recursive: true });
  const draft = `${fileIn(directory)}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  fs.renameSync(draft, fileIn(directory));
}

export function removeServerFile(directory: string): void {
  fs.rmSync(fileIn(directory), { force: true });
}

/** The file's content; null when no server wrote one, or it is not readable as such. */
export function readServerFile(directory: string): ServerFile | null {
  try {
    return ServerFileSchema.parse(JSON.parse(fs.readFileSync(fileIn(directory), 'utf8')));
  } catch {
    return null; // absent or half-written: nobody to talk to
  }
}
