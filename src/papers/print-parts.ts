/**
 * Each part of a pack as printed blocks, in the form that intake reads again: the labels and headings are those of
 * `formats/pack/labels.ts`, whose first alias is the one to print.
 */
import { MODIFICATION_LABELS, TABLE_HEADINGS, VERDICT_WORDS } from '../formats/pack/labels.ts';
import {
  paragraphsOf,
  printable,
  wordsCell,
  type PrintedBlock,
  type PrintedCell,
  type PrintedColumn,
  type PrintedHeading,
  type PrintedTable,
  type Run,
} from '../formats/printed/model.ts';
import { printCivilDate } from '../values/partial-date.ts';
import type {
  PackPart,
  PackPaper,
  PaperAction,
  PaperChangeRequest,
  PaperIssue,
  PaperModification,
  PaperNote,
  PaperReturn,
  PaperUpdateItem,
} from './model.ts';
import { countOf, headingWords, paperDate } from './words.ts';

const heading = (level: PrintedHeading['level'], text: string): PrintedHeading => ({
  kind: 'heading',
  level,
  text: printable(text),
});

const runs = (text: string): readonly Run[] => [{ text: printable(text) }];

/** Running text: a paragraph a line; nothing for blank words. */
export const paragraphs = (text: string, style: 'body' | 'aside' = 'body'): PrintedBlock[] =>
  paragraphsOf(text).map((line) => ({ kind: 'paragraph', runs: [{ text: line }], style }));

const list = (ordered: boolean, items: readonly (readonly Run[])[]): PrintedBlock[] => {
  const said = items.filter((item) => item.some((run) => run.text !== ''));
  return said.length === 0 ? [] : [{ kind: 'list', ordered, items: said }];
};

const bullets = (items: readonly string[]): PrintedBlock[] => list(false, items.map(runs));
const numbers = (items: readonly string[]): PrintedBlock[] => list(true, items.map(runs));

/** The words a table's column is headed with. */
export const columnHeading = (table: keyof typeof TABLE_HEADINGS, column: string): string => {
  const columns: Readonly<Record<string, readonly string[]>> = TABLE_HEADINGS[table].columns;
  return columns[column]?.[0] ?? column;
};

const columns = (
  table: keyof typeof TABLE_HEADINGS,
  widths: Readonly<Record<string, number>>,
): readonly PrintedColumn[] =>
  Object.entries(widths).map(([column, width]) => ({ heading: columnHeading(table, column), width }));

/** The programme's own impact column (`MHHS impact`) where readers know it, else words that fit any programme. */
function impactWords(aliases: readonly string[], programme: string): string {
  const own = `${programme} impact`.toLowerCase();
  return aliases.find((alias) => alias.toLowerCase() === own) ?? 'Programme impact';
}

function notes(said: readonly PaperNote[]): PrintedBlock[] {
  const blocks: PrintedBlock[] = [];
  let run: PaperNote[] = [];
  const flush = (): void => {
    const [first] = run;
    if (first !== undefined)
      blocks.push(
        ...list(
          first.shape === 'number',
          run.map((note) => runs(note.text)),
        ),
      );
    run = [];
  };
  for (const note of said) {
    const listed = note.shape === 'bullet' || note.shape === 'number';
    if (!listed || run[0]?.shape !== note.shape) flush();
    if (listed) run.push(note);
    else if (note.shape === 'heading') blocks.push(heading(2, note.text));
    else blocks.push(...paragraphs(note.text));
  }
  flush();
  return blocks;
}

/** `RECOMMEND CLOSED: …`: the verdict stands out, and the words follow. */
function updateCell(action: PaperAction): PrintedCell {
  if (action.verdict === null) return wordsCell(action.update);
  const [verdict] = VERDICT_WORDS[action.verdict];
  const [first = '', ...rest] = paragraphsOf(action.update ?? '');
  return {
    kind: 'words',
    paragraphs: [
      [{ text: `${verdict.toUpperCase()}:`, strong: true }, ...(first === '' ? [] : [{ text: ` ${first}` }])],
      ...rest.map((text) => [{ text }]),
    ],
  };
}

