import type { TextView } from '../instrument.ts';
import type { Provision, ProvisionId } from '../provision.ts';

/** How a provision is cited, given the way to it from the root (which is not cited itself). */
export type Cite = (path: readonly Provision[]) => string;

/**
 * A citation from the numbers as printed: `2.3.1(a)`. A number that repeats the one above it stands for both; bracketed
 * numbers are written on; a provision without a number is called by its kind and its place among its kind. House styles
 * know better; this is what can be said without one.
 */
export const citePlainly: Cite = (path) => {
  let citation = '';
  for (const [index, provision] of path.entries()) {
    if (index === 0) continue;
    const { number } = provision;
    if (number === '') citation += index === path.length - 1 ? unnumbered(citation, path[index - 1], provision) : '';
    else if (citation === '' || number.startsWith(citation)) citation = number;
    else citation += /^[([]/u.test(number) ? number : ` ${number}`;
  }
  return citation === '' ? 'the whole text' : citation;
};

function unnumbered(before: string, parent: Provision | undefined, provision: Provision): string {
  const [definition] = provision.text.marks.filter((mark) => mark.kind === 'definition');
  const name =
    definition === undefined
      ? provision.heading.words
      : provision.text.words.slice(definition.start, definition.end).replaceAll(/[“”"]/gu, '');
  const alike = parent?.children.filter(({ kind, number }) => kind === provision.kind && number === '') ?? [];
  const place = String(alike.findIndex(({ id }) => id === provision.id) + 1);
  const called = name === '' ? `${provision.kind} ${place}` : `${provision.kind} ‘${name}’`;
  return before === '' ? called : `, ${called}`;
}

/** The citation of a provision where the first of these texts has it; what `otherwise` says where none has. */
export function citationOf(id: ProvisionId, views: readonly TextView[], cite: Cite, otherwise = id): string {
  for (const view of views) {
    const path = view.pathTo(id);
    if (path.length > 0) return cite(path);
  }
  return otherwise;
}
