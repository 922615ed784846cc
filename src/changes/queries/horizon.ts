/** The horizon log of a meeting or month: what each body returned, who was silent, and whose log was out of date. */
import { allBodies } from '../../codes/store.ts';
import type { Database } from '../../platform/database/tables.ts';
import { printCivilDate, type CivilDate } from '../../values/partial-date.ts';
import { isStale, type HorizonReturn } from '../model/horizon.ts';
import { joinWords } from '../model/sentence.ts';
import { horizonPeriods, returnsOf } from '../store/horizon.ts';

export interface BodyInLog {
  readonly body: string;
  readonly name: string;
  /** True when the body was expected to return something and did not. */
  readonly silent: boolean;
  /** True when the log it returned was headed with a date well before the meeting's. */
  readonly stale: boolean;
  /** Null where nothing at all is on record. */
  readonly return: HorizonReturn | null;
}

export interface HorizonLog {
  /** Null while no return is on record. */
  readonly period: string | null;
  readonly periodDate: CivilDate | null;
  readonly bodies: readonly BodyInLog[];
  readonly silent: readonly string[];
  readonly periods: readonly { readonly period: string; readonly periodDate: CivilDate }[];
  readonly sentence: string;
}

/** The log of the period (the latest when null): every body that is expected, or that returned something. */
export async function horizonLog(database: Database, wanted: string | null): Promise<HorizonLog> {
  const periods = await horizonPeriods(database);
  const period =
    wanted === null ? periods[0] : periods.find((one) => one.period.toLowerCase() === wanted.toLowerCase());
  const returns = period === undefined ? [] : await returnsOf(database, period.period);
  const bodies = (await allBodies(database)).flatMap((body): BodyInLog[] => {
    const found = returns.find((one) => one.bodyId === body.id) ?? null;
    if (found === null && !body.expectedInHorizon) return [];
    return [
      {
        body: body.shortName,
        name: body.name,
        silent: found === null || found.state === 'silent',
        stale: found !== null && isStale(found.logDate, found.periodDate),
        return: found,
      },
    ];
  });
  const silent = bodies.filter((body) => body.silent).map((body) => body.body);
  return {
    period: period?.period ?? null,
    periodDate: period?.periodDate ?? null,
    bodies,
    silent,
    periods,
    sentence: sentenceOf(period?.period ?? null, bodies, silent, wanted),
  };
}

function sentenceOf(
  period: string | null,
  bodies: readonly BodyInLog[],
  silent: readonly string[],
  wanted: string | null,
): string {
  if (period === null)
    return wanted === null
      ? 'No code body has made a return to the horizon log yet.'
      : `No return is on record for ${wanted.replace('-', ' ')}.`;
  const entries = bodies.flatMap((body) => body.return?.entries ?? []);
  const returned = bodies.filter((body) => (body.return?.entries.length ?? 0) > 0).length;
  const parts = [
    `${entries.length} ${entries.length === 1 ? 'change' : 'changes'} returned by ${returned} ${returned === 1 ? 'code body' : 'code bodies'} for ${period.replace('-', ' ')}`,
  ];
  if (silent.length > 0) parts.push(`${joinWords(silent)} made no return`);
  const stale = bodies.find((body) => body.stale)?.return?.logDate ?? null;
  if (stale !== null) parts.push(`the log is headed ${printCivilDate(stale)}`);
  return `${parts.join('; ')}.`;
}
