import type { Commencement } from '../instrument.ts';
import type { Strand } from '../footprint/footprint.ts';

/** The civil date on which a part takes effect; null where none is known. */
function dateOf(commencement: Commencement): string | null {
  switch (commencement.kind) {
    case 'date':
      return commencement.date;
    case 'instant':
      return commencement.at.slice(0, 10);
    case 'milestone':
      return commencement.expected ?? null;
    case 'unknown':
    case 'never':
      return null;
  }
}

/** The first and last dates on which steps of a strand take effect; null where one of them has no known date. */
export function effectOf(strand: Strand): { readonly first: string; readonly last: string } | null {
  const dates: string[] = [];
  for (const { part } of strand.steps) {
    const commencement = strand.instrument.parts[part]?.commencement;
    const date = commencement === undefined ? null : dateOf(commencement);
    if (date === null) return null;
    dates.push(date);
  }
  dates.sort();
  const [first] = dates;
  const last = dates.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}
