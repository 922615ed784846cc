import { designationsFollowing } from '../house-styles/designation.ts';
import type { HouseStyle, Level } from '../house-styles/model.ts';
import { comparePrinted, type PrintedNumber } from '../house-styles/number.ts';
import type { Label } from './labels.ts';
import type { OpenProvision } from './open-provision.ts';

/**
 * Which level a number is of, and under which open provision it goes, is decided by sequence. Every reading of the number
 * is tried at every place where it could go: next to an open provision of its level, or first under the deepest one that
 * can hold it. Going on from the last number counts most, beginning a new list little less, an inserted number (2.3A after
 * 2.3) next; a number that leaves a gap, goes back or comes from elsewhere is taken only where nothing else can be meant.
 */
export interface Choice {
  readonly label: Label;
  /** Place in the list of open provisions of the one it goes under. */
  readonly under: number;
  readonly score: number;
}

export const SCORES = {
  next: 100,
  first: 90,
  inserted: 85,
  skipping: 60,
  later: 45,
  stray: 30,
  backwards: 10,
} as const;
/** From here on a number is where it should be; below, it is doubtful. */
export const IN_SEQUENCE = 80;

/** The choices for a line's number, best first; of equal ones the outer level first. */
export function choicesFor(
  style: HouseStyle,
  open: readonly OpenProvision[],
  labels: readonly Label[],
  indent: number,
  lastOfLevel: ReadonlyMap<Level, PrintedNumber>,
): readonly Choice[] {
  const choices = labels.flatMap((label) => {
    const { form } = label.level.number;
    if (form === 'bracketed') return bracketedChoices(style, open, label, indent);
    return isAllowed(label.level, open) ? [standingChoice(open, label, lastOfLevel)] : [];
  });
  return choices.sort((a, b) => b.score - a.score || likelierRoman(b) - likelierRoman(a));
}

/** Out of sequence, (iii) is a Roman number from whose list one is left out, and hardly the letter i three times over. */
const likelierRoman = ({ label, score }: Choice): number =>
  score < IN_SEQUENCE &&
  label.level.number.form === 'bracketed' &&
  label.level.number.series.endsWith('roman') &&
  label.number.length > '(i)'.length
    ? 1
    : 0;

function isAllowed(level: Level, open: readonly OpenProvision[]): boolean {
  if (level.within !== undefined && !open.some(({ kind }) => level.within?.includes(kind))) return false;
  return level.outside === undefined || !open.some(({ kind }) => level.outside?.includes(kind));
}

/** The deepest open provision of a lower rank. Numbers that stand for themselves do not go under definitions. */
function holderOf(open: readonly OpenProvision[], rank: number): number {
  let holder = 0;
  for (let index = 0; index < open.length; index += 1) {
    const each = open[index];
    if (each === undefined || each.isDefinition) break;
    if (each.rank < rank) holder = index;
  }
  return holder;
}

/** Divisions, dotted numbers and section numbers: they carry their place with them. */
function standingChoice(
  open: readonly OpenProvision[],
  label: Label,
  lastOfLevel: ReadonlyMap<Level, PrintedNumber>,
): Choice {
  const { level, read } = label;
  const under = holderOf(open, level.rank);
  const sibling = open[under + 1];
  const last = sibling?.level === level ? sibling.read : null;
  const dotted = level.number.form === 'dotted' && level.number.segments > 1;
  if (dotted) {
    const parent = open[under]?.number ?? '';
    const belongs = parent !== '' && label.number.startsWith(`${parent}.`);
    const standsAlone = open[under]?.level?.number.form !== 'dotted';
    if (!belongs && !standsAlone) return { label, under: holderByPrefix(open, label), score: SCORES.stray };
    if (last !== null) return { label, under, score: sequence(last, read) };
    return { label, under, score: belongs ? (isFirst(read) ? SCORES.first : SCORES.later) : SCORES.skipping };
  }
  const before = last ?? lastOfLevel.get(level) ?? null;
  if (level.number.form === 'keyword') return { label, under, score: SCORES.first };
  if (before === null)
    return { label, under, score: isFirst(read) || level.number.form === 'whole' ? SCORES.first : SCORES.later };
  const score = sequence(before, read);
  // Divisions begin their numbering afresh.
  return { label, under, score: last === null && isFirst(read) ? Math.max(score, SCORES.first) : score };
}

