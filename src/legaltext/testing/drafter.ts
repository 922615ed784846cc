import { Draft } from '../draft.ts';
import type { Occurrence, Operation, Slot, Target } from '../operation.ts';
import { byId } from '../operation.ts';
import { Provision, provisionsUnder, TEXT_PARTS, type TextPart } from '../provision.ts';
import { Text } from '../text.ts';
import type { Version } from '../version.ts';
import { besidePairs } from './texts.ts';
import { grow, type ProvisionSeed } from './trees.ts';

/**
 * Edits are made from records of small numbers, read one after another against the text as the edits before have left it:
 * a number is taken modulo what there is to choose from, so that nearly every record is an operation that works, and a
 * record left out when shrinking leaves the others meaningful.
 */
export interface EditSeed {
  readonly what: What;
  readonly where: number;
  readonly beside: number;
  readonly from: number;
  readonly length: number;
  readonly how: number;
  readonly text: Text;
  readonly provisions: readonly ProvisionSeed[];
}

export type What =
  'substitute' | 'heading' | 'renumber' | 'renumber-run' | 'insert' | 'replace' | 'repeal' | 'move' | 'wrong';

/** One of a list by a number of any size; throws on an empty list. */
function pick<Value>(values: readonly Value[], number: number): Value {
  const value = values[number % values.length];
  if (value === undefined) throw new Error('There is nothing to pick from.');
  return value;
}

/** Structure that must stay together: a row only stands in a table, a cell only in a row. */
const placeOf = (provision: Provision): 'row' | 'cell' | 'other' =>
  provision.kind === 'row' || provision.kind === 'cell' ? provision.kind : 'other';

const holdsOthers = (provision: Provision): boolean => !['table', 'row', 'cell', 'passage'].includes(provision.kind);

/** Turns seeds into operations, one text after another; see `EditSeed`. */
class Drafter {
  readonly operations: Operation[] = [];
  private readonly draft: Draft;
  private made = 0;

  constructor(
    version: Version,
    private readonly prefix: string,
  ) {
    this.draft = new Draft(version);
  }

  /** Keeps the first of these that works on the text as it is now. */
  private keep(...ways: readonly Operation[]): void {
    for (const operation of ways) {
      if (this.draft.apply(operation) !== null) continue;
      this.operations.push(operation);
      return;
    }
  }

  private readonly fresh = (): string => `${this.prefix}${String(this.made++)}`;

  add(seed: EditSeed): void {
    const all = [...provisionsUnder(this.draft.top)];
    const target = pick(all, seed.where);
    const inner = all.length === 1 ? undefined : pick(all.slice(1), seed.where);
    switch (seed.what) {
      case 'substitute':
        this.substitute(target, seed);
        return;
      case 'heading':
        this.atTarget(target, seed, (at) => ({ kind: 'set-heading', target: at, heading: seed.text }));
        return;
      case 'insert':
        this.insert(all, seed);
        return;
      case 'wrong':
        this.operations.push(wrong(target, seed));
        return;
      case 'renumber':
      case 'renumber-run':
      case 'replace':
      case 'repeal':
      case 'move':
        if (inner !== undefined) this.changeInner(inner, all, seed, seed.what);
        return;
    }
  }

  private changeInner(
    target: Provision,
    all: readonly Provision[],
    seed: EditSeed,
    what: 'renumber' | 'renumber-run' | 'replace' | 'repeal' | 'move',
  ): void {
    switch (what) {
      case 'renumber': {
        const numbers = ['9', `${target.number}A`, '(z)', '(aa)', '2.3', '(a)', '§ 47-101', ''];
        if (placeOf(target) !== 'other') return;
        this.atTarget(target, seed, (at) => ({ kind: 'renumber', target: at, number: pick(numbers, seed.beside) }));
        return;
      }
      case 'renumber-run':
        this.renumberRun(target, seed);
        return;
      case 'replace':
        this.replace(target, seed);
        return;
      case 'repeal': {
        const stub =
          seed.how % 3 > 0 || placeOf(target) !== 'other'
            ? null
            : {
                text: Text.of('Repealed.'),
                ...(seed.length % 2 === 0 ? { heading: seed.text } : {}),
                ...(seed.length % 3 === 0 ? { attributes: { status: 'repealed' } } : {}),
              };
        this.atTarget(target, seed, (at) => ({ kind: 'repeal', target: at, stub }));
        return;
      }
      case 'move':
        this.move(target, all, seed);
    }
  }

