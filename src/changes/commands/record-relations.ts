/** How a modification relates to others, as a source tells it: what its words name, and writing what is new. */
import { readReference, sortableReferenceKey, type Grammar } from '../../codes/model/references.ts';
import { bodiesWithProfiles, grammarsOf } from '../../codes/queries.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { addRow } from '../../platform/record/edit.ts';
import { newId } from '../../platform/record/identity.ts';
import type { RelationInput } from '../model/input.ts';
import type { Modification } from '../model/modification.ts';
import { relationsOf } from '../store/modifications.ts';

/**
 * The key a relation's words are read as. Where several bodies' grammars fit, the change's own body is meant, then the
 * one that names a change or issue; null where the words name nothing, or still several things at once.
 */
export async function targetKey(
  input: RelationInput,
  ownBody: string,
  grammars: () => Promise<Grammar[]>,
): Promise<string | null> {
  if (input.target !== undefined) return input.target === null ? null : sortableReferenceKey(input.target);
  const candidates = readReference(await grammars(), input.targetRaw);
  const choices = [
    candidates,
    candidates.filter((one) => one.reference.body === ownBody),
    candidates.filter((one) => one.scheme.stands === 'modification' || one.scheme.stands === 'issue'),
  ];
  const only = choices.find((choice) => choice.length === 1)?.[0];
  return only === undefined ? null : sortableReferenceKey(only.reference);
}

/** Adds relations that are new; a change is not related to itself. Names what it wrote in `changed`. */
export async function writeRelations(
  context: CommandContext,
  modification: Modification,
  inputs: readonly RelationInput[],
  changed: Set<string>,
): Promise<void> {
  if (inputs.length === 0) return;
  const known = (await relationsOf(context.database, modification.id)).map((one) => ({
    relation: one.relation,
    raw: one.targetRaw,
    key: one.targetKey,
  }));
  const grammars = async () => grammarsOf(await bodiesWithProfiles(context.database, context.at.slice(0, 10)));
  for (const input of inputs) {
    const key = await targetKey(input, modification.body, grammars);
    const isKnown = known.some(
      (one) => one.relation === input.relation && (one.raw === input.targetRaw || (key !== null && one.key === key)),
    );
    if (isKnown || key === modification.referenceKey) continue;
    known.push({ relation: input.relation, raw: input.targetRaw, key });
    await addRow(context.database, 'modification_relation', {
      id: newId('relation'),
      modification_id: modification.id,
      relation: input.relation,
      target_raw: input.targetRaw,
      target_key: key,
      note: input.note ?? '',
    });
    changed.add('modification_relation');
  }
}
