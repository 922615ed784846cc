/** The parts of a pack that the plan gives: status, deliverables, risks, milestones, change requests, freeze options. */
import { changeRequestInFull, changeRequests } from '../../plan/queries/change-requests.ts';
import { plan } from '../../plan/queries/milestones.ts';
import { risks } from '../../plan/queries/risks.ts';
import {
  allDeliverables,
  allFreezeOptions,
  allFreezeRecommendations,
  allStatusReports,
} from '../../plan/store/small-records.ts';
import type { Database } from '../../platform/database/tables.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import type { PackPart, PaperChangeRequest } from '../model.ts';

/** The status told to this meeting, what is to be delivered, open risks, and milestones not yet reached. */
export async function reportingParts(database: Database, meetingKey: string, today: CivilDate): Promise<PackPart[]> {
  const report = (await allStatusReports(database)).find((one) => one.meetingKey === meetingKey);
  const deliverables = (await allDeliverables(database)).filter(
    (one) => one.state === 'planned' || one.meetingKey === meetingKey,
  );
  const periods = [...new Set(deliverables.map((one) => one.due?.raw ?? null))];
  const open = (await risks(database, today)).filter((risk) => risk.state === 'open');
  const milestones = (await plan(database, today)).filter((milestone) => milestone.actual === null);
  return [
    ...(report === undefined
      ? []
      : [{ kind: 'status-summary' as const, paragraphs: report.summary.split(/\n+/).filter((text) => text !== '') }]),
    ...periods.map((period): PackPart => ({
      kind: 'deliverables',
      period,
      deliverables: deliverables.filter((one) => (one.due?.raw ?? null) === period).map((one) => one.text),
    })),
    ...(open.length === 0
      ? []
      : [
          {
            kind: 'risks' as const,
            risks: open.map((risk) => ({
              type: risk.type,
              identifier: risk.identifier,
              text: risk.description,
              mitigations: risk.mitigations.map(({ text, done }) => (done ? `${text} - Complete` : text)),
              rating: risk.ratingRaw ?? (risk.rag === 'none' ? null : risk.rag),
            })),
          },
        ]),
    ...(milestones.length === 0
      ? []
      : [
          {
            kind: 'milestones' as const,
            milestones: milestones.map((milestone) => ({
              title: milestone.reference === null ? milestone.title : `${milestone.title} (${milestone.reference})`,
              target: milestone.target,
              forecast: milestone.forecast,
              rating: milestone.rag,
              unexamined: milestone.standing.unexamined,
            })),
          },
        ]),
  ];
}

/** A change request with what the plan knows it by. */
export interface KnownRequest {
  readonly id: string;
  readonly number: number;
  readonly request: PaperChangeRequest;
  /** The recommendations made about it. */
  readonly recommendations: readonly { readonly text: string; readonly condition: string | null }[];
}

/** Every change request of the programme, in full. */
export async function requestsOf(database: Database): Promise<KnownRequest[]> {
  const known: KnownRequest[] = [];
  for (const { id } of await changeRequests(database)) {
    const found = await changeRequestInFull(database, id);
    if (found === null) continue;
    const { scheduleWeeksMin: from, scheduleWeeksMax: to } = found;
    known.push({
      id,
      number: found.number,
      recommendations: found.recommendations.map(({ text, condition }) => ({ text, condition })),
      request: {
        reference: found.reference,
        title: found.title.trim() === '' || found.title === found.reference ? null : found.title,
        raisedBy: found.raisedBy,
        request: found.request,
        assessmentStart: found.assessmentFrom,
        assessmentEnd: found.assessmentTo,
        impacts: found.impacts.map((impact) => impact.text),
        benefit: found.benefit,
        cost: found.costAmount,
        schedule: from === null ? null : { from, to: to ?? from },
        affectedMilestone: found.affectedMilestones[0]?.reference ?? null,
        decisionGroup: found.decisionGroup,
      },
    });
  }
  return known;
}

/** The options of a code freeze, and what was recommended to this meeting about them. */
export async function freezeParts(
  database: Database,
  meetingKey: string,
): Promise<{ readonly options: PackPart[]; readonly recommendations: readonly string[] }> {
  const options = await allFreezeOptions(database);
  const recommendations = (await allFreezeRecommendations(database)).filter((one) => one.meetingKey === meetingKey);
  return {
    options: options.length === 0 ? [] : [{ kind: 'freeze-options', options: options.map((option) => option.text) }],
    recommendations: recommendations.map((one) => one.text),
  };
}
