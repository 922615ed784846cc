/** No result is written over the files of the pack that it comes from. */
import fs from 'node:fs';
import path from 'node:path';
import { CommandFailure } from '../outcome.ts';
import { STANDARD } from './input.ts';

/** What a pack consists of. What lies beside these in its folder is somebody's own. */
const PARTS = ['manifest.json', 'base', 'expected'];

/** A path without links, also of what is not there yet; of a link that leads nowhere, the link's own. */
function realPath(name: string): string {
  try {
    return fs.realpathSync.native(name);
  } catch {
    const above = path.dirname(path.resolve(name));
    return above === path.resolve(name) ? above : path.join(realPath(above), path.basename(name));
  }
}

function isAtOrIn(place: string, folder: string): boolean {
  const way = path.relative(folder, place);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

/**
 * Whether a file at `place` would be one of those that are reached from `name`: in the folder that this is or leads to, or
 * where a link in it leads. Costs the names in the folder; none is read.
 */
function reaches(name: string, place: string, seen: Set<string>): boolean {
  const real = realPath(name);
  if (isAtOrIn(place, real)) return true;
  if (seen.has(real) || fs.statSync(real, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  seen.add(real);
  return fs
    .readdirSync(real, { withFileTypes: true })
    .some(
      (entry) => (entry.isDirectory() || entry.isSymbolicLink()) && reaches(path.join(real, entry.name), place, seen),
    );
}

/**
 * Refuses to write `output` where a file of the pack in `directory` is, or would then be, through links too: the pack
 * would not be what it was when it is read again. Asked before the work. Throws a `CommandFailure`.
 */
export function keepPackWhole(directory: string, output: string | undefined): void {
  if (output === undefined || output === STANDARD) return;
  const place = realPath(output);
  const seen = new Set<string>();
  if (PARTS.some((part) => reaches(path.join(directory, part), place, seen)))
    throw new CommandFailure(
      `Nothing was written: ${output} lies in the pack that is read. Name a file outside its folder with --out, so that the pack stays as it is.`,
    );
}
