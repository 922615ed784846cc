/** Which records of the programme the words of a pack speak of. */
import type { Mention, MilestoneMention } from '../../formats/pack/model.ts';
import type { RecordKey } from '../../platform/record/links.ts';
import { referenceKey } from '../../values/reference.ts';
import type { Applied } from './applied.ts';

/** The records behind references and milestones that the same pack wrote; others stay words. Each once. */
export function mentionedRecords(
  written: ReadonlyMap<string, Applied>,
  mentions: readonly Mention[],
  milestones: readonly MilestoneMention[],
): RecordKey[] {
  const byReference = new Map<string, RecordKey>();
  for (const { source, kind, id } of written.values()) {
    if (source.kind === 'modification' || source.kind === 'issue' || source.kind === 'change-request') {
      byReference.set(referenceKey(source.reference.value), { kind, id });
    }
    if (source.kind === 'milestone' && source.reference !== null) byReference.set(source.reference.value, { kind, id });
  }
  const found = [
    ...mentions.map((mention) => referenceKey(mention.value)),
    ...milestones.map((milestone) => milestone.value),
  ]
    .map((key) => byReference.get(key))
    .filter((key) => key !== undefined);
  return [...new Map(found.map((key) => [`${key.kind} ${key.id}`, key])).values()];
}
