/** The embedded database in its own thread: what a query costs, and that the server's own loop goes on meanwhile. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { Database } from '../src/platform/database/tables.ts';
import { fillPresent } from './fill.ts';
import { newEmbedded } from './places.ts';
import { milliseconds, type Row } from './table.ts';
import { quantile, timed } from './timing.ts';

/** Issue's target: no stall of the event loop above this in normal use, in milliseconds. */
const TARGET = 50;
/** How often the loop's delay is looked at, in milliseconds: it is part of what the histogram counts. */
const RESOLUTION = 5;

/** The longest delay of this thread's event loop while `work` ran, in milliseconds, and how often it was looked at. */
async function delayDuring(work: () => Promise<unknown>): Promise<{ longest: number; p99: number }> {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  delays.enable();
  await work();
  delays.disable();
  const beyond = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
  return { longest: beyond(delays.max), p99: beyond(delays.percentile(99)) };
}

const point = (database: Database, n: number) =>
  sql`select id, title from modification where id = ${`modification_bench${String(n).padStart(6, '0')}`}`.execute(
    database,
  );

async function latency(database: Database): Promise<Row> {
  const times: number[] = [];
  for (let n = 1; n <= 2500; n += 1) times.push((await timed(() => point(database, n))).took);
  const warm = times.slice(500);
  return {
    part: 'embedded',
    what: 'one row by its id, one query after another',
    figure: `p50 ${milliseconds(quantile(warm, 0.5))}, p99 ${milliseconds(quantile(warm, 0.99))}`,
    beside: '',
    reached: null,
  };
}

async function loop(database: Database): Promise<Row[]> {
  const many = await delayDuring(async () => {
    const until = performance.now() + 4000;
    const client = async (from: number): Promise<void> => {
      for (let n = from; performance.now() < until; n += 8) await point(database, 1 + (n % 10_000));
    };
    await Promise.all(Array.from({ length: 8 }, (_, from) => client(from)));
  });
  const heavy = await timed(() =>
    delayDuring(() =>
      sql`select count(*) from modification a join modification b on a.number < b.number and a.title < b.title
        where a.number <= 200`.execute(database),
    ),
  );
  return [
    {
      part: 'embedded',
      what: 'delay of the event loop, 8 callers querying for 4 s',
      figure: `p99 ${milliseconds(many.p99)}, longest ${milliseconds(many.longest)}`,
      beside: 'target < 50 ms',
      reached: many.longest < TARGET,
    },
    {
      part: 'embedded',
      what: `delay of the event loop during one query of ${milliseconds(heavy.took)}`,
      figure: `longest ${milliseconds(heavy.value.longest)}`,
      beside: 'target < 50 ms',
      reached: heavy.value.longest < TARGET,
    },
  ];
}

export async function embedded(): Promise<Row[]> {
  const opened = await newEmbedded();
  await fillPresent(opened.database);
  const rows = [await latency(opened.database), ...(await loop(opened.database))];
  await opened.close();
  return rows;
}
