/** `./pandect text …` as a process, with a folder of files for it. */
import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { buildPrograms, type Ended, type Programs } from '../process/programs/build.ts';

export interface TextCommand {
  readonly programs: Programs;
  readonly folder: string;
  /** The path of a file in the folder. */
  place(name: string): string;
  /** Writes a file into the folder; answers its path. */
  file(name: string, content: string | Uint8Array): string;
  read(name: string): string;
  text(...parameters: readonly string[]): Promise<Ended>;
}

export async function buildTextCommand(): Promise<TextCommand> {
  const programs = await buildPrograms(['cli']);
  const folder = programs.folder();
  const place = (name: string): string => path.join(folder, name);
  return {
    programs,
    folder,
    place,
    file: (name, content) => {
      fs.writeFileSync(place(name), content);
      return place(name);
    },
    read: (name) => fs.readFileSync(place(name), 'utf8'),
    text: (...parameters) => programs.run('cli', ['text', ...parameters]),
  };
}

/** Ended with 2: nothing printed, sentences about what is wrong, and no sign of a fault of the program. */
export function expectRefusal(ended: Ended, ...words: readonly (string | RegExp)[]): void {
  expect(ended).toMatchObject({ code: 2, output: '' });
  for (const each of words) expect(ended.errors).toMatch(each);
  expect(ended.errors).not.toMatch(/fault in Pandect|\n {4}at |RangeError|SyntaxError/);
}
