import type { Footprint } from '../footprint/footprint.ts';
import type { Instrument } from '../instrument.ts';
import type { Version } from '../version.ts';
import type { Cite } from './citation.ts';
import type { TextKnowledge } from './knowledge.ts';
import type { Meaning } from './meaning.ts';

/** What the parts of the finder need to know. */
export interface Ground {
  readonly base: Version;
  readonly knowledge: TextKnowledge;
  readonly cite: Cite;
  readonly inOrderOfDecision: boolean;
}

/** A change that is watched. */
export interface Watched {
  readonly instrument: Instrument;
  readonly footprint: Footprint;
  readonly meaning: Meaning;
}
