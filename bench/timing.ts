/** Measuring: one call, many calls in turn, and requests over HTTP. */
import autocannon from 'autocannon';

/**
 * How long one run of `work` took, and how long the processor worked in this process for it (all its threads), in
 * milliseconds; and what the work gave. On a busy machine the processor's time is the steadier figure.
 */
export async function timed<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; took: number; processor: number }> {
  const started = performance.now();
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, took: performance.now() - started, processor: (user + system) / 1000 };
}

/** The value below which `share` of the sorted values lie; the middle one for 0.5. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new Error('Nothing was measured');
  return found;
}

/**
 * Medians, in milliseconds, of several ways of doing something, taken in turn, round after round: a machine that slows
 * down half-way slows all of them alike, and their ratio stays true. The first round warms up and does not count.
 */
export async function inTurn<Way extends string>(
  ways: Readonly<Record<Way, () => Promise<unknown>>>,
  rounds: number,
): Promise<Readonly<Record<Way, number>>> {
  const names = Object.keys(ways) as Way[];
  const times = new Map<Way, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const { took } = await timed(ways[name]);
      if (round > 0) times.get(name)?.push(took);
    }
  }
  return Object.fromEntries(names.map((name) => [name, quantile(times.get(name) ?? [], 0.5)])) as Record<Way, number>;
}

export interface Load {
  /** Requests answered in a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Asks for one address over eight connections for some seconds. Throws when any answer is not a success. */
export async function load(url: string, cookie: string, seconds: number): Promise<Load> {
  const result = await autocannon({ url, connections: 8, duration: seconds, workers: 1, headers: { cookie } });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} refusals and ${result.errors} errors among ${result.requests.total}`);
  }
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

/** The load in words. */
export const inWords = ({ rate, p50, p99 }: Load): string =>
  `${rate.toFixed(0)} requests/s, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`;
