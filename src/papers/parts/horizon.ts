/** The horizon log: one form for each change, as the template has it, and a table of issues. */
import { MODIFICATION_LABELS, TABLE_HEADINGS } from '../../formats/pack/labels.ts';
import {
  printable,
  wordsCell,
  type PrintedBlock,
  type PrintedCell,
  type PrintedTable,
} from '../../formats/printed/model.ts';
import type { PaperIssue, PaperModification, PaperReturn } from '../model.ts';
import { countOf, paperDate } from '../words.ts';
import { heading, paragraphs } from './blocks.ts';

/** The programme's own impact column (`MHHS impact`) where readers know it, else words that fit any programme. */
function impactWords(aliases: readonly string[], programme: string): string {
  const own = `${programme} impact`.toLowerCase();
  return aliases.find((alias) => alias.toLowerCase() === own) ?? 'Programme impact';
}

function decisionCell(change: PaperModification): PrintedCell {
  return {
    kind: 'words',
    paragraphs: change.decisionDates
      .map(({ decider, date }) => printable(decider === null ? paperDate(date) : `${decider} – ${paperDate(date)}`))
      .filter((text) => text !== '')
      .map((text) => [{ text }]),
  };
}

function summaryCell(change: PaperModification): PrintedCell {
  const updates = change.updates.map(({ date, text }) => `Update ${paperDate(date)} – ${text}`);
  return wordsCell([...(change.summary === null ? [] : [change.summary]), ...updates].join('\n'));
}

const withColon = (label: string): string => `${label}:`;

/** True where a star in one of a change's cells points to the footnotes under it. */
export const isStarred = (change: PaperModification): boolean =>
  [
    paperDate(change.raised),
    change.status ?? '',
    change.impact ?? '',
    ...change.decisionDates.map(({ date }) => paperDate(date)),
  ].some((words) => words.includes('*'));

/** A footnote begins with the star that points to it. */
const starred = (note: string): string => `* ${printable(note.replace(/^[\s*]+/, ''))}`;

/** One change in the form of the horizon template. */
function changeForm(
  body: string,
  change: PaperModification,
  footnotes: readonly string[],
  programme: string,
): PrintedBlock {
  const labels = MODIFICATION_LABELS;
  return {
    kind: 'form',
    summary: `${body} ${change.reference}`,
    rows: [
      [
        {
          label: labels.title[0],
          value: {
            kind: 'words',
            paragraphs: [
              [
                { text: printable(`${body} ${change.reference}`), strong: true },
                { text: ` – ${printable(change.title)}` },
              ],
            ],
          },
        },
      ],
      [{ label: withColon(labels.summary[0]), value: summaryCell(change) }],
      [{ label: withColon(labels.positions[0]), value: wordsCell(change.positions) }],
      [
        { label: withColon(labels.raised[0]), value: wordsCell(paperDate(change.raised)) },
        { label: withColon(labels.status[0]), value: wordsCell(change.status) },
        { label: withColon(labels.decision[0]), value: decisionCell(change) },
        { label: withColon(impactWords(labels.impact, programme)), value: wordsCell(change.impact) },
      ],
    ],
    notes: isStarred(change) ? footnotes.map(starred) : [],
  };
}

function issueTable(body: string, issues: readonly PaperIssue[], programme: string): PrintedTable {
  const aliases = TABLE_HEADINGS.issues.columns;
  return {
    kind: 'table',
    summary: `${body} issues`,
    columns: [
      { heading: aliases.description[0], width: 50 },
      { heading: aliases.status[0], width: 15 },
      { heading: impactWords(aliases.impact, programme), width: 35 },
    ],
    rows: issues.map((issue) => [
      wordsCell(`${body} Issue ${[issue.reference, ...issue.otherReferences].join(' ')}: ${issue.title}`),
      wordsCell(issue.status),
      wordsCell(issue.impact),
    ]),
  };
}

/** One body's return: its changes as forms, its issues as a table, or that it made none. */
export function returnBlocks(one: PaperReturn, programme: string): PrintedBlock[] {
  const { body, modifications, issues } = one;
  if (modifications.length + issues.length === 0)
    return [heading(3, body), ...paragraphs(`${body} has made no return for this meeting.`, 'aside')];
  const counts = [
    ...(modifications.length === 0 ? [] : [countOf(modifications.length, 'change')]),
    ...(issues.length === 0 ? [] : [countOf(issues.length, 'issue')]),
  ];
  return [
    heading(3, body),
    ...paragraphs(`${counts.join(' and ')} in flight.`, 'aside'),
    ...modifications.map((change) => changeForm(body, change, one.footnotes, programme)),
    ...(issues.length === 0 ? [] : [issueTable(body, issues, programme)]),
    ...(modifications.some(isStarred) ? [] : one.footnotes.flatMap((note) => paragraphs(note, 'aside'))),
  ];
}
