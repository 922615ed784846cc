/** One data directory, several processes: exactly one has it, and a dead one has nothing. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockDirectory, lockHolder } from '../../src/platform/database/directory-lock.ts';
import { buildPrograms, type Programs, type Running } from './programs/build.ts';

let programs: Programs;
beforeAll(async () => {
  programs = await buildPrograms(['writer', 'locker']);
});
afterAll(() => programs.close());

const startHolding = async (directory: string): Promise<Running> => {
  const holder = programs.start('locker', [directory]);
  await holder.line((line) => line.startsWith('holds'));
  return holder;
};

describe('The lock of a data directory', () => {
  it('refuses a second process and says which one has it and what to do', async () => {
    const directory = programs.folder();
    const first = programs.start('writer', [directory]);
    await first.line((line) => line.startsWith('ack'));
    const second = await programs.run('writer', [directory, '1']);
    expect(second.code).toBe(2);
    expect(second.output).toContain(
      `refused The data directory ${directory} is in use by another Pandect (process ${String(first.pid)}). Use that one, stop it first, or set PANDECT_DATA to another directory.`,
    );
    // The first one has not noticed.
    const acks = first.lines.length;
    await first.line(() => first.lines.length > acks + 3);
    expect(lockHolder(directory)).toMatchObject({ pid: first.pid });

    first.kill('SIGKILL');
    await first.ended;
    expect(lockHolder(directory)).toBeNull();
    const third = await programs.run('writer', [directory, '1']);
    expect(third).toMatchObject({ code: 0 });
    expect(fs.readdirSync(directory)).toEqual(['database']);
  }, 240_000);

  it('refuses the same process, too, until it is released', () => {
    const directory = programs.folder();
    const first = lockDirectory(directory);
    expect(lockDirectory(directory)).toMatchObject({ kind: 'failed', failure: { holder: { pid: process.pid } } });
    if (first.kind === 'ok') first.value.release();
    const second = lockDirectory(directory);
    expect(second.kind).toBe('ok');
    if (second.kind === 'ok') second.value.release();
    expect(fs.readdirSync(directory)).toEqual([]);
  });

  it('goes to exactly one of many that come at once, whether it is free or left behind by a killed process', async () => {
    for (let round = 0; round < 4; round++) {
      const directory = programs.folder();
      if (round % 2 === 1) {
        const dead = await startHolding(directory);
        dead.kill('SIGKILL');
        await dead.ended;
        expect(fs.existsSync(path.join(directory, 'pandect.lock'))).toBe(true);
      }
      const start = String(Date.now() + 1_200);
      const racers = Array.from({ length: 8 }, () => programs.start('locker', [directory, start]));
      const told = await Promise.all(racers.map((racer) => racer.line((line) => /^(?:holds|refused)/.test(line))));
      expect(
        told.filter((line) => line.startsWith('holds')),
        `round ${String(round)}`,
      ).toHaveLength(1);
      const winner = told.find((line) => line.startsWith('holds'))?.slice('holds '.length);
      for (const line of told.filter((one) => one.startsWith('refused')))
        expect(line).toContain(`process ${winner ?? '?'}`);
      for (const racer of racers) racer.kill('SIGKILL');
      await Promise.all(racers.map((racer) => racer.ended));
    }
  }, 240_000);

  it('is not believed when another process has got the number of a dead holder', () => {
    const directory = programs.folder();
    const stale = { pid: process.pid, started: '1' };
    fs.writeFileSync(path.join(directory, 'pandect.lock'), JSON.stringify(stale));
    expect(lockHolder(directory)).toBe(null);
    const taken = lockDirectory(directory);
    expect(taken.kind).toBe('ok');
    if (taken.kind === 'ok') taken.value.release();
  });

  it.runIf(fs.existsSync('/proc/self/stat'))(
    'is not held by a process that has died and waits to be asked after',
    async () => {
      const directory = programs.folder();
      const holder = await startHolding(directory);
      const lock = fs.readFileSync(path.join(directory, 'pandect.lock'), 'utf8');
      holder.kill('SIGKILL');
      await holder.ended;
      // A shell that starts a child, then becomes a program that never asks after it.
      const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] });
      try {
        const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (text) => resolve(Number(text))));
        const state = () => fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ')[1] ?? '';
        const started = state().split(' ')[19];
        fs.writeFileSync(
          path.join(directory, 'pandect.lock'),
          JSON.stringify({ ...(JSON.parse(lock) as object), pid, started }),
        );
        expect(lockHolder(directory)).toMatchObject({ pid });
        while (!state().startsWith('Z')) await new Promise((resolve) => setTimeout(resolve, 20));
        expect(lockHolder(directory)).toBe(null);
      } finally {
        parent.kill('SIGKILL');
      }
    },
  );

  it('is not held by a damaged file', () => {
    for (const content of ['', '{', 'null', '{"pid":"1"}']) {
      const directory = programs.folder();
      fs.writeFileSync(path.join(directory, 'pandect.lock'), content);
      expect(lockHolder(directory)).toBe(null);
      expect(lockDirectory(directory).kind).toBe('ok');
    }
  });
});
