/** What the cells of a change's block say: its stage, impact, decision dates, dated remarks and bare title. */
import { readPartialDate } from '../../values/partial-date.ts';
import { DATE_PATTERN, DAY_PATTERN } from './dates.ts';
import type { DatedUpdate, DecisionDate, DecisionDateKind, Field, ImpactReading, StatusReading } from './model.ts';
import { field, part, type Reading, type Slice } from './source.ts';
import { plainWords, withoutMarkup } from './words.ts';

const foldedWords = (words: string): string =>
  plainWords(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The stage a status word means for a body; both null where nobody has mapped it. */
export function readStatus(reading: Pick<Reading, 'knowledge'>, text: string, body: string): StatusReading {
  const wanted = foldedWords(text);
  const found = reading.knowledge.statuses
    .filter((status) => foldedWords(status.words) === wanted)
    .sort(
      (a, b) => Number(b.body === body) - Number(a.body === body) || Number(a.body !== null) - Number(b.body !== null),
    );
  const [best] = found;
  return { stage: best?.stage ?? null, overlay: best?.overlay ?? null };
}

/** The controlled impact some words mean, and what they add after a dash or in brackets. */
export function readImpact(reading: Pick<Reading, 'knowledge'>, text: string): ImpactReading {
  const parts = /^(.*?)(?:\s*[–—-]\s+|\s+-|\s*\()(.+?)\)?$/s.exec(text);
  const head = parts?.[1] ?? text;
  const wanted = [foldedWords(text), foldedWords(head)];
  for (const want of wanted) {
    const found = reading.knowledge.impacts.find((impact) => foldedWords(impact.words) === want);
    if (found !== undefined) return { value: found.value, reason: want === wanted[0] ? null : (parts?.[2] ?? null) };
  }
  const beginning = reading.knowledge.impacts.find(
    (impact) => impact.words.length > 4 && foldedWords(text).startsWith(`${foldedWords(impact.words)} `),
  );
  if (beginning !== undefined) return { value: beginning.value, reason: text.slice(beginning.words.length).trim() };
  return { value: null, reason: null };
}

const deciderKind = (decider: string | null): DecisionDateKind =>
  decider === null
    ? 'decision'
    : /\b(?:authority|ofgem|secretary of state)\b/i.test(decider)
      ? 'authority'
      : /\b(?:panel|board|committee|group)\b/i.test(decider)
        ? 'panel'
        : 'decision';

/** The dates of a decision cell: each with its decider where it names one, else the one date of the cell. */
export function readDecisionDates(
  reading: Pick<Reading, 'document'>,
  slice: Slice,
  implementation: boolean,
): Field<DecisionDate>[] {
  const pattern = new RegExp(
    `((?<![\\p{L}])\\p{L}[\\p{L} ]{1,30}?)\\s*[–—:-]\\s*(${DATE_PATTERN}[?*]*)(?![\\p{L}\\p{N}])`,
    'dgiu',
  );
  const found: Field<DecisionDate>[] = [];
  for (const match of slice.text.matchAll(pattern)) {
    const decider = (match[1] ?? '').trim();
    found.push(
      field(part(reading.document, slice, match.index, match.index + match[0].length), {
        kind: deciderKind(decider),
        decider,
        date: readPartialDate(match[2] ?? ''),
      }),
    );
  }
  if (found.length > 0) return found;
  const kind = implementation && /\*/.test(slice.text) ? 'implementation' : 'decision';
  return [field(slice, { kind, decider: null, date: readPartialDate(slice.text) })];
}

const DATED_UPDATE = new RegExp(
  `\\bUpdate:?\\s+(?:(?:as\\s+)?(?:at|of|on)\\s+)?(${DAY_PATTERN})\\s*[–—:-]?\\s*(.*?)\\s*(?=\\bUpdate:?\\s+\\d|$)`,
  'dgis',
);

/** Dated remarks in some words, and the words without them. */
export function readDatedUpdates(
  reading: Pick<Reading, 'document'>,
  slice: Slice,
): { readonly updates: Field<DatedUpdate>[]; readonly rest: string } {
  const updates: Field<DatedUpdate>[] = [];
  let rest = '';
  let from = 0;
  for (const match of slice.text.matchAll(DATED_UPDATE)) {
    rest += slice.text.slice(from, match.index);
    from = match.index + match[0].length;
    const said = withoutMarkup(match[2] ?? '');
    updates.push(
      field(part(reading.document, slice, match.index, from), {
        date: readPartialDate(match[1] ?? ''),
        words: said,
        noChange: /^no (?:further )?(?:change|update)s?\b/i.test(said),
      }),
    );
  }
  rest += slice.text.slice(from);
  return { updates, rest: updates.length === 0 ? rest : rest.replace(/[\s,;–—-]+$/, '') };
}

/** The bare title: separator and the quotation marks around it taken off. */
export function bareTitle(text: string): string {
  const bare = withoutMarkup(text)
    .replace(/^[\s–—:.-]+/, '')
    .trim();
  const quoted = /^(['"‘“])(.+)(['"’”])\.?$/s.exec(bare);
  return (quoted?.[2] ?? bare).trim();
}
