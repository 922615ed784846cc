/** Operations as a drafter would instruct them, each in one sentence about the text it is for. */
import type { TextView } from '../../legaltext/instrument.ts';
import type { Occurrence, Operation, Selection, Slot, Target } from '../../legaltext/operation.ts';
import { provisionsUnder, type Provision } from '../../legaltext/provision.ts';
import { resolveTarget, targetInWords } from '../../legaltext/resolve-target.ts';
import { ordinal, placeInWords } from '../../legaltext/place-in-words.ts';

/** Quoted words are cut to this many characters. */
const LONGEST_QUOTE = 120;
/** So many characters say after which words something is put in. */
const LONGEST_LEAD = 40;

const quote = (words: string): string => {
  const flat = words.replace(/\s+/gu, ' ');
  return `“${flat.length > LONGEST_QUOTE ? `${flat.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : flat}”`;
};

/** A sentence ends with one full stop, its own or that of the words it ends with. */
const ended = (sentence: string): string => (/[.…]”$/u.test(sentence) ? sentence : `${sentence}.`);

/** The place in the text where there is one; otherwise what the operation calls it. */
function placeOf(view: TextView, target: Target): string {
  const found = resolveTarget(view, target.by === 'id' ? { by: 'id', id: target.id } : target);
  return found.kind === 'ok' ? placeInWords(view, found.value.id) : targetInWords(target);
}

const SLOTS: Readonly<Record<Slot['at'], string>> = {
  before: 'before',
  after: 'after',
  first: 'at the beginning of',
  last: 'at the end of',
};

const slotOf = (view: TextView, slot: Slot): string => `${SLOTS[slot.at]} ${placeOf(view, slot.target)}`;

function occurrenceInWords(occurrence: Occurrence): string {
  if (occurrence === 'first' || occurrence === 'last') return `, where they stand ${occurrence}`;
  if (occurrence === 'all') return ', wherever they stand';
  if ('nth' in occurrence) return `, where they stand for the ${ordinal(occurrence.nth - 1)} time`;
  return occurrence.exactly === 1 ? '' : `, in each of the ${occurrence.exactly} places`;
}

function substitution(place: string, selection: Selection, view: TextView, target: Target, words: string): string {
  if (selection.by === 'quotation') {
    const where = occurrenceInWords(selection.occurrence);
    return words === ''
      ? `In ${place}, omit ${quote(selection.words)}${where}.`
      : `In ${place}, for ${quote(selection.words)}${where} substitute ${quote(words)}.`;
  }
  const part = selection.part === 'text' ? '' : ` (${selection.part === 'tail' ? 'closing words' : selection.part})`;
  const found = resolveTarget(view, target.by === 'id' ? { by: 'id', id: target.id } : target);
  const text = found.kind === 'ok' ? found.value[selection.part].words : '';
  const old = selection.words ?? text.slice(selection.start, selection.end);
  if (old !== '')
    return words === ''
      ? `In ${place}${part}, omit ${quote(old)}.`
      : `In ${place}${part}, for ${quote(old)} substitute ${quote(words)}.`;
  const start = Math.max(0, selection.start - LONGEST_LEAD);
  const lead = text.slice(start, selection.start);
  // The first word may be cut.
  const before = (start === 0 ? lead : lead.replace(/^\S*\s/u, '')).trim();
  return before === ''
    ? `In ${place}${part}, insert ${quote(words.trim())} at the beginning.`
    : `In ${place}${part}, after ${quote(before)} insert ${quote(words.trim())}.`;
}

/** What is put in, by its number and heading, and how much comes with it. */
function provisionInWords(provision: Provision): string {
  const under = [...provisionsUnder(provision)].length - 1;
  const heading = provision.heading.words;
  const words = provision.text.words;
  const named = [
    provision.number === '' ? `a ${provision.kind}` : provision.number,
    heading === '' ? '' : quote(heading),
  ]
    .filter((part) => part !== '')
    .join(' ');
  const said = heading === '' && words !== '' ? `: ${quote(words)}` : '';
  return `${named}${said}${under > 0 ? ` with ${under} ${under === 1 ? 'provision' : 'provisions'} under it` : ''}`;
}

const listOf = (provisions: readonly Provision[]): string => provisions.map(provisionInWords).join('; ');

/** One operation in a sentence. `view` is the text just before it is carried out. */
export function operationInWords(view: TextView, operation: Operation): string {
  if (operation.kind === 'insert')
    return ended(`${capital(slotOf(view, operation.slot))}, insert ${listOf(operation.provisions)}`);
  const place = placeOf(view, operation.target);
  switch (operation.kind) {
    case 'substitute':
      return substitution(place, operation.selection, view, operation.target, operation.replacement.words);
    case 'replace':
      return ended(
        `For ${place}${operation.children === 'kept' ? ' (but not what stands under it)' : ''} substitute ${listOf(operation.provisions)}`,
      );
    case 'repeal':
      return operation.stub === null
        ? `Omit ${place}.`
        : `Repeal ${place}, leaving the words ${quote(operation.stub.text.words)}.`;
    case 'renumber':
      return `Renumber ${place} as ${operation.number === '' ? 'a provision without a number' : operation.number}.`;
    case 'move':
      return `Move ${place} to stand ${slotOf(view, operation.slot)}.`;
    case 'set-heading':
      return operation.heading.words === ''
        ? `Omit the heading of ${place}.`
        : `Let the heading of ${place} read ${quote(operation.heading.words)}.`;
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