function actionTable(actions: readonly PaperAction[]): PrintedTable {
  return {
    kind: 'table',
    summary: `Action log, ${countOf(actions.length, 'action')}`,
    columns: columns('actions', { reference: 9, raised: 9, text: 34, owner: 14, due: 9, update: 30 }),
    rows: actions.map((action) => [
      { kind: 'words', paragraphs: [[{ text: printable(action.reference), strong: true }]] },
      wordsCell(paperDate(action.raised)),
      wordsCell(action.text),
      wordsCell(action.owners),
      wordsCell(paperDate(action.due)),
      updateCell(action),
    ]),
  };
}

const updateItems = (items: readonly PaperUpdateItem[]): PrintedBlock[] =>
  list(
    false,
    items.map((item) =>
      item.heading === null
        ? runs(item.text)
        : [
            { text: printable(item.heading), strong: true as const },
            // A lead that is a sentence of its own needs no dash after its stop.
            { text: `${/[.!?:]$/.test(item.heading.trim()) ? '' : ' –'} ${printable(item.text)}` },
          ],
    ),
  );

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

function returnOf(one: PaperReturn, programme: string): PrintedBlock[] {
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

const pounds = (amount: number): string => `£${String(amount).replace(/\B(?=(\d{3})+$)/g, ',')}`;

/**
 * A change request: one paragraph with a sentence for each fact, the list of its impacts, its benefit. The sentences stand
 * in one paragraph because readers know a paragraph by any of them.
 */
function changeRequest(request: PaperChangeRequest): PrintedBlock[] {
  const { reference, raisedBy, assessmentStart: opened, assessmentEnd: closed } = request;
  const asks = request.request === null ? '' : ` to ${request.request}`;
  const window = [
    ...(opened === null ? [] : [`opened on ${printCivilDate(opened)}`]),
    ...(closed === null ? [] : [`closed on ${printCivilDate(closed)}`]),
  ];
  const before = request.affectedMilestone === null ? '' : ` before ${request.affectedMilestone}`;
  const estimates = [
    ...(request.cost === null ? [] : [`to cost ${pounds(request.cost)}`]),
    ...(request.schedule === null
      ? []
      : [`to add ${String(request.schedule.from)}-${String(request.schedule.to)} weeks${before}`]),
  ];
  const sentences = [
    ...(raisedBy === null ? [] : [`${raisedBy} raised ${reference}${asks}.`]),
    ...(request.title === null ? [] : [`It is ${reference} (${request.title}).`]),
    ...(raisedBy === null && request.request !== null ? [`The programme is asked to ${request.request}.`] : []),
    ...(window.length === 0 ? [] : [`Its impact assessment ${window.join(' and ')}.`]),
    ...(estimates.length === 0 ? [] : [`It is estimated ${estimates.join(' and ')}.`]),
    ...(request.decisionGroup === null
      ? []
      : [`The views of this meeting are for the senior responsible owner to take to ${request.decisionGroup}.`]),
    ...(request.impacts.length === 0 ? [] : ['Its impacts:']),
  ];
  const benefit =
    request.benefit === null
      ? []
      : [/\bbenefits?\b/i.test(request.benefit) ? request.benefit : `Benefit: ${request.benefit}`];
  return [
    ...paragraphs(sentences.join(' ')),
    ...numbers(request.impacts),
    ...benefit.flatMap((text) => paragraphs(text)),
  ];
}

/** One part of a section as printed blocks; an empty part prints nothing, but a silent code body is said so. */
export function printPart(part: PackPart, paper: PackPaper): readonly PrintedBlock[] {
  const programme = paper.programme.shortName;
  switch (part.kind) {
    case 'words':
      return notes(part.notes);
    case 'actions':
      return part.actions.length === 0 ? [] : [actionTable(part.actions)];
    case 'updates':
      return part.updates.length === 0
        ? []
        : [
            heading(2, headingWords('governanceUpdates')),
            ...part.updates.flatMap((update): PrintedBlock[] => [
              heading(3, `${update.group.name} (${update.group.shortName})`),
              ...paragraphs(`Update from ${update.group.shortName} ${paperDate(update.date)}`, 'aside'),
              ...updateItems(update.items),
              ...(update.report === null ? [] : paragraphs(update.report, 'aside')),
            ]),
          ];
    case 'programme-updates':
      return part.updates.length === 0
        ? []
        : [
            heading(2, headingWords('programmeUpdates')),
            ...part.updates.flatMap((update) => [heading(3, update.title), ...updateItems(update.items)]),
          ];
    case 'horizon': {
      const name = `${paper.group.shortName} ${headingWords('horizonLog')}`;
      return [
        heading(2, part.date === null ? name : `${name} ${printCivilDate(part.date)}`),
        ...part.returns.flatMap((one) => returnOf(one, programme)),
      ];
    }
    case 'change-request':
      return changeRequest(part.request);
    case 'recommendations': {
      if (part.recommendations.length === 0) return [];
      const name = headingWords('recommendation');
      const [only, ...others] = part.recommendations;
      return [
        heading(2, part.condition === null ? name : `${name} (${part.condition})`),
        ...(others.length === 0 ? paragraphs(only ?? '') : numbers(part.recommendations)),
      ];
    }
    case 'statement':
      return [heading(2, part.label), ...part.paragraphs.flatMap((text) => paragraphs(text))];
    case 'freeze-options':
      return part.options.length === 0 ? [] : [heading(2, headingWords('freezeOptions')), ...numbers(part.options)];
    case 'status-summary':
      return part.paragraphs.length === 0
        ? []
        : [heading(2, headingWords('statusSummary')), ...part.paragraphs.flatMap((text) => paragraphs(text))];
    case 'deliverables': {
      const name = headingWords('deliverables');
      return part.deliverables.length === 0
        ? []
        : [heading(2, part.period === null ? name : `${part.period} ${name}`), ...bullets(part.deliverables)];
    }
    case 'risks':
      return part.risks.length === 0
        ? []
        : [
            heading(2, headingWords('risks')),
            {
              kind: 'table',
              summary: `Risks and issues, ${String(part.risks.length)} in all`,
              columns: columns('risks', { identifier: 7, text: 41, mitigation: 41, rating: 11 }),
              rows: part.risks.map((risk) => [
                wordsCell(risk.identifier ?? (risk.type === 'risk' ? 'R' : 'I')),
                wordsCell(risk.text),
                wordsCell(
                  risk.mitigations.length === 1
                    ? (risk.mitigations[0] ?? '')
                    : risk.mitigations.map((text, at) => `${String(at + 1)}) ${printable(text)}`).join('\n'),
                ),
                wordsCell(risk.rating),
              ]),
            },
          ];
    case 'milestones': {
      if (part.milestones.length === 0) return [];
      const untouched = part.milestones.filter((milestone) => milestone.unexamined);
      return [
        heading(2, headingWords('milestones')),
        {
          kind: 'table',
          summary: `Milestones, ${String(part.milestones.length)} in all`,
          columns: columns('milestones', { title: 52, target: 16, forecast: 16, rating: 16 }),
          rows: part.milestones.map((milestone) => [
            wordsCell(milestone.title),
            wordsCell(paperDate(milestone.target)),
            wordsCell(paperDate(milestone.forecast)),
            wordsCell(milestone.rating === null || milestone.rating === 'none' ? null : capital(milestone.rating)),
          ]),
        },
        ...(untouched.length === 0
          ? []
          : paragraphs(
              untouched.length === part.milestones.length
                ? 'Every forecast here is a copy of its target that nobody has examined since.'
                : `Nobody has examined the forecast since it was copied from the target for: ${untouched.map(({ title }) => printable(title)).join('; ')}.`,
              'aside',
            )),
      ];
    }
    case 'group-update': {
      const name = `${part.period === null ? '' : `${part.period} `}${part.group.shortName}`;
      return [
        ...(part.topics.length === 0 ? [] : [heading(2, `${name} Discussion Topics`), ...bullets(part.topics)]),
        ...(part.actions.length === 0 ? [] : [heading(2, `Actions from ${name}`), ...bullets(part.actions)]),
      ];
    }
    case 'next-steps':
      return part.steps.length === 0 ? [] : [heading(2, headingWords('nextSteps')), ...bullets(part.steps)];
    case 'next-meetings':
      return part.meetings.length === 0
        ? []
        : [
            heading(2, headingWords('nextMeetings')),
            {
              kind: 'table',
              summary: headingWords('nextMeetings'),
              columns: columns('nextMeetings', { group: 50, date: 30, time: 20 }),
              rows: part.meetings.map((meeting) => [
                wordsCell(meeting.group.shortName),
                wordsCell(paperDate(meeting.date)),
                wordsCell(meeting.time),
              ]),
            },
          ];
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
