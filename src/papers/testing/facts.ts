/**
 * For tests: what a pack says, as bare facts, once from the paper that was printed and once from what was read back.
 * Words are compared without blanks and markup, which no format keeps for certain; everything else exactly.
 */
import { printActionReference } from '../../formats/pack/recognise-actions.ts';
import type { Field, PackContents } from '../../formats/pack/model.ts';
import { withoutMarkup } from '../../formats/pack/words.ts';
import { printable } from '../../formats/printed/model.ts';
import type { PartialDate } from '../../values/partial-date.ts';
import { readPartialDate } from '../../values/partial-date.ts';
import { readRag } from '../../values/rag.ts';
import type { PackPaper, PackPart } from '../model.ts';
import { meetingName, saysNothing, timeOf } from '../print-pack.ts';
import { isStarred } from '../parts/horizon.ts';
import { paperDate } from '../words.ts';

/** Words without markup, blanks and invisible marks. */
const bare = (words: string | null | undefined): string =>
  withoutMarkup(printable(words ?? '').replace(/[\s\u200b-\u200f\u2060]+/gu, '')).replace(/\s+/gu, '');

const raw = (field: Field<unknown> | null): string => bare(field?.raw);

/** A date as far as it is sure; its raw words where it is not. */
const day = (date: PartialDate | null | undefined): string =>
  date === null || date === undefined
    ? ''
    : date.precision === 'day' && !date.doubtful
      ? (date.earliest ?? '')
      : `${date.precision} ${String(date.earliest)} ${String(date.latest)} ${bare(date.raw)}`;

/** A printed date, as it will be read. */
const printedDay = (date: PartialDate | null): string => {
  const words = paperDate(date).trim();
  return words === '' ? '' : day(readPartialDate(words));
};

export type PackFacts = Readonly<Record<string, unknown>>;

const partsOf = <Kind extends PackPart['kind']>(paper: PackPaper, kind: Kind): Extract<PackPart, { kind: Kind }>[] =>
  paper.items.flatMap((item) =>
    item.parts.filter((part): part is Extract<PackPart, { kind: Kind }> => part.kind === kind),
  );

const item = (heading: string | null | undefined, text: string): string =>
  bare(
    heading === null || heading === undefined
      ? text
      : `${heading}${/[.!?:]$/.test(heading.trim()) ? '' : ' –'} ${text}`,
  );

