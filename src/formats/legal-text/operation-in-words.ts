/** Operations as a drafter would instruct them, each in one sentence about the text it is for. */
import type { TextView } from '../../legaltext/instrument.ts';
import type { Occurrence, Operation, Selection, Slot, Target } from '../../legaltext/operation.ts';
import { Provision } from '../../legaltext/provision.ts';
import { provisionAsLines } from '../../legaltext/redline/as-text.ts';
import { resolveTarget, targetInWords } from '../../legaltext/resolve-target.ts';
import { ordinal, placeInWords } from '../../legaltext/place-in-words.ts';

/** Longer words that are taken out are told by how they begin and how they end. */
const LONGEST_STRUCK = 120;
/** So many characters of each. */
const LONGEST_END = 50;
/** So many characters say after which words something is put in. */
const LONGEST_LEAD = 40;

/** Words that are put in, which stand in full whatever their length: the sentence is the legal text. */
const quote = (words: string): string => `“${words}”`;

/** Words that are taken out, which only have to be found: `the words from “Every Keeper” to “before dawn”`. */
function quoteStruck(words: string): string {
  const flat = words.replace(/\s+/gu, ' ');
  if (flat.length <= LONGEST_STRUCK) return quote(flat);
  const start = flat.slice(0, LONGEST_END);
  const end = flat.slice(-LONGEST_END);
  // A word that the cut went through is left out, unless it is all there is.
  return `the words from ${quote(start.replace(/(?<=\S)\s+\S*$/u, ''))} to ${quote(end.replace(/^\S*\s+(?=\S)/u, ''))}`;
}

/** A sentence ends with one full stop, its own or that of the words it ends with; lines of their own end as they are. */
const closed = (sentence: string): string =>
  sentence.includes('\n') || /\.”$/u.test(sentence) ? sentence : `${sentence}.`;

/**
 * The place in the text where there is one; otherwise what the operation calls it. It is told as it is in the text in force,
 * so that rows are counted and numbers read as the reader of that text does; what is not in it yet, as it will be.
 */
function placeOf({ view, inForce }: Texts, target: Target): string {
  const found = resolveTarget(view, target.by === 'id' ? { by: 'id', id: target.id } : target);
  if (found.kind === 'failed') return targetInWords(target);
  const { id } = found.value;
  if (inForce.find(id) !== undefined) return placeInWords(inForce, id);
  return `${placeInWords(view, id)} (as put in above)`;
}

/** What is asked of the text in force. */
type Places = Pick<TextView, 'find' | 'pathTo'>;

interface Texts {
  /** The text just before the operation. */
  readonly view: TextView;
  readonly inForce: Places;
}

const SLOTS: Readonly<Record<Slot['at'], string>> = {
  before: 'before',
  after: 'after',
  first: 'at the beginning of',
  last: 'at the end of',
};

const slotOf = (texts: Texts, slot: Slot): string => `${SLOTS[slot.at]} ${placeOf(texts, slot.target)}`;

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
      ? `In ${place}, omit ${quoteStruck(selection.words)}${where}.`
      : `In ${place}, for ${quoteStruck(selection.words)}${where} substitute ${quote(words)}.`;
  }
  const part = selection.part === 'text' ? '' : ` (${selection.part === 'tail' ? 'closing words' : selection.part})`;
  const found = resolveTarget(view, target.by === 'id' ? { by: 'id', id: target.id } : target);
  const text = found.kind === 'ok' ? found.value[selection.part].words : '';
  const old = selection.words ?? text.slice(selection.start, selection.end);
  if (old !== '')
    return words === ''
      ? `In ${place}${part}, omit ${quoteStruck(old)}.`
      : `In ${place}${part}, for ${quoteStruck(old)} substitute ${quote(words)}.`;
  const start = Math.max(0, selection.start - LONGEST_LEAD);
  const lead = text.slice(start, selection.start);
  // The first word may be cut.
  const before = (start === 0 ? lead : lead.replace(/^\S*\s/u, '')).trim();
  return before === ''
    ? `In ${place}${part}, insert ${quote(words.trim())} at the beginning.`
    : `In ${place}${part}, after ${quote(before)} insert ${quote(words.trim())}.`;
}

/** Set off from the sentence by so much. */
const INDENT = '   ';

/** What is put in, in full: within the sentence where one line holds it, otherwise on lines of its own after it. */
function inFull(provisions: readonly Provision[]): string {
  const [only] = provisions;
  if (only !== undefined && provisions.length === 1) {
    const { number, kind, heading, text, tail, children } = only;
    const isPlain = children.length === 0 && tail.isEmpty && !text.words.includes('\n') && !CELLS.has(kind);
    const named = number === '' ? `a ${kind}` : number;
    if (isPlain && heading.isEmpty) return ` ${named}${text.isEmpty ? '' : `: ${quote(text.words)}`}`;
    if (isPlain && text.isEmpty) return ` ${named} ${quote(heading.words)}`;
  }
  return `:${provisions
    .flatMap(linesOf)
    .map((line) => `\n${INDENT}${line}`)
    .join('')}`;
}

const CELLS: ReadonlySet<string> = new Set(['row', 'cell']);

function linesOf(provision: Provision): readonly string[] {
  const lines = provision.kind === 'cell' ? cellsAsRow(provision) : provisionAsLines(provision);
  return lines.length === 0 ? [`(a ${provision.kind} without words)`] : lines;
}

/** A cell that comes alone looks as it does in its row. */
const cellsAsRow = (cell: Provision): readonly string[] =>
  provisionAsLines(new Provision({ id: cell.id, kind: 'row', children: [cell] }));

/**
 * One operation in a sentence; what it puts in stands in full, in lines of its own where it takes several. `view` is the text
 * just before it is carried out; `inForce`, the text that is amended, in which places are found, where that is another.
 */
export function operationInWords(view: TextView, operation: Operation, inForce: Places = view): string {
  const texts: Texts = { view, inForce };
  if (operation.kind === 'insert')
    return closed(`${capital(slotOf(texts, operation.slot))}, insert${inFull(operation.provisions)}`);
  const place = placeOf(texts, operation.target);
  switch (operation.kind) {
    case 'substitute':
      return substitution(place, operation.selection, view, operation.target, operation.replacement.words);
    case 'replace':
      return closed(
        `For ${place}${operation.children === 'kept' ? ' (but not what stands under it)' : ''} substitute${inFull(operation.provisions)}`,
      );
    case 'repeal':
      return operation.stub === null
        ? `Omit ${place}.`
        : `Repeal ${place}, leaving the words ${quote(operation.stub.text.words)}${operation.stub.heading === undefined || operation.stub.heading.isEmpty ? '' : ` under the heading ${quote(operation.stub.heading.words)}`}.`;
    case 'renumber':
      return `Renumber ${place} as ${operation.number === '' ? 'a provision without a number' : operation.number}.`;
    case 'move':
      return `Move ${place} to stand ${slotOf(texts, operation.slot)}.`;
    case 'set-heading':
      return operation.heading.words === ''
        ? `Omit the heading of ${place}.`
        : `Let the heading of ${place} read ${quote(operation.heading.words)}.`;
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
