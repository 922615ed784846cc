import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { fixturePack } from '../formats/pack/fixtures/packs.ts';
import { acceptIntake, stageIntake } from '../intake/commands.ts';
import { packKnowledge } from '../intake/knowledge.ts';
import type { AcceptOutcome } from '../intake/model.ts';
import { readPack } from '../intake/read-pack.ts';
import { onEachEngine } from '../platform/database/testing/engines.ts';
import type { Database } from '../platform/database/tables.ts';
import { runCommand } from '../platform/record/command.ts';
import { loadSampleProgramme } from './sample.ts';
import { OPERATOR } from './session-routes.ts';

async function accept(database: Database, name: string, text: string): Promise<AcceptOutcome> {
  const content = new TextEncoder().encode(text);
  const read = await readPack(content, name, await packKnowledge(database));
  if (read.kind === 'failed') throw new Error(read.failure.detail);
  const done = await runCommand(database, { actor: OPERATOR, command: 'intake.accept' }, async (context) => {
    const staged = await stageIntake(context, { name, content }, read.value);
    return staged.kind === 'failed' ? staged : acceptIntake(context, staged.value.id);
  });
  if (done.kind === 'failed') throw new Error(done.failure.detail);
  return done.value;
}

/** The same words in another file, so that it is read and accepted anew. */
const acceptAgain = (database: Database, name: string, text: string): Promise<AcceptOutcome> =>
  accept(database, `again-${name}`, `${text}\n`);

const pack = path.resolve(import.meta.dirname, '../../../shared/data/packs/ccag-12-2022-11-23.txt');

onEachEngine('a pack on top of the sample', (database) => {
  beforeAll(() => loadSampleProgramme(database()), 120_000);

  // The real pack is not in the repository: it is read wherever it lies beside.
  it.runIf(fs.existsSync(pack))(
    'of its next meeting creates, updates and leaves, and a second time leaves all',
    async () => {
      const text = fs.readFileSync(pack, 'utf8');
      const first = await accept(database(), 'pack.txt', text);
      expect(first.created).toBeGreaterThan(0);
      expect(first.updated).toBeGreaterThan(0);
      expect(first.unchanged).toBeGreaterThan(0);
      const created = new Set(first.records.filter((one) => one.outcome === 'created').map((one) => one.kind));
      // What the sample knows of the meeting is recognised again, never entered a second time.
      for (const kind of ['meeting', 'modification', 'milestone', 'change-request', 'action', 'group-update'])
        expect([kind, created.has(kind)]).toEqual([kind, false]);
      const again = await acceptAgain(database(), 'pack.txt', text);
      expect({ created: again.created, updated: again.updated }).toEqual({ created: 0, updated: 0 });
      expect(again.unchanged).toBeGreaterThan(60);
    },
    60_000,
  );

  it('of another month adds what is new, and a second time leaves all', async () => {
    const text = fixturePack('ccag-31');
    const first = await accept(database(), 'ccag-31.txt', text);
    expect(first.created).toBeGreaterThan(10);
    const again = await acceptAgain(database(), 'ccag-31.txt', text);
    expect({ created: again.created, updated: again.updated }).toEqual({ created: 0, updated: 0 });
    expect(again.unchanged).toBe(first.records.length);
  }, 60_000);
});
