/**
 * Recognition of a meeting pack by its structure: headings, purpose lines, label/value blocks and tables, in whatever
 * order they come. Pure and deterministic; it never fails, it only leaves text unread.
 */
import type { SourceDocument } from '../document/model.ts';
import type { PackKnowledge } from './knowledge.ts';
import { packRecords, type PackAgendaItem, type PackContents, type PackSection } from './model.ts';
import { measureCoverage } from './coverage.ts';
import {
  closeSection,
  itemsFromSections,
  openSections,
  recogniseAgenda,
  takeRepeatedTitles,
  type OpenSection,
} from './recognise-agenda.ts';
import { recogniseActions } from './recognise-actions.ts';
import { recogniseChangeRequests } from './recognise-change-requests.ts';
import { recogniseHorizonLog, recogniseIssues, recogniseModifications } from './recognise-horizon.ts';
import { recogniseMeeting, recogniseUnnumberedMeeting } from './recognise-meeting.ts';
import {
  recogniseDeliverables,
  recogniseMilestones,
  recogniseNext,
  recogniseRisks,
  recogniseStatusSummary,
} from './recognise-progress.ts';
import { recogniseFreezeOptions, recogniseRecommendations, recogniseStatements } from './recognise-proposals.ts';
import { recogniseGroupReports, recogniseProgrammeUpdates, recogniseWorkingGroups } from './recognise-updates.ts';
import { beginReading, isFree, takeAsStructure, type Reading } from './source.ts';
import { sortRows } from './tables.ts';
import { REMARKS, type TableName } from './labels.ts';

/** Keys are unique in a pack: a second record with the same key gets `#2`, and a finding says so elsewhere. */
function withUniqueKeys<R extends { readonly key: string }>(records: readonly R[]): R[] {
  const seen = new Map<string, number>();
  return records.map((record) => {
    const count = (seen.get(record.key) ?? 0) + 1;
    seen.set(record.key, count);
    return count === 1 ? record : { ...record, key: `${record.key}#${count}` };
  });
}

/** A link that stands alone outside any section (`[Attachments / Appendices](#)`) is navigation. */
function takeNavigation(reading: Reading, sections: readonly OpenSection[]): void {
  const { text } = reading.document;
  for (const piece of reading.pieces) {
    if (!isFree(reading, piece)) continue;
    if (sections.some((section) => section.bodyFrom <= piece.index && piece.index < section.end)) continue;
    if (/^\s*\[[^\]]{1,80}\]\([^)\s]*\)\s*$/.test(text.slice(piece.span.start, piece.span.end)))
      takeAsStructure(reading, piece, 'link');
  }
}

/** Remarks that a printed pack makes about itself are structure. */
function takeRemarks(reading: Reading): void {
  for (const piece of reading.pieces)
    if (isFree(reading, piece) && REMARKS.some((remark) => remark.test(piece.text)))
      takeAsStructure(reading, piece, 'furniture');
}

/**
 * Reads a pack. The order of steps matters only where one recogniser's text could be another's: narrow records take
 * their lines first, and what is left of each section becomes its notes.
 *
 * @param knowledge bodies, groups and words, as data; see `knowledge.ts`.
 */
export function recognisePack(document: SourceDocument, knowledge: PackKnowledge): PackContents {
  const reading = beginReading(document, knowledge);
  const rows = sortRows(reading);
  const of = (table: TableName) => rows.known.filter((row) => row.table === table);

  const meeting = recogniseMeeting(reading) ?? recogniseUnnumberedMeeting(reading);
  const items = recogniseAgenda(reading, of('agenda'));
  const opened = openSections(reading, items);
  takeRepeatedTitles(reading, opened);
  takeRemarks(reading);

  const actions = recogniseActions(reading, of('actions'));
  const updates = recogniseGroupReports(reading);
  const programmeUpdates = recogniseProgrammeUpdates(reading, opened);
  const groupUpdates = recogniseWorkingGroups(reading, opened);
  const modifications = withUniqueKeys(recogniseModifications(reading, rows.labelled));
  const issues = withUniqueKeys(recogniseIssues(reading, of('issues')));
  const horizon = recogniseHorizonLog(reading, modifications, issues);
  const recommendations = recogniseRecommendations(reading, opened);
  const freezeOptions = recogniseFreezeOptions(reading, opened);
  const statements = recogniseStatements(reading, opened);
  const statusSummary = recogniseStatusSummary(reading, opened);
  const deliverables = recogniseDeliverables(reading, opened);
  const next = recogniseNext(reading, opened, of('nextMeetings'));
  const changeRequests = recogniseChangeRequests(
    reading,
    opened,
    updates,
    recommendations,
    meeting?.date?.value ?? null,
  );
  takeNavigation(reading, opened);

  const closed = opened.map((open) => ({ open, section: closeSection(reading, open) }));
  const sections: PackSection[] = withUniqueKeys(closed.map(({ section }) => section));
  const sectionOf = (item: PackAgendaItem): PackSection | null => {
    const at = closed.findIndex(({ open }) => open.item === item);
    return sections[at] ?? null;
  };
  const agendaItems = withUniqueKeys(
    items.length > 0 ? items.map((item) => ({ ...item, section: sectionOf(item) })) : itemsFromSections(sections),
  );

  const contents: PackContents = {
    meeting,
    agendaItems,
    sections,
    actions: withUniqueKeys(actions),
    updates: withUniqueKeys(updates),
    programmeUpdates: withUniqueKeys(programmeUpdates),
    horizon,
    modifications,
    issues,
    changeRequests,
    recommendations: withUniqueKeys(recommendations),
    freezeOptions: withUniqueKeys(freezeOptions),
    statements: withUniqueKeys(statements),
    statusSummary,
    deliverables: withUniqueKeys(deliverables),
    risks: withUniqueKeys(recogniseRisks(reading, of('risks'))),
    milestones: withUniqueKeys(recogniseMilestones(reading, of('milestones'))),
    groupUpdates: withUniqueKeys(groupUpdates),
    nextMeetings: withUniqueKeys(next.meetings),
    nextSteps: withUniqueKeys(next.steps),
    structure: [...reading.structure].sort((a, b) => a.span.start - b.span.start),
    unread: [],
    coverage: 0,
    structureCoverage: 0,
  };
  return {
    ...contents,
    ...measureCoverage(
      document.text,
      packRecords(contents).flatMap((record) => record.spans),
      contents.structure.map((part) => part.span),
    ),
  };
}
