import { joinWords, type Words } from '../document/writer.ts';
import { joinRuns } from './join-runs.ts';
import type { Run } from './page.ts';

/** Words of a line that stand together, apart from the next by a gap no sentence has. */
export interface Segment {
  readonly left: number;
  readonly right: number;
  readonly words: Words;
  readonly text: string;
  readonly runs: readonly Run[];
}

/** The runs on one baseline, from the left. */
export interface PdfLine {
  readonly page: number;
  readonly y: number;
  readonly size: number;
  readonly segments: readonly Segment[];
  readonly text: string;
}

/** A gap wider than this many letter heights parts columns; a justified line's spaces stay below half of one. */
const COLUMN_GAP = 0.8;

/** A bullet or number with a gap after it is the marker of the words that follow. */
const MARKER = /^(?:[-–—*•‣▪■●○◦·➢✓o]|\d{1,3}[.)]|[a-z][.)]|[ivx]{1,4}[.)])$/u;

function segmentsOf(runs: readonly Run[], size: number): readonly Segment[] {
  const groups: Run[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const group = groups.at(-1);
    const lone =
      group !== undefined &&
      MARKER.test(
        group
          .map((one) => one.text)
          .join('')
          .trim(),
      );
    if (group === undefined || (run.x - right > COLUMN_GAP * size && !lone)) groups.push([run]);
    else group.push(run);
    right = Math.max(run.x + run.width, groups.at(-1)?.length === 1 ? Number.NEGATIVE_INFINITY : right);
  }
  return groups.map(segmentOf);
}

function segmentOf(runs: readonly Run[]): Segment {
  const words = joinRuns(runs);
  const last = runs.at(-1);
  return {
    left: runs[0]?.x ?? 0,
    right: last === undefined ? 0 : last.x + last.width,
    words,
    text: joinWords(words).trim(),
    runs,
  };
}

/** A run that starts this near a column's edge, in points, starts a cell though the words before it come close. */
const ON_EDGE = 1.5;

/** `line` with its segments parted where a run starts at one of `edges`: words that fill their cell leave no gap. */
export function splitAtEdges(line: PdfLine, edges: readonly number[]): PdfLine {
  const segments = line.segments.flatMap((segment) => {
    const groups: Run[][] = [];
    for (const run of segment.runs) {
      const group = groups.at(-1);
      if (group === undefined || edges.some((edge) => Math.abs(run.x - edge) <= ON_EDGE)) groups.push([run]);
      else group.push(run);
    }
    return groups.length === 1 ? [segment] : groups.map(segmentOf);
  });
  return segments.length === line.segments.length ? line : { ...line, segments };
}

/** The lines of `runs` from the top of the page; words turned on their side make lines of their own, as drawn. */
export function linesOfRuns(runs: readonly Run[], page: number): readonly PdfLine[] {
  const seen = runs.filter((run) => run.text.trim() !== '');
  const level = seen.filter((run) => !run.turned).sort((one, other) => other.y - one.y || one.x - other.x);
  const rows: Run[][] = [];
  let baseline = Number.POSITIVE_INFINITY;
  for (const run of level) {
    const row = rows.at(-1);
    if (row !== undefined && baseline - run.y <= 0.4 * run.size) row.push(run);
    else {
      rows.push([run]);
      baseline = run.y;
    }
  }
  const lines = [...rows, ...seen.filter((run) => run.turned).map((run) => [run])];
  return lines.map((row) => {
    const ordered = row.sort((one, other) => one.x - other.x);
    const size = Math.max(...ordered.slice(0, 200).map((run) => run.size));
    const segments = segmentsOf(ordered, size);
    return { page, y: ordered[0]?.y ?? 0, size, segments, text: segments.map((segment) => segment.text).join(' ') };
  });
}