  /** The way the seed asks the target to be named; if that does not lead there, its id. */
  private atTarget(target: Provision, { how }: EditSeed, operation: (target: Target) => Operation): void {
    const plain = operation(byId(target.id));
    if (how % 4 === 0) this.keep(operation(this.numbersTo(target, how)), plain);
    else if (how % 4 === 1) this.keep(operation(byId(target.id, target.hash)));
    else this.keep(plain);
  }

  private numbersTo(target: Provision, how: number): Target {
    const way = this.draft.pathTo(target.id).filter((each) => each.number !== '');
    const steps = way.map(({ number, kind }) => (how % 3 === 0 ? { number, kind } : { number }));
    if (how % 5 === 0 && steps.length > 1) {
      const within = way[0]?.id;
      return { by: 'numbers', steps: steps.slice(1), ...(within === undefined ? {} : { within }) };
    }
    return { by: 'numbers', steps: how % 7 === 0 ? steps.slice(-2) : steps };
  }

  private substitute(target: Provision, seed: EditSeed): void {
    const written = TEXT_PARTS.filter((part) => target[part].words !== '');
    const part: TextPart = written.length === 0 ? 'text' : pick(written, seed.beside);
    const { words } = target[part];
    const start = besidePairs(words, seed.from % (words.length + 1));
    const end = besidePairs(words, Math.min(words.length, start + seed.length));
    const quoted = words.slice(start, end);
    const span = (at: Target): Operation => ({
      kind: 'substitute',
      target: at,
      selection: { by: 'span', part, start, end, ...(seed.how % 2 === 0 ? { words: quoted } : {}) },
      replacement: seed.text,
    });
    if (seed.how % 3 === 0 || quoted === '') this.atTarget(target, seed, span);
    else this.quotation(target, part, quoted, words.slice(0, start), seed, span);
  }

  private quotation(
    target: Provision,
    part: TextPart,
    words: string,
    before: string,
    seed: EditSeed,
    otherwise: (at: Target) => Operation,
  ): void {
    const reach = seed.how % 5 === 0 ? 'subtree' : 'provision';
    const likeness = seed.how % 7 < 4 ? 'exact' : 'typographic';
    const said =
      likeness === 'exact' ? words : words.replaceAll(/[“”]/gu, '"').replaceAll('’', "'").replaceAll(' ', '  ');
    const nth = before.split(words).length;
    const times = target[part].words.split(words).length - 1;
    const occurrences: readonly Occurrence[] = ['first', 'last', 'all', { nth }, { exactly: times }];
    const with_ = (occurrence: Occurrence): Operation => ({
      kind: 'substitute',
      target: byId(target.id),
      selection: { by: 'quotation', words: said, occurrence, likeness, reach, parts: [part] },
      replacement: seed.text,
    });
    this.keep(with_(pick(occurrences, seed.from + seed.how)), with_('first'), otherwise(byId(target.id)));
  }

  /** Numbers the target and the siblings after it on by one, as when a clause is put in before it. */
  private renumberRun(target: Provision, seed: EditSeed): void {
    const siblings = this.draft.parentOf(target.id)?.children ?? [];
    const run = siblings.slice(siblings.indexOf(target)).filter((each) => each.number !== '');
    for (const [index, each] of run.entries()) {
      const next = run[index + 1]?.number ?? nextNumber(each.number);
      const number = seed.how % 2 === 0 ? next : `${each.number}A`;
      this.keep({ kind: 'renumber', target: byId(each.id), number });
    }
  }

  /** Provisions that can stand where `place` says, with ids that nothing else has. */
  private provisionsFor(place: 'row' | 'cell' | 'other', seed: EditSeed): readonly Provision[] {
    const grown = grow(seed.provisions, this.fresh);
    if (place === 'other') return grown;
    return seed.provisions.map(({ text }) => {
      const id = this.fresh();
      if (place === 'cell') return cellOf(id, text);
      return (
        grown[0]?.with({
          id,
          kind: 'row',
          number: '',
          heading: Text.EMPTY,
          text: Text.EMPTY,
          tail: Text.EMPTY,
          attributes: {},
          children: [cellOf(this.fresh(), text)],
        }) ?? cellOf(id, text)
      );
    });
  }

  private insert(all: readonly Provision[], seed: EditSeed): void {
    const slot = this.slot(all, seed, () => true);
    if (slot === undefined) return;
    const provisions = this.provisionsFor(slot.place, seed);
    this.keep({ kind: 'insert', slot: slot.slot, provisions });
  }

