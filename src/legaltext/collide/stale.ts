import type { Step } from '../footprint/footprint.ts';
import { hashOf } from '../hash.ts';
import { failureInWords } from '../operation-failure.ts';
import { targetInWords } from '../resolve-target.ts';
import { citationOf } from './citation.ts';
import type { Collision } from './collision.ts';
import type { Ground, Watched } from './ground.ts';
import { contentAt } from './content.ts';
import { makeCollision, sideOf } from './make-collision.ts';

/**
 * Where a draft rests on a text that is not the current one. A step that does not work on the current text is a clash,
 * unless another change would make it work (then it is nested, and told of there). When all steps work but the draft says
 * it was made on another text, that is a notice: somebody should read it again. If that other text is what another change
 * would make of the current one, the draft assumes that change, and the two are named together.
 */
export function staleCollisions(
  ground: Ground,
  watched: Watched,
  enabled: ReadonlySet<Step>,
  near: readonly Watched[],
): readonly Collision[] {
  const { base } = ground;
  const { footprint, instrument } = watched;
  const found: Collision[] = [];
  for (const strand of footprint.strands)
    for (const step of strand.steps) {
      if (step.failure === null || enabled.has(step)) continue;
      const place = step.touches.find((id) => base.find(id) !== undefined) ?? base.root.id;
      const { operation } = step;
      const target = targetInWords(operation.kind === 'insert' ? operation.slot.target : operation.target);
      const citation = citationOf(place, [base.index], ground.cite);
      found.push(
        makeCollision({
          class: 'stale',
          severity: 'clash',
          one: sideOf(instrument, hashOf([contentAt(strand, place), String(step.part), String(step.position)])),
          other: null,
          place,
          citation,
          sentence: `${instrument.name} does not fit the current text: ${failureInWords(place === base.root.id ? target : citation, step.failure)} No other change that is known would make it fit; draft it again on the current text.`,
        }),
      );
    }
  if (footprint.draftedOn !== null && footprint.draftedOn !== base.hash)
    found.push(restsOnOther(ground, watched, near));
  return found;
}

function restsOnOther(ground: Ground, { footprint, instrument }: Watched, near: readonly Watched[]): Collision {
  const { base } = ground;
  const assumed = near.find((other) => other.footprint.after.top.hash === footprint.draftedOn);
  const sentence =
    assumed === undefined
      ? `${instrument.name} was drafted on a text that is not the current one; read it again on the current text.`
      : `${instrument.name} was drafted as if ${assumed.instrument.name} were made already, which is not decided; it must wait for it, or be drafted again on the current text.`;
  return makeCollision({
    class: 'stale',
    severity: assumed === undefined ? 'notice' : 'order',
    one: sideOf(instrument, hashOf([footprint.draftedOn ?? '', base.hash])),
    other: assumed === undefined ? null : sideOf(assumed.instrument, assumed.footprint.after.top.hash),
    place: base.root.id,
    citation: citationOf(base.root.id, [base.index], ground.cite),
    sentence,
  });
}
