/** The register of ten thousand changes over HTTP, now and as at an instant behind a million rows of history. */
import type { OpenDatabase } from '../src/platform/database/open-database.ts';
import { fillHistory, fillPresent, HISTORY_ROWS, MIDDLE_INSTANT, MODIFICATIONS } from './fill.ts';
import { newEmbedded, newOnServer, openDoor, serverUrl, type Door } from './places.ts';
import { milliseconds, type Row } from './table.ts';
import { inTurn, inWords, load } from './timing.ts';

/** Fifty of those in flight of two bodies, by the day of their decision: filters, a sort, and what the caller may do. */
const PAGE = '/api/modifications?inFlight=true&body=REC,SEC&sort=decision&limit=50';
/** The page people open: fifty of those in flight, by reference. */
const PLAIN_PAGE = '/api/modifications?inFlight=true&limit=50';
const ONE = '/api/modifications/modification_bench000777';
/** Issue's target: reading the past costs at most this many times reading the present. */
const TARGET = 3;
const SECONDS = 8;
const ROUNDS = 15;

async function underLoad(engine: string, door: Door): Promise<Row[]> {
  await load(`${door.url}${PAGE}`, door.cookie, 2); // warms up
  const bare = await load(`${door.url}/health`, door.cookie, SECONDS / 2);
  const page = await load(`${door.url}${PAGE}`, door.cookie, SECONDS);
  return [
    {
      part: 'register',
      what: `50 of ${MODIFICATIONS.toLocaleString('en-GB')}, filtered, with permissions; ${engine}`,
      figure: inWords(page),
      beside: `bare endpoint (/health): ${inWords(bare)}`,
      reached: null,
    },
  ];
}

const withMoment = (address: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}asAt=${encodeURIComponent(MIDDLE_INSTANT)}`;

async function pastBesidePresent(engine: string, door: Door): Promise<Row[]> {
  const addresses = { 'list page': PLAIN_PAGE, 'list page, filtered': PAGE, 'one change': ONE };
  const rows: Row[] = [];
  for (const [what, address] of Object.entries(addresses)) {
    const took = await inTurn({ now: () => door.ask(address), past: () => door.ask(withMoment(address)) }, ROUNDS);
    const ratio = took.past / took.now;
    rows.push({
      part: 'past',
      what: `${what} as at mid-2024, ${HISTORY_ROWS.toLocaleString('en-GB')} rows of history; ${engine}`,
      figure: `${ratio.toFixed(2)}× the present (${milliseconds(took.past)})`,
      beside: `present: ${milliseconds(took.now)}; target ≤ ${TARGET}×`,
      reached: ratio <= TARGET,
    });
  }
  return rows;
}

async function on(engine: string, opened: OpenDatabase): Promise<Row[]> {
  await fillPresent(opened.database);
  const door = await openDoor(opened.database);
  const rows = await underLoad(engine, door);
  await fillHistory(opened.database);
  rows.push(...(await pastBesidePresent(engine, door)));
  await door.close();
  await opened.close();
  return rows;
}

/** On the embedded database always; on a PostgreSQL server when the environment names one. */
export async function register(): Promise<Row[]> {
  const rows = await on('embedded', await newEmbedded());
  const url = serverUrl();
  return url === null ? rows : [...rows, ...(await on('PostgreSQL', await newOnServer(url)))];
}