/** What a paper says. */
export function factsOfPaper(paper: PackPaper): PackFacts {
  const returns = partsOf(paper, 'horizon').flatMap((part) => part.returns);
  return {
    meeting: {
      group: paper.group.shortName,
      number: paper.number,
      date: paper.date,
      extraordinary: paper.extraordinary || /extraordinary/i.test(meetingName(paper)),
    },
    attachments: paper.attachments.map(({ label, title }) => [bare(label), bare(title)]),
    agenda: paper.items.map((one) => ({
      position: one.position,
      title: bare(one.title),
      objective: bare(one.objective),
      purpose: one.purpose,
      lead: bare(one.lead),
      time: bare(timeOf(one)),
      minutes: one.minutes,
    })),
    sections: paper.items.map((one) => [
      bare(one.title),
      saysNothing(one) ? null : one.purpose,
      one.parts.flatMap((part) => (part.kind === 'words' ? part.notes.map((note) => bare(note.text)) : [])),
    ]),
    actions: partsOf(paper, 'actions').flatMap(({ actions }) =>
      actions.map((action) => ({
        reference: action.reference,
        raised: printedDay(action.raised),
        text: bare(action.text),
        owners: bare(action.owners),
        due: printedDay(action.due),
        verdict: action.verdict,
        update: bare(action.update),
      })),
    ),
    updates: partsOf(paper, 'updates').flatMap(({ updates }) =>
      updates.map((update) => ({
        group: update.group.shortName,
        date: printedDay(update.date),
        items: update.items.map((one) => item(one.heading, one.text)),
        report: bare(update.report),
      })),
    ),
    programmeUpdates: partsOf(paper, 'programme-updates').flatMap(({ updates }) =>
      updates.map((update) => [bare(update.title), update.items.map((one) => item(one.heading, one.text))]),
    ),
    horizon: partsOf(paper, 'horizon').map((part) => part.date),
    silent: returns
      .filter((one) => one.modifications.length + one.issues.length === 0)
      .map((one) => one.body)
      .sort(),
    modifications: returns.flatMap((one) =>
      one.modifications.map((change) => ({
        body: one.body,
        reference: change.reference,
        title: bare(change.title),
        summary: bare(change.summary),
        updates: change.updates.map((update) => [printedDay(update.date), bare(update.text)]),
        positions: bare(change.positions),
        raised: printedDay(change.raised),
        status: bare(change.status),
        decisions: change.decisionDates
          .filter(({ decider, date }) => decider !== null || paperDate(date).trim() !== '')
          .map(({ decider, date }) => [decider, printedDay(date)]),
        impact: bare(change.impact),
        footnotes: isStarred(change) ? one.footnotes.map(bare) : [],
      })),
    ),
    issues: returns.flatMap((one) =>
      one.issues.map((issue) => ({
        body: one.body,
        reference: issue.reference,
        others: issue.otherReferences,
        title: bare(issue.title),
        status: bare(issue.status),
        impact: bare(issue.impact),
      })),
    ),
    changeRequests: partsOf(paper, 'change-request').map(({ request }) => ({
      number: Number(request.reference.replace(/\D/g, '')),
      title: bare(request.title),
      raisedBy: bare(request.raisedBy),
      request: bare(request.request),
      assessmentStart: request.assessmentStart,
      assessmentEnd: request.assessmentEnd,
      impacts: request.impacts.map(bare),
      benefit: bare(request.benefit),
      cost: request.cost,
      schedule: request.schedule,
      affected: request.affectedMilestone,
      decisionGroup: request.decisionGroup,
    })),
    recommendations: partsOf(paper, 'recommendations').flatMap(({ condition, recommendations }) =>
      recommendations.map((text, at) => [recommendations.length > 1 ? at + 1 : null, bare(condition), bare(text)]),
    ),
    statements: partsOf(paper, 'statement').map(({ label, paragraphs }) => [label, bare(paragraphs.join(' '))]),
    freezeOptions: partsOf(paper, 'freeze-options').flatMap(({ options }) => options.map(bare)),
    statusSummary: partsOf(paper, 'status-summary').flatMap(({ paragraphs }) => paragraphs.map(bare)),
    deliverables: partsOf(paper, 'deliverables').flatMap(({ period, deliverables }) =>
      deliverables.map((text) => [period, bare(text)]),
    ),
    risks: partsOf(paper, 'risks').flatMap(({ risks }) =>
      risks.map((risk) => ({
        type: risk.type,
        identifier: risk.identifier ?? (risk.type === 'risk' ? 'R' : 'I'),
        text: bare(risk.text),
        mitigations: risk.mitigations.map(bare),
        rating: risk.rating === null ? null : readRag(risk.rating),
      })),
    ),
    milestones: partsOf(paper, 'milestones').flatMap(({ milestones }) =>
      milestones.map((milestone) => ({
        title: bare(milestone.title),
        target: printedDay(milestone.target),
        forecast: printedDay(milestone.forecast),
        rating: milestone.rating === 'none' ? null : milestone.rating,
      })),
    ),
    groupUpdates: partsOf(paper, 'group-update').map((part) => [
      part.group.shortName,
      part.topics.map(bare),
      part.actions.map(bare),
    ]),
    nextSteps: partsOf(paper, 'next-steps').flatMap(({ steps }) => steps.map(bare)),
    nextMeetings: partsOf(paper, 'next-meetings').flatMap(({ meetings }) =>
      meetings.map((meeting) => [meeting.group.shortName, printedDay(meeting.date), meeting.time]),
    ),
  };
}

