/** The real consolidation pack beside the project, for tests that prove the engine on it where it is there. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packFilesIn } from '../../src/formats/openlaw/pack-files.ts';
import { CodeReader } from '../../src/formats/openlaw/read-code.ts';
import { Provision } from '../../src/legaltext/provision.ts';
import { Version } from '../../src/legaltext/version.ts';

const DATA = path.resolve('../shared/data/dc');
const ARCHIVE = path.join(DATA, 'dc-open.tar.gz');

export const hasConsolidationPack = fs.existsSync(ARCHIVE);

/** One of the lists beside the archive (`overlaps.json`), as parsed. */
export const consolidationList = (name: string): unknown => JSON.parse(fs.readFileSync(path.join(DATA, name), 'utf8'));

/** Unpacks the pack into a temporary folder; `remove` takes it away again. Some five seconds. */
export function unpackConsolidationPack(): { readonly directory: string; readonly remove: () => void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-consolidation-'));
  execFileSync('tar', ['-xzf', ARCHIVE, '-C', folder]);
  const [inside = ''] = fs.readdirSync(folder);
  const directory = fs.existsSync(path.join(folder, 'manifest.json')) ? folder : path.join(folder, inside);
  return { directory, remove: () => fs.rmSync(folder, { recursive: true }) };
}

/** The titles of the pack as one text: as they stood before any law (`base`), or as published at the end (`expected`). */
export function codeOf(directory: string, which: 'base' | 'expected'): Version {
  const { titles } = JSON.parse(fs.readFileSync(path.join(directory, 'manifest.json'), 'utf8')) as {
    readonly titles: readonly string[];
  };
  const reader = new CodeReader(packFilesIn(directory), new Set(titles));
  // A title enacted later is in the published text only.
  const indexes = titles
    .map((title) => `${which}/us/dc/council/code/titles/${title}/index.xml`)
    .filter((index) => fs.existsSync(path.join(directory, index)));
  const made = Version.of(
    new Provision({ id: 'code', kind: 'code', children: indexes.map((index) => reader.read(index)) }),
  );
  if (made.kind === 'failed') throw new Error(made.failure.message);
  return made.value;
}
