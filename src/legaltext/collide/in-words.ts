import type { Step, Strand } from '../footprint/footprint.ts';
import { provisionsUnder, type Provision, type ProvisionId } from '../provision.ts';

/** Words quoted in a sentence are cut to this many characters, since sentences are read by people. */
const LONGEST_QUOTE = 60;

export const quote = (words: string): string => {
  const tidy = words.replaceAll(/\s+/gu, ' ').trim();
  return `‘${tidy.length <= LONGEST_QUOTE ? tidy : `${tidy.slice(0, LONGEST_QUOTE)}…`}’`;
};

/** What a strand does at a provision: `strikes ‘half-hourly’`, `repeals it`. The provision itself is named around it. */
export function deedAt(strand: Strand, place: ProvisionId, struck?: string): string {
  const steps = strand.steps.filter(({ touches }) => touches.includes(place));
  const [step] = steps.length === 0 ? strand.steps : steps;
  return step === undefined ? 'changes it' : deed(step, struck);
}

function deed({ operation }: Step, struck: string | undefined): string {
  switch (operation.kind) {
    case 'substitute': {
      const { selection, replacement } = operation;
      const out = struck ?? (selection.by === 'quotation' ? selection.words : (selection.words ?? ''));
      if (out === '') return replacement.words === '' ? 'rewords it' : `puts in ${quote(replacement.words)}`;
      return replacement.words === '' ? `strikes ${quote(out)}` : `puts ${quote(replacement.words)} for ${quote(out)}`;
    }
    case 'insert':
      return `puts in ${named(operation.provisions)}`;
    case 'replace':
      return 'replaces it';
    case 'repeal':
      return 'repeals it';
    case 'renumber':
      return operation.number === '' ? 'takes away its number' : `renumbers it ${operation.number}`;
    case 'move':
      return 'moves it';
    case 'set-heading':
      return `gives it the heading ${quote(operation.heading.words)}`;
  }
}

/** New provisions by their numbers, or by how they begin. */
export function named(provisions: readonly Provision[]): string {
  const [first] = provisions;
  if (first === undefined) return 'nothing';
  const words = beginning(first);
  const name =
    first.number !== '' ? first.number : words === '' ? `a ${first.kind}` : `a ${first.kind} ${quote(words)}`;
  return provisions.length === 1 ? name : `${name} and ${String(provisions.length - 1)} more`;
}

/** The first words of a provision: its own, or those of what is under it, such as the cells of a row. */
function beginning(provision: Provision): string {
  const words: string[] = [];
  let length = 0;
  for (const each of provisionsUnder(provision)) {
    const own = [each.number, each.heading.words, each.text.words].filter((part) => part !== '');
    words.push(...own);
    length += own.reduce((sum, part) => sum + part.length, 0);
    if (length > LONGEST_QUOTE || (each === provision && own.length > 0)) break;
  }
  return words.join(' ');
}
