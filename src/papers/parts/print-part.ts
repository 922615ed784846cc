/**
 * Each part of a pack as printed blocks, in the form that intake reads again: the labels and headings are those of
 * `formats/pack/labels.ts`, whose first alias is the one to print.
 */
import { printable, wordsCell, type PrintedBlock } from '../../formats/printed/model.ts';
import { printCivilDate } from '../../values/partial-date.ts';
import type { PackPaper, PackPart, PaperUpdateItem } from '../model.ts';
import { headingWords, paperDate } from '../words.ts';
import { actionTable } from './actions.ts';
import { bullets, columns, heading, list, numbers, paragraphs, runs } from './blocks.ts';
import { changeRequestBlocks } from './change-request.ts';
import { returnBlocks } from './horizon.ts';
import { notesBlocks } from './notes.ts';

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

/** One part of a section as printed blocks; an empty part prints nothing, but a silent code body is said so. */
export function printPart(part: PackPart, paper: PackPaper): readonly PrintedBlock[] {
  const programme = paper.programme.shortName;
  switch (part.kind) {
    case 'words':
      return notesBlocks(part.notes);
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
        ...part.returns.flatMap((one) => returnBlocks(one, programme)),
      ];
    }
    case 'change-request':
      return changeRequestBlocks(part.request);
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
