/** A pack as a printed paper: cover, contents, agenda, then one section for each agenda item. */
import {
  paragraphsOf,
  printable,
  wordsCell,
  type PrintedBlock,
  type PrintedCell,
  type PrintedDocument,
} from '../formats/printed/model.ts';
import { PURPOSE_WORDS } from '../formats/pack/labels.ts';
import { printCivilDate } from '../values/partial-date.ts';
import type { PackPaper, PaperAgendaItem } from './model.ts';
import { columnHeading, paragraphs } from './parts/blocks.ts';
import { printPart } from './parts/print-part.ts';
import { headingWords, longDate, paperInstant, timeAfter } from './words.ts';

const anchorOf = (item: PaperAgendaItem, at: number): string => `item-${String(at + 1)}-${String(item.position)}`;

const pageCell = (anchor: string): PrintedCell => ({ kind: 'page', anchor });

/** `10:05-10:20` and, on a line of its own, `15 mins`; or as much of it as is known. */
export function timeOf(item: PaperAgendaItem): string {
  const minutes = item.minutes === null ? '' : `${String(item.minutes)} mins`;
  if (item.start === null) return minutes;
  return item.minutes === null ? item.start : `${item.start}-${timeAfter(item.start, item.minutes)}\n${minutes}`;
}

function agendaTable(paper: PackPaper): PrintedBlock {
  const heading = (column: string): string => columnHeading('agenda', column);
  return {
    kind: 'table',
    summary: `Agenda, ${String(paper.items.length)} items`,
    columns: [
      { heading: heading('position'), width: 4 },
      { heading: heading('title'), width: 23 },
      { heading: heading('objective'), width: 31 },
      { heading: heading('purpose'), width: 11 },
      { heading: heading('lead'), width: 15 },
      { heading: heading('time'), width: 11 },
      { heading: heading('page'), width: 5 },
    ],
    rows: paper.items.map((item, at) => [
      wordsCell(String(item.position)),
      { kind: 'words', paragraphs: [[{ text: printable(item.title), to: anchorOf(item, at) }]] },
      wordsCell(item.objective),
      wordsCell(item.purpose === null ? null : PURPOSE_WORDS[item.purpose][0]),
      wordsCell(item.lead),
      wordsCell(timeOf(item)),
      pageCell(anchorOf(item, at)),
    ]),
  };
}

/** An item for information about nothing in particular, such as a welcome: the agenda has said all there is. */
export const saysNothing = (item: Pick<PaperAgendaItem, 'purpose' | 'objective'>): boolean =>
  item.purpose === 'information' && printable(item.objective ?? '') === '';

/** Title, purpose and objective, lead, minutes: the four lines by which a section is known again. */
function sectionHead(item: PaperAgendaItem, at: number): PrintedBlock[] {
  const objective = printable(item.objective ?? '');
  const purpose = item.purpose === null || saysNothing(item) ? null : PURPOSE_WORDS[item.purpose][0].toUpperCase();
  return [
    { kind: 'heading', level: 1, text: printable(item.title), anchor: anchorOf(item, at) },
    ...(purpose === null
      ? []
      : [
          {
            kind: 'paragraph' as const,
            style: 'body' as const,
            runs: [
              { text: `${purpose}:`, strong: true as const },
              ...(objective === '' ? [] : [{ text: ` ${objective}` }]),
            ],
          },
        ]),
    ...(purpose === null || item.minutes === null
      ? []
      : [...paragraphs(item.lead ?? '', 'aside'), ...paragraphs(`${String(item.minutes)} mins`, 'aside')]),
  ];
}

/** The meeting's name on the cover: `Cross-Code Advisory Group (CCAG) meeting 12`. */
export function meetingName(paper: Pick<PackPaper, 'group' | 'number' | 'extraordinary'>): string {
  const extra = paper.extraordinary && !(paper.number ?? '').includes('.') ? 'Extraordinary ' : '';
  const name =
    paper.group.name === paper.group.shortName ? paper.group.name : `${paper.group.name} (${paper.group.shortName})`;
  return printable(`${extra}${name}${paper.number === null ? '' : ` meeting ${paper.number}`}`);
}

/** The times of the whole meeting, from its first item to its last; null where the agenda gives none. */
function meetingTimes(paper: PackPaper): string | null {
  const timed = paper.items.filter((item) => item.start !== null);
  const first = timed[0]?.start ?? null;
  const last = timed[timed.length - 1];
  if (first === null || last === undefined || last.start === null) return null;
  return last.minutes === null ? `From ${first}` : `${first} to ${timeAfter(last.start, last.minutes)}`;
}

/** The heading of what no agenda item takes. */
const FURTHER = 'Also for this meeting';
const FURTHER_ANCHOR = 'further';

/** Lays a pack out as a printed paper. Pure: the same pack gives the same paper. */
export function printPack(paper: PackPaper): PrintedDocument {
  const name = meetingName(paper);
  const day = paper.date === null ? [] : [printCivilDate(paper.date)];
  const times = meetingTimes(paper);
  const record = `The record as at ${paperInstant(paper.asAt)}.`;
  const agendaAnchor = 'agenda';
  const further = paper.further.flatMap((part) => printPart(part, paper));
  const contents = [
    { title: headingWords('agenda'), anchor: agendaAnchor },
    ...paper.items.map((item, at) => ({
      title: `${String(item.position)}. ${printable(item.title)}`,
      anchor: anchorOf(item, at),
    })),
    ...(further.length === 0 ? [] : [{ title: FURTHER, anchor: FURTHER_ANCHOR }]),
  ];
  return {
    kind: 'printed-document',
    title: [name, ...day].join(', '),
    cover: {
      title: name,
      lines: [
        ...(paper.date === null ? [] : [longDate(paper.date)]),
        ...(times === null ? [] : [times]),
        ...paragraphsOf(paper.place ?? ''),
        printable(paper.programme.name),
      ],
      remark: `${record} What the record has learnt since is not in this paper. Proposed closures are proposals until the meeting agrees.`,
    },
    header: [
      paper.number === null ? paper.group.shortName : `${paper.group.shortName} ${paper.number}`,
      ...day,
      'Meeting pack',
    ].join(' · '),
    footer: `${record} Proposed closures are proposals until the meeting agrees.`,
    blocks: [
      { kind: 'heading', level: 1, text: 'Contents' },
      {
        kind: 'table',
        summary: 'Contents',
        columns: [
          { heading: 'Section', width: 93 },
          { heading: 'Page', width: 7 },
        ],
        rows: contents.map(({ title, anchor }) => [
          { kind: 'words', paragraphs: [[{ text: title, to: anchor }]] },
          pageCell(anchor),
        ]),
      },
      { kind: 'heading', level: 1, text: headingWords('agenda'), anchor: agendaAnchor, startsPage: true },
      agendaTable(paper),
      ...paper.attachments.flatMap((attachment) => paragraphs(`${attachment.label} – ${attachment.title}`)),
      ...paper.items.flatMap((item, at) => [
        ...sectionHead(item, at),
        ...item.parts.flatMap((part) => printPart(part, paper)),
      ]),
      ...(further.length === 0
        ? []
        : [{ kind: 'heading' as const, level: 1 as const, text: FURTHER, anchor: FURTHER_ANCHOR }, ...further]),
    ],
  };
}
