/** The embedded database under the worst that may happen to its process. */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPrograms, type Programs } from './programs/build.ts';
import type { Found } from './programs/writer.ts';

let programs: Programs;
beforeAll(async () => {
  programs = await buildPrograms(['writer']);
});
afterAll(() => programs.close());

const acknowledged = (lines: readonly string[]): number[] =>
  lines.filter((line) => line.startsWith('ack ')).map((line) => Number(line.slice('ack '.length)));

const foundIn = (line: string): Found => JSON.parse(line.slice('found '.length)) as Found;

describe('A killed process', () => {
  const ROUNDS = 50;

  it(`loses nothing it acknowledged and leaves nothing half-done, ${String(ROUNDS)} times on one directory`, async () => {
    const directory = programs.folder();
    const promised = new Set<number>();
    const made = await programs.run('writer', [directory, '1']);
    for (const entry of acknowledged(made.output.split('\n'))) promised.add(entry);
    expect(promised.size).toBe(1);

    const check = (found: Found, round: number) => {
      const there = new Set(found.entries);
      expect(
        [...promised].filter((entry) => !there.has(entry)),
        `lost in round ${String(round)}`,
      ).toEqual([]);
      expect(found, `round ${String(round)}`).toMatchObject({
        torn: [],
        gaps: 0,
        count: found.entries.length,
        former: found.entries.length - 1,
      });
    };

    let killedOpening = 0;
    let unacknowledged = 0;
    for (let round = 1; round <= ROUNDS; round++) {
      const writer = programs.start('writer', [directory]);
      if (round % 10 === 0) {
        // Also while it opens: recovery from the last crash must itself survive a crash.
        await writer.line((line) => line === 'opening');
        await pause(Math.random() * 700);
        killedOpening += writer.lines.some((line) => line.startsWith('found')) ? 0 : 1;
      } else {
        const found = foundIn(await writer.line((line) => line.startsWith('found')));
        unacknowledged += found.entries.length - promised.size;
        for (const entry of found.entries) promised.add(entry); // seen by somebody: from now on it must stay
        check(found, round);
        const wanted = 1 + Math.floor(Math.random() * 12);
        await writer.line(() => acknowledged(writer.lines).length >= wanted);
        await pause(Math.random() * 15);
      }
      writer.kill('SIGKILL');
      const { signal, output } = await writer.ended;
      expect(signal).toBe('SIGKILL');
      for (const entry of acknowledged(output.split('\n').slice(0, -1))) promised.add(entry);
    }

    const last = await programs.run('writer', [directory, '1']);
    expect(last.code).toBe(0);
    const found = last.output.split('\n').find((line) => line.startsWith('found'));
    check(foundIn(found ?? ''), ROUNDS + 1);
    expect(promised.size).toBeGreaterThan(ROUNDS);
    // The test tests something: some kills hit a commit or an opening on its way.
    expect(killedOpening + unacknowledged).toBeGreaterThan(0);
  }, 900_000); // about a second a round; many times that on a machine that does much else
});

describe('An acknowledged commit', () => {
  const orderOf = async (durability: 'durable' | 'throw-away'): Promise<string[]> => {
    const directory = programs.folder();
    const log = path.join(programs.folder(), 'log');
    const preload = pathToFileURL(path.join(import.meta.dirname, 'programs/log-fsync.mjs')).href;
    const { code, errors } = await programs.run('writer', [directory, '25', durability], {
      NODE_OPTIONS: `--import ${preload}`,
      FSYNC_LOG: log,
    });
    expect(code, errors).toBe(0);
    const lines = fs.readFileSync(log, 'utf8').split('\n');
    return lines.slice(lines.findIndex((line) => line.startsWith('found')) + 1, lines.indexOf('closed'));
  };

  it('has been synchronised to the disk before it is acknowledged, every time', async () => {
    const order = await orderOf('durable');
    const acks = order.flatMap((line, n) => (line.startsWith('ack') ? [n] : []));
    expect(acks).toHaveLength(25);
    for (const [n, at] of acks.entries()) {
      expect(order.slice((acks[n - 1] ?? -1) + 1, at), `before acknowledgment ${String(n + 1)}`).toContain('fsync');
    }
  }, 180_000);

  it('is not, in the throw-away databases of tests: so the log does tell the two apart', async () => {
    const order = await orderOf('throw-away');
    expect(order.filter((line) => line.startsWith('ack'))).toHaveLength(25);
    expect(order).not.toContain('fsync');
  }, 180_000);
});

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
