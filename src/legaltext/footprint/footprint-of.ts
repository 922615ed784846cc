import { Draft } from '../draft.ts';
import type { Instrument } from '../instrument.ts';
import type { Version } from '../version.ts';
import type { Footprint } from './footprint.ts';
import { strandsOf } from './strands.ts';
import { AskedView } from './asked-view.ts';
import { Tracer } from './tracer.ts';

/**
 * The footprint of a change on a text: what it writes and reads, provision by provision, with the words in positions of
 * that text. The change is made, alone, on a draft of the base; its operations build on each other, and those that do not
 * work there are kept with their reason, since what they look for may be what another change would bring. Parts that
 * never commence are left out. Costs what the operations touch, times the depth of the text; never its size.
 */
export function footprintOf(instrument: Instrument, base: Version): Footprint {
  const draft = new Draft(base);
  const tracer = new Tracer(base, draft);
  for (const [part, { commencement, operations }] of instrument.parts.entries()) {
    if (commencement.kind === 'never') continue;
    if (typeof operations !== 'function') {
      for (const [position, operation] of operations.entries()) tracer.trace(operation, part, position, null);
      continue;
    }
    const view = new AskedView(draft);
    for (const [position, operation] of operations(view).entries())
      tracer.trace(operation, part, position, { operations, asked: view.asked });
  }
  return {
    kind: 'footprint',
    instrument,
    strands: strandsOf(instrument, base, draft, tracer),
    after: draft,
    draftedOn: instrument.draftedOn ?? null,
  };
}
