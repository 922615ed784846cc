/** Questions about risks and issues. */
import { printCivilDate, type CivilDate } from '../../values/partial-date.ts';
import type { Database } from '../../platform/database/tables.ts';
import type { Mitigation, Risk } from '../model/risk.ts';
import { allRisks, mitigationsOf } from '../store/risks.ts';

/** Where a person reads about a risk. */
export const riskHref = (risk: Pick<Risk, 'reference'>): string => `/risks/${risk.reference}`;

export interface ShownRisk extends Risk {
  readonly href: string;
  readonly mitigations: readonly Mitigation[];
  /** Open, and its review date has passed. */
  readonly reviewOverdue: boolean;
}

/** All risks and issues by reference, with what is done against them. */
export async function risks(database: Database, today: CivilDate): Promise<ShownRisk[]> {
  const all = await allRisks(database);
  const mitigations = await mitigationsOf(
    database,
    all.map((risk) => risk.id),
  );
  return all.map((risk) => ({
    ...risk,
    href: riskHref(risk),
    mitigations: mitigations.get(risk.id) ?? [],
    reviewOverdue: risk.state === 'open' && risk.reviewDate !== null && risk.reviewDate < today,
  }));
}

/** `4 open risks: 4 amber; 3 of 9 mitigations done; 4 have no owner`. */
export function risksSentence(all: readonly ShownRisk[]): string {
  const live = all.filter((risk) => risk.state === 'open');
  if (live.length === 0) return all.length === 0 ? 'No risks yet' : `No open risks; ${all.length} closed`;
  const issues = live.filter((risk) => risk.type === 'issue').length;
  const count = live.length - issues;
  const what = [
    ...(count > 0 ? [`${count} open ${count === 1 ? 'risk' : 'risks'}`] : []),
    ...(issues > 0 ? [`${issues} open ${issues === 1 ? 'issue' : 'issues'}`] : []),
  ].join(' and ');
  const ratings = (['red', 'amber', 'green'] as const).flatMap((rag) => {
    const rated = live.filter((risk) => risk.rag === rag).length;
    return rated === 0 ? [] : [`${rated} ${rag}`];
  });
  const mitigations = live.flatMap((risk) => risk.mitigations);
  const done = mitigations.filter((one) => one.done).length;
  const unowned = live.filter((risk) => risk.owner === null).length;
  const overdue = live.filter((risk) => risk.reviewOverdue).length;
  const [next] = live
    .flatMap((risk) => (risk.reviewDate === null || risk.reviewOverdue ? [] : [risk.reviewDate]))
    .sort();
  return [
    ratings.length === 0 ? what : `${what}: ${ratings.join(', ')}`,
    ...(mitigations.length === 0 ? [] : [`${done} of ${mitigations.length} mitigations done`]),
    ...(unowned === 0 ? [] : [`${unowned} without an owner`]),
    ...(overdue === 0 ? [] : [`${overdue} past the review date`]),
    ...(next === undefined ? [] : [`next review ${printCivilDate(next)}`]),
  ].join('; ');
}
