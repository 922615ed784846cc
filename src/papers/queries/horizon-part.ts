/** The horizon log of a pack: every code body's return for the meeting, and who made none. */
import {
  DECIDING,
  UNNAMED,
  type Modification,
  type ModificationDate,
  type Update,
} from '../../changes/model/modification.ts';
import { modificationDetail, type ModificationDetail } from '../../changes/queries/detail.ts';
import { horizonLog, type BodyInLog } from '../../changes/queries/horizon.ts';
import { modificationById } from '../../changes/store/modifications.ts';
import type { Database } from '../../platform/database/tables.ts';
import { readPartialDate, type CivilDate } from '../../values/partial-date.ts';
import type { PackPart, PaperDecisionDate, PaperIssue, PaperModification, PaperReturn } from '../model.ts';

/** `MEMs and DNOs - supported`, as the template writes it; words that name nobody stand alone. */
const printPosition = ({
  stakeholder,
  words: said,
}: {
  readonly stakeholder: string;
  readonly words: string;
}): string => (stakeholder === UNNAMED ? said : `${stakeholder} - ${said}`);

const words = (text: string): string | null => (text.trim() === '' ? null : text);

const DECIDERS = { panel: 'Panel', authority: 'Authority' } as const;

const IMPLEMENTATION_NOTE = 'The dates marked are proposed implementation dates; no decision date is known.';

/** An implementation date that stands where a decision date is missing carries the star of the note that says so. */
const starred = (date: ModificationDate): PaperDecisionDate => ({
  decider: null,
  date: date.date.raw.includes('*') ? date.date : readPartialDate(`${date.date.raw}*`),
});

const isImplementation = (date: ModificationDate): boolean => date.type === 'implementation';

/** Who decides when; the implementation dates where nothing is known of a decision. */
function decisionDates(dates: readonly ModificationDate[]): readonly PaperDecisionDate[] {
  const deciding = dates.filter((date) => DECIDING.includes(date.type));
  if (deciding.length === 0) return dates.filter(isImplementation).map(starred);
  const order = (date: ModificationDate): number => DECIDING.indexOf(date.type);
  return [...deciding]
    .sort((a, b) => order(a) - order(b))
    .map((date) => ({
      decider:
        words(date.qualifier) ?? (date.type === 'panel' || date.type === 'authority' ? DECIDERS[date.type] : null),
      date: date.date,
    }));
}

/** The updates told at this meeting; where there are none, the last one told. */
function updatesFor(updates: readonly Update[], meetingKey: string): readonly Update[] {
  const told = updates.filter((update) => update.meetingKey === meetingKey);
  return told.length > 0 ? told : updates.slice(-1);
}

const changeOf = (detail: ModificationDetail, stageRaw: string, meetingKey: string): PaperModification => {
  const { modification, dates } = detail;
  return {
    reference: modification.reference,
    title: modification.title,
    summary: words(modification.summary),
    updates: updatesFor(detail.updates, meetingKey).map(({ date, words: text }) => ({ date, text })),
    positions: words(detail.positions.map(printPosition).join('; ')),
    raised: dates.find((date) => date.type === 'raised')?.date ?? null,
    status: words(stageRaw) ?? words(modification.stageRaw),
    decisionDates: decisionDates(dates),
    impact: words(modification.impactRaw),
  };
};

const issueOf = (detail: ModificationDetail, stageRaw: string): PaperIssue => ({
  reference: detail.modification.reference,
  otherReferences: detail.relations
    .filter((relation) => relation.targetKey === null && relation.target === null)
    .map((relation) => relation.targetRaw),
  title: detail.modification.title,
  status: words(stageRaw) ?? words(detail.modification.stageRaw),
  impact: words(detail.modification.impactRaw),
});

async function returnOf(
  database: Database,
  { body, return: found }: BodyInLog,
  meetingKey: string,
  on: CivilDate,
): Promise<PaperReturn> {
  const modifications: PaperModification[] = [];
  const issues: PaperIssue[] = [];
  const footnotes = new Set<string>();
  for (const entry of found?.entries ?? []) {
    const modification: Modification | null = await modificationById(database, entry.modificationId);
    if (modification === null) continue;
    const detail = await modificationDetail(database, modification, on);
    if (modification.kind === 'issue') issues.push(issueOf(detail, entry.stageRaw));
    else {
      const change = changeOf(detail, entry.stageRaw, meetingKey);
      modifications.push(change);
      if (!detail.dates.some((date) => DECIDING.includes(date.type)))
        for (const date of detail.dates.filter(isImplementation))
          footnotes.add(words(date.note) ?? IMPLEMENTATION_NOTE);
    }
  }
  return { body, modifications, issues, footnotes: [...footnotes] };
}

/** The log returned for the meeting, or the last one before it where nobody has returned anything for it yet. */
export async function horizonPart(database: Database, meetingKey: string, on: CivilDate): Promise<PackPart> {
  const own = await horizonLog(database, meetingKey);
  const log = own.period === null ? await horizonLog(database, null) : own;
  const returns: PaperReturn[] = [];
  for (const body of log.bodies) returns.push(await returnOf(database, body, meetingKey, on));
  const dates = log.bodies.flatMap((body) => (body.return?.logDate == null ? [] : [body.return.logDate])).sort();
  return { kind: 'horizon', date: dates.at(-1) ?? null, returns };
}
