import type { Step, Strand } from '../footprint/footprint.ts';
import type { ProvisionId } from '../provision.ts';
import { citationOf } from './citation.ts';
import type { Collision } from './collision.ts';
import type { Ground } from './ground.ts';
import { contentAt } from './content.ts';
import { effectOf } from './effect.ts';
import { makeCollision, sideOf } from './make-collision.ts';
import { sentenceOf } from './sentences.ts';
import { verdictOn, type Finding, type Verdict } from './verdict.ts';

interface Met {
  readonly collisions: readonly Collision[];
  readonly enabled: readonly Step[];
}

/**
 * The collisions of two strands, put in words. `one` is of the instrument whose id comes first, so that the answer is the
 * same whichever of the two was edited last; `decidedFirst` is the instrument decided first, which counts only where the
 * order of decision is known.
 */
export function collisionsOfStrands(ground: Ground, one: Strand, other: Strand, decidedFirst: string): Met {
  const verdict = verdictOn(ground.base, one, other);
  if (verdict === null) return { collisions: [], enabled: [] };
  const { base } = ground;
  const cite = (id: ProvisionId): string => citeIn(ground, [one, other], id);
  const telling = {
    one,
    other,
    cite,
    wordsOf: (id: ProvisionId, part: 'heading' | 'text' | 'tail') => base.find(id)?.[part].words ?? '',
  };
  const make = (finding: Finding, sentence: string): Collision =>
    makeCollision({
      class: finding.class,
      severity: finding.severity,
      one: sideOf(one.instrument, contentAt(one, contentPlace(finding, one))),
      other: sideOf(other.instrument, contentAt(other, contentPlace(finding, other))),
      place: finding.place,
      citation: cite(finding.place),
      sentence,
    });
  const collisions = verdict.findings.map((finding) => make(finding, sentenceOf(finding, telling)));
  const reversed = reversedOrder(ground, verdict, one, other, decidedFirst);
  if (reversed !== null) collisions.push(make(reversed.finding, reversed.sentence));
  return { collisions, enabled: verdict.enabled };
}

/** The provision by which what a strand does is told: of the one that takes away, what it takes. */
const contentPlace = ({ meeting, place }: Finding, strand: Strand): ProvisionId =>
  meeting?.taker === strand ? (meeting.taken ?? place) : place;

/** A place is cited as the base has it, or else as one of the changes would make it. */
function citeIn({ base, cite }: Ground, strands: readonly Strand[], id: ProvisionId): string {
  return citationOf(id, [base.index, ...strands.map(({ after }) => after)], cite);
}

/** Where the order matters: whether the dates of effect are the wrong way round. */
function reversedOrder(
  { inOrderOfDecision }: Ground,
  { findings, dependsOnOrder }: Verdict,
  one: Strand,
  other: Strand,
  decidedFirst: string,
): { readonly finding: Finding; readonly sentence: string } | null {
  if (!dependsOnOrder) return null;
  const nested = findings.find((finding) => finding.class === 'nested');
  const [needed] = nested?.dependent === undefined ? [] : [nested.dependent === one ? other : one];
  const first = needed ?? (inOrderOfDecision ? (one.instrument.id === decidedFirst ? one : other) : undefined);
  if (first === undefined) return null;
  const second = first === one ? other : one;
  const before = effectOf(first);
  const after = effectOf(second);
  if (before === null || after === null || before.last <= after.first) return null;
  const place = nested?.place ?? findings[0]?.place;
  if (place === undefined) return null;
  const names = { first: first.instrument.name, second: second.instrument.name };
  const why =
    needed === undefined
      ? `${names.first} is decided before ${names.second}`
      : `${names.second} works only once ${names.first} is made`;
  return {
    finding: { class: 'order', severity: 'order', place, meeting: null },
    sentence: `${why}, but ${names.second} takes effect first (${after.first}; ${names.first} on ${before.last}), and the order matters; change one of the dates or draft for the order of effect.`,
  };
}
