import type { ReactNode } from 'react';
import { printPartialDate, type PartialDate } from '../../values/partial-date.ts';
import type { FieldChange } from '../api/client.ts';
import type { MeetingChoice } from '../app/momentWords.ts';
import type { Vocabulary } from '../codes/answers.ts';
import { labelOf, stepOf } from '../codes/vocabulary.ts';
import { CivilDate, PartialDateText } from '../parts/dates.tsx';
import { ReferenceChip } from '../parts/ReferenceChip.tsx';
import { StageBadge } from '../parts/StageBadge.tsx';
import type { Column } from '../parts/tableRows.ts';
import type { ListedDate, RegisterItem } from './answers.ts';
import { awaitedDecision, dateOf } from './dates.ts';
import { capital } from '../parts/words.ts';
import { dateLabel, KIND_WORDS } from './words.ts';
import styles from './Register.module.css';

/** Filtered columns of the register: their ids are names in the address, which the picture follows too. */
export const REGISTER_DEFAULTS = { sort: 'reference', group: 'code' } as const;

export const keyOf = (item: RegisterItem): string => item.id;
export const hrefOf = (item: RegisterItem): string => item.href;

/** Which column shows what the server tells of a field. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  added: 'reference',
  stage_raw: 'stage',
  stage: 'stage',
  impact_value: 'impact',
  impact_raw: 'impact',
  modification_date: 'decision',
  modification_decision: 'decision',
  modification_update: 'update',
  release_id: 'release',
};

/** What changed in a row, filed under the columns that show it; a record that is new says so. */
export const changesOf = (item: RegisterItem): readonly FieldChange[] =>
  item.changes.map((change) => ({
    ...change,
    field: COLUMN_OF[change.field] ?? change.field,
    ...(change.field === 'added' ? { before: 'not on record', after: 'on record' } : {}),
  }));

const sortableDate = (date: PartialDate | undefined): string | null => date?.latest ?? null;

/** How many meetings back, of all groups, “moved since” offers. */
const MEETINGS_BACK = 12;

/** The meetings (latest first) after which a change moved: `since CCAG-11`. */
const movedSince = (item: RegisterItem, meetings: readonly MeetingChoice[]): readonly string[] =>
  meetings
    .slice(0, MEETINGS_BACK)
    .filter(({ date }) => date !== null && item.movedAt.slice(0, 10) > date)
    .map(({ reference }) => `since ${reference}`);

const dated = (date: ListedDate | null): ReactNode =>
  date === null ? (
    ''
  ) : (
    <>
      <PartialDateText date={date.date} />
      {date.type === 'decision' ? null : <span className={styles.kind}> {date.qualifier || dateLabel(date)}</span>}
    </>
  );

