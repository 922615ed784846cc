import { beforeAll, expect, it } from 'vitest';
import { onEachEngine } from '../platform/database/testing/engines.ts';
import type { Problem } from '../platform/errors/problem.ts';
import type { Actor } from '../platform/policy/policy.ts';
import { stepsIn } from '../platform/record/changes.ts';
import { runCommand, type CommandContext } from '../platform/record/command.ts';
import type { Result } from '../values/result.ts';
import { addProfile, correctProfile, editBody, loadDefaultProfiles, recordRelease } from './commands.ts';
import { mapStage } from './model/stage-mapping.ts';
import { findBody, findBodyWithProfile, packKnowledge, releaseDaysBetween } from './queries.ts';
import { profilesOf } from './store.ts';

const secretariat: Actor = { id: 'person_secretariat', name: 'Secretariat', roles: ['secretariat'] };

function value<Value>(result: Result<Value, Problem>): Value {
  if (result.kind === 'failed') throw new Error(result.failure.detail);
  return result.value;
}

onEachEngine('Code bodies', (database) => {
  const run = <Value>(work: (context: CommandContext) => Promise<Result<Value, Problem>>) =>
    runCommand(database(), { actor: secretariat, command: 'test' }, work);
  const profileOf = async (name: string, on: string) => value(await findBodyWithProfile(database(), name, on)).profile;

  beforeAll(async () => {
    value(await run(loadDefaultProfiles));
  });

  it('are loaded once; what was corrected since is never overwritten', async () => {
    const body = value(await findBody(database(), 'rec'));
    value(await run((context) => editBody(context, 'REC', body.version, { administrator: 'Another' })));
    expect(value(await run(loadDefaultProfiles))).toEqual([]);
    expect(value(await findBody(database(), 'REC')).administrator).toBe('Another');
  });

  it('get a new profile from a day on; the one before it ends the day before and still answers for its time', async () => {
    const present = await profileOf('SEC', '2022-11-23');
    const stages = present.stages.map((stage) =>
      stage.key === 'refinement' ? { ...stage, aliases: [...stage.aliases, 'Polishing'] } : stage,
    );
    value(await run((context) => addProfile(context, 'SEC', '2024-01-01', { ...present, stages })));
    expect((await profilesOf(database(), present.bodyId)).map((one) => [one.effectiveFrom, one.effectiveTo])).toEqual([
      ['2024-01-01', null],
      ['2000-01-01', '2023-12-31'],
    ]);
    expect(mapStage(await profileOf('SEC', '2023-12-31'), 'Polishing')).toBeNull();
    expect(mapStage(await profileOf('SEC', '2024-01-01'), 'polishing')?.stage).toBe('assessment');
    expect(await run((context) => addProfile(context, 'SEC', '2023-01-01', present))).toMatchObject({
      failure: { code: 'already-there' },
    });
  });

  it('have profiles corrected only at the version read, and only to what can be used', async () => {
    const present = await profileOf('BSC', '2022-11-23');
    const correct = (ifMatch: number, patch: Parameters<typeof correctProfile>[4]) =>
      run((context) => correctProfile(context, 'BSC', present.id, ifMatch, patch));
    expect(await correct(present.version, { schemes: [] })).toMatchObject({ failure: { code: 'invalid-value' } });
    expect(await correct(present.version + 1, { note: 'x' })).toMatchObject({ failure: { code: 'changed-meanwhile' } });
    value(await correct(present.version, { appealWorkingDays: 10 }));
    expect(await profileOf('BSC', '2022-11-23')).toMatchObject({ appealWorkingDays: 10, stages: present.stages });
  });

  it('show releases on record in place of the computed day, and record the same one once', async () => {
    const release = { name: 'November 2022', date: '2022-11-03', kind: 'standard', note: '' } as const;
    const record = () => run((context) => recordRelease(context, 'BSC', release));
    expect(value(await record()).outcome).toBe('created');
    const steps = () => stepsIn(database(), 'code_release', { after: null, until: null });
    const before = (await steps()).length;
    expect(value(await record()).outcome).toBe('unchanged');
    expect(await steps()).toHaveLength(before);
    const body = value(await findBody(database(), 'BSC'));
    const days = await releaseDaysBetween(database(), { from: '2022-01-01', to: '2022-12-31' }, body.id);
    expect(days.map((day) => [day.date, day.computed])).toEqual([
      ['2022-02-24', true],
      ['2022-06-30', true],
      ['2022-11-03', false],
    ]);
  });

  it('tell a pack’s reader all it must know of them', async () => {
    const knowledge = await packKnowledge(database(), '2022-11-23');
    expect(knowledge.programme).toBe('MHHS');
    expect(knowledge.bodies.filter((body) => body.expectedInHorizon).map((body) => body.shortName)).toEqual([
      'BSC',
      'REC',
      'SEC',
      'DCUSA',
    ]);
    expect(knowledge.statuses).toContainEqual({
      body: 'REC',
      words: 'REC Issue',
      stage: 'idea',
      overlay: null,
    });
  });
});