  private slot(
    all: readonly Provision[],
    { beside, how }: EditSeed,
    fits: (place: 'row' | 'cell' | 'other') => boolean,
  ): { readonly slot: Slot; readonly place: 'row' | 'cell' | 'other' } | undefined {
    const at = pick(['last', 'after', 'before', 'first'] as const, how);
    if (at === 'first' || at === 'last') {
      const holders = all.filter((each) => holdsOthers(each) && fits('other'));
      return holders.length === 0
        ? undefined
        : { slot: { at, target: byId(pick(holders, beside).id) }, place: 'other' };
    }
    const neighbours = all.slice(1).filter((each) => fits(placeOf(each)));
    if (neighbours.length === 0) return undefined;
    const neighbour = pick(neighbours, beside);
    return { slot: { at, target: byId(neighbour.id) }, place: placeOf(neighbour) };
  }

  private replace(target: Provision, seed: EditSeed): void {
    const keepsId = seed.how % 2 === 0;
    const made = this.provisionsFor(placeOf(target), seed).map((each, index) =>
      index === 0 && keepsId ? each.with({ id: target.id }) : each,
    );
    const [first] = made;
    if (first === undefined) return;
    const kept = holdsOthers(target) && holdsOthers(first) && seed.how % 5 < 2;
    this.atTarget(target, seed, (at) =>
      kept
        ? { kind: 'replace', target: at, provisions: [first.with({ children: [] })], children: 'kept' }
        : { kind: 'replace', target: at, provisions: made, children: 'replaced' },
    );
  }

  private move(target: Provision, all: readonly Provision[], seed: EditSeed): void {
    const under = new Set([...provisionsUnder(target)].map((each) => each.id));
    const siblings = this.draft.parentOf(target.id)?.children ?? [];
    const among = seed.length % 3 === 0 && siblings.length > 1 ? [this.draft.top, ...siblings] : all;
    const outside = among.filter((each) => !under.has(each.id));
    const place = placeOf(target);
    const slot = this.slot(outside, seed, (at) => at === place);
    if (slot === undefined) return;
    this.atTarget(target, seed, (at) => ({ kind: 'move', target: at, slot: slot.slot }));
  }
}

const cellOf = (id: string, text: Text): Provision => new Provision({ id, kind: 'cell', text });

/** `2.4` after `2.3`, `(b)` after `(a)`; anything else gets a letter. */
function nextNumber(number: string): string {
  const counted = /^(.*?)(\d+)$/u.exec(number);
  if (counted !== null) return `${counted[1] ?? ''}${String(Number(counted[2]) + 1)}`;
  const lettered = /^\(([a-y])\)$/u.exec(number);
  return lettered === null ? `${number}A` : `(${String.fromCharCode((lettered[1] ?? 'a').charCodeAt(0) + 1)})`;
}

/** Operations that hardly ever work, one for each thing that can be wrong. */
function wrong(target: Provision, { how, beside, text, where }: EditSeed): Operation {
  const at = byId(target.id);
  const words = `never written ${String(where)}`;
  const missing = byId(`missing-${String(where)}`);
  const quotation = { by: 'quotation', likeness: 'exact', reach: 'provision', parts: TEXT_PARTS } as const;
  return pick<Operation>(
    [
      { kind: 'renumber', target: missing, number: '1' },
      { kind: 'set-heading', target: byId(target.id, 'not-its-hash'), heading: text },
      { kind: 'repeal', target: { by: 'numbers', steps: [{ number: 'Z99' }] }, stub: null },
      { kind: 'substitute', target: at, selection: { ...quotation, words, occurrence: 'first' }, replacement: text },
      {
        kind: 'substitute',
        target: at,
        selection: { ...quotation, words: target.text.words.slice(0, 1) || 'e', occurrence: { exactly: 77 } },
        replacement: text,
      },
      {
        kind: 'substitute',
        target: at,
        selection: { by: 'span', part: 'text', start: 0, end: 1e6 },
        replacement: text,
      },
      { kind: 'insert', slot: { at: 'after', target: byId('root') }, provisions: [cellOf('loose', text)] },
      { kind: 'insert', slot: { at: 'last', target: byId('root') }, provisions: [cellOf(target.id, text)] },
      { kind: 'move', target: at, slot: { at: 'first', target: at } },
      { kind: 'move', target: at, slot: { at: 'after', target: missing } },
      { kind: 'replace', target: at, provisions: [], children: 'replaced' },
    ],
    how + beside,
  );
}

/** The operations that these seeds are, drafted one after another on this text. New provisions get ids that begin with `prefix`. */
export function draftedOn(version: Version, edits: readonly EditSeed[], prefix: string): readonly Operation[] {
  const drafter = new Drafter(version, prefix);
  for (const edit of edits) drafter.add(edit);
  return drafter.operations;
}
