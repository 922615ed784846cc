import type { Hole } from '../holes/holes.ts';
import type { ProvisionId } from '../provision.ts';
import type { CheckReporter } from './finding.ts';
import { shortened } from './place.ts';

const HOLES: Readonly<Record<Hole['hole'], string>> = {
  blank: 'is left blank',
  number: 'stands for a number yet to come',
  'to-be-confirmed': 'is still to be confirmed',
  insert: 'is to be filled in',
  note: 'is a drafting note',
  option: 'is still to be decided on',
};

/** A line to write on, as forms have them. */
const LINE = /^_{3,}$/;
/** So many lines to write on in one paragraph are a form: people who draft leave one thing blank at a time. */
const FORM = 2;

/** Reports each hole; the lines of a form, which are to be filled in by whoever uses it, as one. */
export function reportHoles(holes: readonly Hole[], report: CheckReporter): void {
  const lines = new Map<ProvisionId, number>();
  for (const { provision, words } of holes) if (LINE.test(words)) lines.set(provision, (lines.get(provision) ?? 0) + 1);
  const told = new Set<ProvisionId>();
  for (const hole of holes) {
    const { provision, part, start, end, words } = hole;
    const place = part === 'number' ? { provision } : { provision, part, start, end };
    const count = LINE.test(words) ? (lines.get(provision) ?? 0) : 1;
    if (count < FORM) report('hole', place, (where) => `“${shortened(words)}” in ${where} ${HOLES[hole.hole]}.`);
    else if (!told.has(provision))
      report(
        'form',
        { ...place, count },
        (where) => `${count} lines to write on stand in ${where}: a form, or left blank.`,
      );
    if (count >= FORM) told.add(provision);
  }
}
