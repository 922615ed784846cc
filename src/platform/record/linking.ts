/**
 * Links as people make them, from the page of either record: which way the link runs, making it, taking it away, and
 * every link of a record as seen from it.
 */
import { failed, ok, type Result } from '../../values/result.ts';
import type { Database } from '../database/tables.ts';
import { problem, type Problem } from '../errors/problem.ts';
import { allows } from '../policy/policy.ts';
import type { CommandContext } from './command.ts';
import { addLink, isSameRecord, linksOf, removeLink, type RecordKey, type RecordLink } from './links.ts';

/** A link as seen from one of its two records. */
export interface SeenLink extends RecordKey {
  /** `from` when the link starts at the record it is seen from, `to` when it leads there. */
  readonly direction: 'from' | 'to';
  readonly relation: string;
  readonly note: string;
  /** Made between just these two, so that it can be taken away from here; an agenda's links belong to the meeting. */
  readonly removable: boolean;
}

type Ends = Omit<RecordLink, 'note'>;

/** The kinds that say what they are about. */
const SPEAKING = { action: 'concerns', decision: 'about' } as const;
type Speaking = keyof typeof SPEAKING;

const isSpeaking = (kind: string): kind is Speaking => Object.hasOwn(SPEAKING, kind);

const sortKey = ({ kind, id }: RecordKey): string => `${kind}:${id}`;

/**
 * The one link that people make between two records, whichever page they make it on. An action `concerns` and a decision
 * is `about` the other record; of two such, the one it is made from speaks. Any others are `related-to` each other.
 */
export function linkBetween(here: RecordKey, other: RecordKey): Ends {
  if (isSpeaking(here.kind)) return { from: here, relation: SPEAKING[here.kind], to: other };
  if (isSpeaking(other.kind)) return { from: other, relation: SPEAKING[other.kind], to: here };
  const [from, to] = sortKey(here) < sortKey(other) ? [here, other] : [other, here];
  return { from, relation: 'related-to', to };
}

const isSameLink = (one: Ends, other: Ends): boolean =>
  one.relation === other.relation && isSameRecord(one.from, other.from) && isSameRecord(one.to, other.to);

/** Every link from or to a record, in the order they were made. */
export async function linksSeenFrom(database: Database, here: RecordKey): Promise<SeenLink[]> {
  const links = await linksOf(database, here.kind, [here.id]);
  return links.map((link) => {
    const outward = isSameRecord(link.from, here);
    const other = outward ? link.to : link.from;
    return {
      direction: outward ? 'from' : 'to',
      relation: link.relation,
      kind: other.kind,
      id: other.id,
      note: link.note,
      removable: isSameLink(link, linkBetween(here, other)),
    };
  });
}

/** What an action or decision says is its own: whoever links it from elsewhere must be allowed to edit it, too. */
function refusal({ actor }: CommandContext, here: RecordKey, { from }: Ends): Problem | null {
  if (isSameRecord(from, here) || !isSpeaking(from.kind) || allows(actor, 'edit', from.kind)) return null;
  return problem(
    'not-allowed',
    `The link would be part of the ${from.kind}, which your role may not edit. Ask the secretariat to link the two.`,
  );
}

/**
 * Links two records; a link that is there stays as it is. The caller has made sure that both are on record.
 *
 * @returns the other record's key; `invalid-value` for a record with itself, `not-allowed` by `refusal`'s rule.
 */
export async function linkRecords(
  context: CommandContext,
  here: RecordKey,
  other: RecordKey,
): Promise<Result<RecordKey, Problem>> {
  if (isSameRecord(here, other))
    return failed(problem('invalid-value', 'A record cannot be linked with itself. Choose another one.'));
  const link = linkBetween(here, other);
  const refused = refusal(context, here, link);
  if (refused !== null) return failed(refused);
  await addLink(context.database, { ...link, note: '' });
  return ok({ kind: other.kind, id: other.id });
}

/** Takes away the link that `linkRecords` makes; nothing happens when it is not there. `not-allowed` by the same rule. */
export async function unlinkRecords(
  context: CommandContext,
  here: RecordKey,
  other: RecordKey,
): Promise<Result<null, Problem>> {
  const link = linkBetween(here, other);
  const refused = refusal(context, here, link);
  if (refused !== null) return failed(refused);
  await removeLink(context.database, link);
  return ok(null);
}