/** What was read back. */
export function factsOfContents(contents: PackContents): PackFacts {
  const { meeting } = contents;
  return {
    meeting: {
      group: meeting?.group.value ?? null,
      number: meeting?.number?.value ?? null,
      date: meeting?.date?.value ?? null,
      extraordinary: meeting?.extraordinary ?? false,
    },
    attachments: (meeting?.attachments ?? []).map(({ label, title }) => [raw(label), raw(title)]),
    agenda: contents.agendaItems.map((one) => ({
      position: one.position.value,
      title: raw(one.title),
      objective: raw(one.objective),
      purpose: one.purpose?.value ?? null,
      lead: raw(one.lead),
      time: raw(one.minutes),
      minutes: one.minutes?.value ?? null,
    })),
    sections: contents.agendaItems.map((one) => [
      raw(one.section?.title ?? null),
      one.section?.purpose?.value ?? null,
      (one.section?.notes ?? []).map(raw),
    ]),
    actions: contents.actions.map((action) => ({
      reference: printActionReference(action.reference.value),
      raised: day(action.raised?.value),
      text: raw(action.text),
      owners: raw(action.owners),
      due: day(action.due?.value),
      verdict: action.verdict?.value ?? null,
      update: raw(action.update),
    })),
    updates: contents.updates.map((update) => ({
      group: update.group.value,
      date: day(update.date.value),
      items: update.items.map((one) => bare(one.raw)),
      report: raw(update.report),
    })),
    programmeUpdates: contents.programmeUpdates.map((update) => [
      raw(update.title),
      update.items.map((one) => bare(one.raw)),
    ]),
    horizon: contents.horizon === null ? [] : [contents.horizon.date?.value ?? null],
    silent: (contents.horizon?.returns ?? [])
      .filter((one) => one.silent)
      .map((one) => one.body)
      .sort(),
    modifications: contents.modifications.map((change) => ({
      body: change.body,
      reference: change.reference.raw,
      title: bare(change.title.value),
      summary: bare(change.summary?.value),
      updates: change.updates.map((update) => [day(update.value.date), bare(update.value.words)]),
      positions: bare(change.positions?.value),
      raised: day(change.raised?.value),
      status: raw(change.status),
      decisions: change.decisionDates.map(({ value }) => [value.decider, day(value.date)]),
      impact: raw(change.impact),
      footnotes: change.footnotes.map(raw),
    })),
    issues: contents.issues.map((issue) => ({
      body: issue.body,
      reference: issue.reference.raw,
      others: issue.otherReferences.map((other) => other.raw),
      title: bare(issue.title.value),
      status: raw(issue.status),
      impact: raw(issue.impact),
    })),
    changeRequests: contents.changeRequests.map((request) => ({
      number: request.reference.value.number,
      title: raw(request.title),
      raisedBy: raw(request.raisedBy),
      request: raw(request.request),
      assessmentStart: request.assessmentStart?.value ?? null,
      assessmentEnd: request.assessmentEnd?.value ?? null,
      impacts: request.impacts.map(raw),
      benefit: raw(request.benefit),
      cost: request.cost?.value ?? null,
      schedule: request.schedule?.value ?? null,
      affected: request.affectedMilestone?.value ?? null,
      decisionGroup: request.decisionGroup?.value ?? null,
    })),
    recommendations: contents.recommendations.map((one) => [one.position, raw(one.condition), raw(one.text)]),
    statements: contents.statements.map((statement) => [statement.label.value, bare(statement.text.value)]),
    freezeOptions: contents.freezeOptions.map((option) => raw(option.text)),
    statusSummary: (contents.statusSummary?.paragraphs ?? []).map(raw),
    deliverables: contents.deliverables.map((one) => [one.period?.value ?? null, raw(one.text)]),
    risks: contents.risks.map((risk) => ({
      type: risk.type,
      identifier: risk.identifier?.value ?? null,
      text: raw(risk.text),
      mitigations: risk.mitigations.map(raw),
      rating: risk.rating?.value ?? null,
    })),
    milestones: contents.milestones.map((milestone) => ({
      title: raw(milestone.title),
      target: day(milestone.target?.value),
      forecast: day(milestone.forecast?.value),
      rating: milestone.rating?.value ?? null,
    })),
    groupUpdates: contents.groupUpdates.map((update) => [
      update.group.value,
      update.topics.map(raw),
      update.actions.map(raw),
    ]),
    nextSteps: contents.nextSteps.map((step) => raw(step.text)),
    nextMeetings: contents.nextMeetings.map((next) => [
      next.group.value,
      day(next.date.value),
      next.time?.value ?? null,
    ]),
  };
}
