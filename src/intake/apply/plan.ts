/** Writes what a pack says about the plan: milestones, change requests, deliverables, risks, freeze options, status. */
import type { PackChangeRequest, PackContents, PackRecommendation } from '../../formats/pack/model.ts';
import type { Problem } from '../../platform/errors/problem.ts';
import { recordChangeRequest } from '../../plan/commands/change-requests.ts';
import { recordMilestone } from '../../plan/commands/milestones.ts';
import { recordRisk } from '../../plan/commands/risks.ts';
import {
  recordAssumption,
  recordDeliverable,
  recordFreezeOptions,
  recordStatusReport,
} from '../../plan/commands/small-records.ts';
import { printReference, referenceKey, type Reference } from '../../values/reference.ts';
import { readPartialDate } from '../../values/partial-date.ts';
import { ok, type Result } from '../../values/result.ts';
import type { Applied, ApplyStep } from './applied.ts';
import { meetingKeyOf } from './meeting-key.ts';

/** Reads `period` (`December`) as a month of the year in which the pack's meeting lies, or of the next. */
function monthOfPeriod(period: string | undefined, meetingDate: string | undefined) {
  if (period === undefined || meetingDate === undefined) return undefined;
  const year = Number(meetingDate.slice(0, 4));
  const inYear = readPartialDate(`${period} ${year}`);
  if (inYear.latest === null) return undefined;
  const date = inYear.latest < meetingDate ? readPartialDate(`${period} ${year + 1}`) : inYear;
  return { ...date, raw: period };
}

export const applyMilestones: ApplyStep = async ({ context, contents }) => {
  const applied: Applied[] = [];
  for (const source of contents.milestones) {
    const recorded = await recordMilestone(context, {
      title: source.title.value,
      reference: source.reference?.value ?? null,
      ...(source.topicArea === null ? {} : { topicArea: source.topicArea }),
      ...(source.target === null ? {} : { target: source.target.value }),
      ...(source.forecast === null ? {} : { forecast: source.forecast.value }),
      ...(source.rating === null ? {} : { rag: source.rating.value ?? 'none', ragRaw: source.rating.raw }),
      source: meetingKeyOf(contents),
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'milestone', id: recorded.value.id });
  }
  return ok(applied);
};

/** The change request that a recommendation belongs to: the one it is conditional on, or that its section is about. */
export function requestOf(contents: PackContents, recommendation: PackRecommendation): Reference | null {
  const references = contents.changeRequests.map((request) => request.reference.value);
  const keys = new Map(references.map((reference) => [referenceKey(reference), reference]));
  const section = contents.sections.find((candidate) => candidate.title.value === recommendation.section);
  for (const mention of [...recommendation.mentions, ...(section?.mentions ?? [])]) {
    const reference = keys.get(referenceKey(mention.value));
    if (reference !== undefined) return reference;
  }
  return null;
}

/** True when the recommendation stands in the section of the freeze options. */
export const isFreezeRecommendation = (contents: PackContents, recommendation: PackRecommendation): boolean => {
  const first = contents.freezeOptions[0];
  const section = contents.sections.find((candidate) => candidate.title.value === recommendation.section);
  return (
    first !== undefined &&
    section !== undefined &&
    first.span.start >= section.span.start &&
    first.span.end <= section.span.end
  );
};

/** Whether the cost is called a rough order of magnitude, beside the figure or in a recommendation that gives it. */
const speaksOfRom = (request: PackChangeRequest, recommendations: readonly PackRecommendation[]): boolean =>
  [request.cost?.raw ?? '', ...recommendations.map((one) => one.text.value)].some((words) => /\bROM\b/.test(words));

export const applyChangeRequests: ApplyStep = async ({ context, contents }) => {
  const applied: Applied[] = [];
  for (const source of contents.changeRequests) {
    const own = contents.recommendations.filter((recommendation) => {
      const request = requestOf(contents, recommendation);
      return request !== null && referenceKey(request) === referenceKey(source.reference.value);
    });
    const recorded = await recordChangeRequest(context, {
      reference: printReference(source.reference.value),
      title: source.title?.value,
      request: source.request?.value,
      raisedBy: source.raisedBy?.value,
      assessmentFrom: source.assessmentStart?.value,
      assessmentTo: source.assessmentEnd?.value,
      affectedMilestones: source.affectedMilestone === null ? undefined : [source.affectedMilestone.value],
      costAmount: source.cost?.value,
      costKind: source.cost !== null && speaksOfRom(source, own) ? 'ROM' : undefined,
      scheduleWeeksMin: source.schedule?.value.from,
      scheduleWeeksMax: source.schedule?.value.to,
      benefit: source.benefit?.value,
      decisionGroup: source.decisionGroup?.value,
      impacts: source.impacts.length === 0 ? undefined : source.impacts.map((impact) => ({ text: impact.value })),
      recommendations:
        own.length === 0
          ? undefined
          : own.map((recommendation) => ({
              text: recommendation.text.value,
              condition: recommendation.condition?.value ?? null,
              byGroup: contents.meeting?.group.value ?? null,
            })),
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'change-request', id: recorded.value.id });
    for (const recommendation of own)
      applied.push({ source: recommendation, kind: 'change-request', id: recorded.value.id });
  }
  return ok(applied);
};

