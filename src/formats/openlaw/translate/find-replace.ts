import type { Operation } from '../../../legaltext/operation.ts';
import { provisionsUnder, TEXT_PARTS, type TextPart } from '../../../legaltext/provision.ts';
import { findQuotation } from '../../../legaltext/quotation.ts';
import { Text } from '../../../legaltext/text.ts';
import { failed, ok, type Result } from '../../../values/result.ts';
import { standingIn } from '../citations.ts';
import { findPlace, type CodePlace, type Part } from '../code-place.ts';
import type { Instruction, InstructionFailure } from '../instruction.ts';
import { childOf, type XmlElement } from '../scan-xml.ts';
import { textOfNodes, trimmedText } from '../text-of-element.ts';
import { evenSpaces } from '../white-space.ts';
import { contentReading, type Site } from './site.ts';

const PART_OF: Readonly<Record<Exclude<Part, 'num'>, TextPart>> = {
  heading: 'heading',
  text: 'text',
  aftertext: 'tail',
};

/**
 * Words for words, exact but for white space and the form of quotation marks, in everything the target holds; in its
 * number only when it is a number that is pointed to, or the words are nowhere else.
 */
export function translateFindReplace(
  instruction: Instruction,
  site: Site,
): Result<readonly Operation[], InstructionFailure> {
  const { element, segments } = instruction;
  const path = segments.join('|');
  const place = findPlace(site.view, segments);
  if (place === undefined) return failed({ kind: 'target-missing', path });
  if (element.attributes['count'] === '0') return ok([]);
  const standing = standingIn(site.view, place.provision);
  const { render } = contentReading(instruction, site, standing);
  // What is put in the place of words need not begin a text: it takes no capital.
  const within = render === undefined ? undefined : (element: XmlElement): string | undefined => render(element, '…');
  const side = (name: 'find' | 'replace'): Text => {
    const child = childOf(element, name);
    if (child === undefined) return Text.of(evenSpaces(element.attributes[name] ?? ''));
    return withoutLayout(child, textOfNodes(child.children, within));
  };
  const words = side('find').words;
  const replacement = side('replace');
  if (words === '') return failed({ kind: 'nothing-to-write', what: 'it strikes no words' });
  const target = { by: 'id', id: place.provision.id } as const;
  const substitute: Operation = {
    kind: 'substitute',
    target,
    selection: {
      by: 'quotation',
      words,
      occurrence: occurrenceOf(element),
      likeness: 'typographic',
      reach: place.part === undefined ? 'subtree' : 'provision',
      parts: place.part === undefined ? TEXT_PARTS : place.part === 'num' ? [] : [PART_OF[place.part]],
    },
    replacement,
  };
  if (place.part !== 'num' && substitute.selection.by === 'quotation') {
    const found = findQuotation(place.provision, substitute.selection);
    if (found.kind === 'ok' || found.failure.kind !== 'quotation-missing') return ok([substitute]);
  }
  if (place.part === 'num' || place.part === undefined) {
    const renumberings = renumber(place, words, replacement.words, occurrenceOf(element));
    if (renumberings.length > 0) return ok(renumberings);
  }
  return failed({ kind: 'words-missing', path, words });
}

/** The same in numbers: in the one pointed to, or in those of the target and everything below. */
function renumber(
  { provision, part }: CodePlace,
  words: string,
  replacement: string,
  occurrence: ReturnType<typeof occurrenceOf>,
): Operation[] {
  const numbered = part === 'num' ? [provision] : [...provisionsUnder(provision)];
  const found = numbered.filter(({ number }) => number.includes(words));
  const chosen =
    occurrence === 'all'
      ? found
      : occurrence === 'first'
        ? found.slice(0, 1)
        : occurrence === 'last'
          ? found.slice(-1)
          : found.slice(occurrence.nth - 1, occurrence.nth);
  return chosen.map(({ id, number }) => ({
    kind: 'renumber',
    target: { by: 'id', id },
    number: number.replaceAll(words, replacement),
  }));
}

function occurrenceOf(element: XmlElement): 'first' | 'last' | 'all' | { nth: number } {
  const { position } = element.attributes;
  if (position === 'first' || position === 'last') return position;
  const nth = Number(position ?? Number.NaN);
  return Number.isInteger(nth) && nth > 0 ? { nth } : 'all';
}

/** Line breaks at the ends are the file's layout; a space there is part of the words. */
function withoutLayout(element: XmlElement, text: Text): Text {
  const [first] = element.children;
  const last = element.children.at(-1);
  const breaksBefore = typeof first === 'string' && /^\s*\n/u.test(first);
  const breaksAfter = typeof last === 'string' && /\n\s*$/u.test(last);
  return breaksBefore || breaksAfter ? trimmedText(text) : text;
}