/** The register's columns, in the words of the shared vocabulary. */
export function registerColumns(
  vocabulary: Vocabulary,
  meetings: readonly MeetingChoice[],
  today: string,
): readonly Column<RegisterItem>[] {
  const stageWords = (item: RegisterItem): string => labelOf(vocabulary.stages, item.stage);
  return [
    {
      id: 'reference',
      header: 'Reference',
      value: (item) => item.reference,
      cell: (item) => <ReferenceChip reference={item.reference} href={item.href} title={item.title} />,
      width: '104px',
    },
    {
      id: 'title',
      header: 'Title',
      value: (item) => item.title,
      cell: (item) => <span className={styles.title}>{item.title}</span>,
    },
    { id: 'code', header: 'Code', value: (item) => item.body, filter: true, group: true, width: '80px' },
    {
      id: 'stage',
      header: 'Stage',
      value: (item) =>
        item.stageRaw === '' ? stageWords(item) : `${item.stageRaw} (${stageWords(item) || 'no shared stage'})`,
      sortValue: (item) => stepOf(vocabulary, item.stage)?.at ?? null,
      cell: (item) => {
        const step = stepOf(vocabulary, item.stage);
        return (
          <StageBadge
            raw={item.stageRaw}
            shared={item.stage === null ? null : stageWords(item)}
            {...(step === null ? {} : { step })}
          />
        );
      },
      filter: { values: (item) => [capital(stageWords(item))] },
      group: true,
      width: '220px',
    },
    {
      id: 'overlay',
      header: 'State',
      value: (item) => labelOf(vocabulary.overlays, item.overlay),
      cell: (item) =>
        item.overlay === null ? null : (
          <StageBadge raw="" shared={null} overlay={labelOf(vocabulary.overlays, item.overlay)} />
        ),
      filter: { values: (item) => [capital(labelOf(vocabulary.overlays, item.overlay)) || 'Running'] },
      width: '96px',
    },
    {
      id: 'impact',
      header: 'Impact',
      value: (item) => labelOf(vocabulary.impacts, item.impact),
      sortValue: (item) => vocabulary.impacts.findIndex((one) => one.value === item.impact),
      cell: (item) => (
        <span title={item.impactRaw === '' ? undefined : `Written “${item.impactRaw}”`}>
          {capital(labelOf(vocabulary.impacts, item.impact))}
        </span>
      ),
      filter: { values: (item) => [capital(labelOf(vocabulary.impacts, item.impact))] },
      group: true,
      width: '120px',
    },
    {
      id: 'raised',
      header: 'Raised',
      value: (item) => printed(dateOf(item.dates, 'raised')),
      sortValue: (item) => sortableDate(dateOf(item.dates, 'raised')?.date),
      cell: (item) => dated(withoutLabel(dateOf(item.dates, 'raised'))),
      width: '118px',
    },
    {
      id: 'decision',
      header: 'Next decision',
      value: (item) => printed(awaitedDecision(item, today)),
      sortValue: (item) => sortableDate(awaitedDecision(item, today)?.date),
      cell: (item) => dated(awaitedDecision(item, today)),
      width: '150px',
    },
    {
      id: 'implementation',
      header: 'Implementation',
      value: (item) => printed(dateOf(item.dates, 'implementation')),
      sortValue: (item) => sortableDate(dateOf(item.dates, 'implementation')?.date) ?? item.releaseDate,
      cell: (item) => dated(withoutLabel(dateOf(item.dates, 'implementation'))),
      hidden: true,
      width: '130px',
    },
    {
      id: 'release',
      header: 'Release',
      value: (item) => item.releaseName,
      filter: true,
      hidden: true,
      width: '150px',
    },
    {
      id: 'update',
      header: 'Last update',
      value: (item) => item.latestUpdate?.words ?? '',
      sortValue: (item) => sortableDate(item.latestUpdate?.date),
      cell: (item) =>
        item.latestUpdate === null ? null : (
          <span className={styles.update}>
            <PartialDateText date={item.latestUpdate.date} /> {item.latestUpdate.words}
          </span>
        ),
      width: '180px',
    },
    {
      id: 'moved',
      header: 'Moved',
      hidden: true,
      value: (item) => item.movedAt.slice(0, 10),
      cell: (item) => <CivilDate date={item.movedAt.slice(0, 10)} />,
      filter: { values: (item) => movedSince(item, meetings) },
      width: '110px',
    },
    { id: 'kind', header: 'Kind', value: (item) => KIND_WORDS[item.kind], filter: true, hidden: true, width: '120px' },
    { id: 'lead', header: 'Lead', value: (item) => item.lead, hidden: true, width: '140px' },
    { id: 'summary', header: 'Summary', value: (item) => item.summary, hidden: true, width: '320px' },
  ];
}

const printed = (date: ListedDate | null): string => (date === null ? '' : printPartialDate(date.date));

/** A date in a column that says what it is the date of already. */
const withoutLabel = (date: ListedDate | null): ListedDate | null =>
  date === null ? null : { ...date, type: 'decision', qualifier: '' };
