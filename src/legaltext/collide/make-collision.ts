import { hashOf, type Hash } from '../hash.ts';
import type { Instrument } from '../instrument.ts';
import type { ProvisionId } from '../provision.ts';
import type { Collision, CollisionClass, CollisionSide, ConcernedPlace, Severity } from './collision.ts';

/** Digits of the hash that a collision is known by: enough that no two ever share one. */
const ID_DIGITS = 32;

interface Making {
  readonly class: CollisionClass;
  readonly severity: Severity;
  readonly one: CollisionSide;
  readonly other: CollisionSide | null;
  readonly place: ProvisionId;
  readonly citation: string;
  /** What it is about, where there can be several at one place: the term. */
  readonly about?: string | undefined;
  readonly concerns?: readonly ConcernedPlace[];
  readonly sentence: string;
}

/** A collision with its id, made from what the two sides do there and nothing else. */
export function makeCollision(making: Making): Collision {
  const { one, other, place, citation, severity, sentence, concerns = [], about } = making;
  const sides = [one, ...(other === null ? [] : [other])].flatMap(({ instrument, content }) => [instrument, content]);
  return {
    kind: 'collision',
    id: hashOf([making.class, place, ...sides, ...(about === undefined ? [] : [about])]).slice(0, ID_DIGITS),
    class: making.class,
    severity,
    changes: [one, other],
    place: { provision: place, citation },
    concerns,
    sentence,
  };
}

export const sideOf = ({ id, name }: Instrument, content: Hash): CollisionSide => ({ instrument: id, name, content });