function holderByPrefix(open: readonly OpenProvision[], label: Label): number {
  let holder = 0;
  open.forEach((each, index) => {
    if (each.isDivision || (each.number !== '' && label.number.startsWith(`${each.number}.`))) holder = index;
  });
  return holder;
}

function bracketedChoices(
  style: HouseStyle,
  open: readonly OpenProvision[],
  label: Label,
  indent: number,
): readonly Choice[] {
  const { level, read } = label;
  if (!isAllowed(level, open)) return [];
  const choices: Choice[] = [];
  const sibling = open.findLastIndex((each) => each.level === level);
  const last = sibling < 0 ? null : (open[sibling]?.read ?? null);
  if (last !== null) choices.push({ label, under: sibling - 1, score: sequence(last, read) });
  // A list under a definition is its own, whatever is open around it.
  const scope = open.findLastIndex((each) => each.isDefinition);
  if (sibling > scope && sibling >= 0 && choices[0]?.score !== SCORES.backwards) return choices;
  const top = open.length - 1;
  let under = Math.max(scope, 0);
  for (let index = under; index <= top; index += 1) {
    const each = open[index];
    if (each !== undefined && (each.isDefinition || each.rank < level.rank)) under = index;
  }
  if (sibling <= scope) {
    const skipped = style.insertion === 'american' ? 0 : skippedBetween(style, open, under, level);
    choices.push({ label, under, score: isFirst(read) ? SCORES.first - skipped : SCORES.stray });
    // Small letters under Roman numbers: the other way round than usual, and meant so when further in.
    if (under < top && isFirst(read) && indent > (open[top]?.indent ?? 0))
      choices.push({ label, under: top, score: SCORES.first });
  }
  return choices;
}

function skippedBetween(style: HouseStyle, open: readonly OpenProvision[], under: number, level: Level): number {
  const holder = open[under];
  const from = holder === undefined || holder.isDefinition ? -1 : holder.rank;
  return style.levels.filter(
    (each) => each.number.form === 'bracketed' && each.rank > from && each.rank < level.rank && isAllowed(each, open),
  ).length;
}

/** How well a number follows another of its level. */
function sequence(last: PrintedNumber, next: PrintedNumber): number {
  const before = last.segments.at(-1);
  const after = next.segments.at(-1);
  if (before === undefined || after === undefined) return SCORES.stray;
  if (comparePrinted(last, next) >= 0) return followsZ(last, next) ? SCORES.next : SCORES.backwards;
  const following = designationsFollowing(before)[0];
  if (following !== undefined && comparePrinted(withLast(last, following), next) === 0) return SCORES.next;
  if (last.segments.length !== next.segments.length) return SCORES.later;
  const inserted =
    before.count === null
      ? after.after.length > 1 && after.after[0]?.letter === before.after[0]?.letter
      : after.count === before.count || (after.before.length > 0 && after.count === before.count + 1);
  // After 2.3A comes 2.4, as after 2.3.
  const resumed =
    before.count === null ? resumesLetters(last, next) : after.count === before.count + 1 && after.after.length === 0;
  return resumed ? SCORES.next : inserted ? SCORES.inserted : SCORES.later;
}

const withLast = (number: PrintedNumber, segment: PrintedNumber['segments'][number]): PrintedNumber => ({
  ...number,
  segments: [...number.segments.slice(0, -1), segment],
});

function resumesLetters(last: PrintedNumber, next: PrintedNumber): boolean {
  const [before, after] = [last.segments.at(-1)?.after, next.segments.at(-1)?.after];
  const [from, to] = [before?.[0], after?.[0]];
  return (
    after?.length === 1 && from !== undefined && to !== undefined && from.forward === 0 && to.letter === from.letter + 1
  );
}

/** (aa) after (z) goes on; elsewhere it is an inserted number. */
function followsZ(last: PrintedNumber, next: PrintedNumber): boolean {
  const [before, after] = [last.segments.at(-1)?.after, next.segments.at(-1)?.after];
  return (
    before?.length === 1 && before[0]?.letter === 26 && after?.length === 2 && after.every((each) => each.letter === 1)
  );
}

/** Whether a number begins a list: 1, a, i, or one put in before it (A1, za, ai). */
function isFirst(number: PrintedNumber): boolean {
  const last = number.segments.at(-1);
  if (last === undefined) return false;
  if (last.count === null) {
    const [first] = last.after;
    return last.after.length === 1 && first !== undefined && (first.forward > 0 || first.letter === 1);
  }
  return last.count === 1 && last.after.length === 0 && last.inserted === null;
}
