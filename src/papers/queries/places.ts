/**
 * Which agenda item takes which part of the record. A part goes to the first item whose title or objective speaks of it;
 * what belongs to this very meeting and finds no item is printed at the end, so that a pack never leaves it out.
 */
import type { PackPart, PaperAgendaItem } from '../model.ts';

/** Part kinds by the words of the item that takes them, in the order in which they stand within it. */
const TAKERS = {
  actions: /\bactions?\b/i,
  updates: /\b(?:programme|governance|group) updates?\b/i,
  horizon: /\bhorizon\b/i,
  freeze: /\bfreeze\b/i,
  reporting: /\b(?:reporting|progress|status|plan)\b/i,
  next: /\b(?:next steps|summary|any other business|close)\b/i,
} as const;
export type Taker = keyof typeof TAKERS;

/** An item before its parts are placed. */
export interface OpenItem {
  readonly item: Omit<PaperAgendaItem, 'parts'>;
  /** `kind id` of the records it is about. */
  readonly about: ReadonlySet<string>;
  readonly parts: PackPart[];
}

/** The first item whose title, or else whose objective, matches. */
export const itemMatching = (items: readonly OpenItem[], pattern: RegExp): OpenItem | null =>
  items.find(({ item }) => pattern.test(item.title)) ??
  items.find(({ item }) => pattern.test(item.objective ?? '')) ??
  null;

export const itemFor = (items: readonly OpenItem[], taker: Taker): OpenItem | null =>
  itemMatching(items, TAKERS[taker]);

/** The item that is about most of the records named; null where none is about any. */
export function itemAbout(items: readonly OpenItem[], records: readonly string[]): OpenItem | null {
  let best: OpenItem | null = null;
  let most = 0;
  for (const one of items) {
    const shared = records.filter((record) => one.about.has(record)).length;
    if (shared > most) {
      best = one;
      most = shared;
    }
  }
  return best;
}

/** Milestones and references named in words: `M8`, `CR12`, `R0044`. Padding does not tell two apart. */
const namedIn = (words: string): Set<string> =>
  new Set(
    [...words.matchAll(/\b([A-Z]{1,5})[\s-]?0*(\d{1,4})\b/g)].map(([, letters = '', digits = '']) => letters + digits),
  );

/** The item that speaks of most of what the words name; null where none speaks of any. */
export function itemSpeakingOf(items: readonly OpenItem[], words: string): OpenItem | null {
  const named = [...namedIn(words)];
  let best: OpenItem | null = null;
  let most = 0;
  for (const one of items) {
    const notes = one.parts.flatMap((part) => (part.kind === 'words' ? part.notes.map((note) => note.text) : []));
    const spoken = namedIn([one.item.title, one.item.objective ?? '', ...notes].join(' '));
    const shared = named.filter((name) => spoken.has(name)).length;
    if (shared > most) {
      best = one;
      most = shared;
    }
  }
  return best;
}