export const applyRisks: ApplyStep = async ({ context, contents }) => {
  const applied: Applied[] = [];
  const timesUsed = (identifier: string): number =>
    contents.risks.filter((risk) => risk.identifier?.value === identifier).length;
  for (const source of contents.risks) {
    const recorded = await recordRisk(context, {
      type: source.type,
      // A mark that several rows carry (`R` in each) tells none of them apart.
      identifier:
        source.identifier !== null && timesUsed(source.identifier.value) === 1 ? source.identifier.value : null,
      description: source.text.value,
      mitigations: source.mitigations.map((mitigation) => ({ text: mitigation.value })),
      ...(source.rating === null ? {} : { rag: source.rating.value ?? 'none', ratingRaw: source.rating.raw }),
      source: meetingKeyOf(contents),
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'risk', id: recorded.value.id });
  }
  return ok(applied);
};

export const applyDeliverables: ApplyStep = async ({ context, contents }) => {
  const applied: Applied[] = [];
  for (const source of contents.deliverables) {
    const recorded = await recordDeliverable(context, {
      text: source.text.value,
      due: monthOfPeriod(source.period?.value, contents.meeting?.date?.value),
      meetingKey: meetingKeyOf(contents),
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'deliverable', id: recorded.value.id });
  }
  return ok(applied);
};

export const applyFreezeOptions: ApplyStep = async ({ context, contents }) => {
  const recommendations = contents.recommendations.filter((candidate) => isFreezeRecommendation(contents, candidate));
  if (contents.freezeOptions.length === 0) return ok([]);
  const recorded = await recordFreezeOptions(context, {
    options: contents.freezeOptions.map((option) => ({ number: option.position, text: option.text.value })),
    recommendations: recommendations.map((recommendation) => ({
      text: recommendation.text.value,
      byGroup: contents.meeting?.group.value ?? null,
      meetingKey: meetingKeyOf(contents),
    })),
  });
  if (recorded.kind === 'failed') return recorded;
  const { options, recommendations: made } = recorded.value;
  return ok([
    ...contents.freezeOptions.flatMap((source, at) => one(source, 'freeze-option', options[at]?.id)),
    ...recommendations.flatMap((source, at) => one(source, 'freeze-recommendation', made[at]?.id)),
  ]);
};

const one = (source: Applied['source'], kind: string, id: string | undefined): Applied[] =>
  id === undefined ? [] : [{ source, kind, id }];

export const applyStatusSummary: ApplyStep = async ({ context, contents }) => {
  const source = contents.statusSummary;
  const meetingKey = meetingKeyOf(contents);
  if (source === null || meetingKey === null) return ok([]);
  const recorded = await recordStatusReport(context, {
    meetingKey,
    date: contents.meeting?.date?.value,
    summary: source.paragraphs.map((paragraph) => paragraph.value).join('\n\n'),
    percentComplete: source.percentages[0]?.value,
  });
  return recorded.kind === 'failed' ? recorded : ok([{ source, kind: 'status-report', id: recorded.value.id }]);
};

/** A recommendation that something be an explicit planning assumption is one from then on. */
export const applyAssumptions: ApplyStep = async ({
  context,
  contents,
}): Promise<Result<readonly Applied[], Problem>> => {
  const applied: Applied[] = [];
  for (const source of contents.recommendations) {
    if (!/\bplanning assumption/i.test(source.text.value)) continue;
    const recorded = await recordAssumption(context, {
      text: source.text.value,
      explicit: true,
      source: meetingKeyOf(contents),
    });
    if (recorded.kind === 'failed') return recorded;
    applied.push({ source, kind: 'planning-assumption', id: recorded.value.id });
  }
  return ok(applied);
};
