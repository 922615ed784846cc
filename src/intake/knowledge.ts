/** What recognising a pack must be told, as the record has it now: code bodies with their profiles, and groups. */
import { todayAt } from '../platform/people/today.ts';
import { packKnowledge as knowledgeOfBodies } from '../codes/queries.ts';
import { DEFAULT_KNOWLEDGE } from '../formats/pack/default-knowledge.ts';
import type { PackKnowledge } from '../formats/pack/knowledge.ts';
import { allGroups } from '../meetings/store/groups.ts';
import type { Database } from '../platform/database/tables.ts';

/**
 * The record's own code bodies and groups. A record without any (nobody has set it up yet) is read with the knowledge
 * that Pandect ships, so that the first pack can be read at all; groups it ships are known beside the record's own.
 */
export async function packKnowledge(database: Database): Promise<PackKnowledge> {
  const bodies = await knowledgeOfBodies(database, await todayAt(database));
  const groups = (await allGroups(database)).map((group) => ({ shortName: group.short_name, name: group.name }));
  const own = new Set(groups.map((group) => group.shortName));
  const allKnown = [...groups, ...DEFAULT_KNOWLEDGE.groups.filter((group) => !own.has(group.shortName))];
  return bodies.bodies.length === 0 ? { ...DEFAULT_KNOWLEDGE, groups: allKnown } : { ...bodies, groups: allKnown };
}
