import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { acceptIntake, stageIntake } from '../intake/commands.ts';
import { packKnowledge } from '../intake/knowledge.ts';
import { readPack } from '../intake/read-pack.ts';
import { onEachEngine } from '../platform/database/testing/engines.ts';
import { runCommand } from '../platform/record/command.ts';
import { loadSampleProgramme } from './sample.ts';
import { OPERATOR } from './session-routes.ts';

const pack = path.resolve(import.meta.dirname, '../../../shared/data/packs/ccag-12-2022-11-23.txt');

// The real pack is not in the repository; src/intake tests the same with packs of our own.
onEachEngine('the sample and the pack of its next meeting', (database) => {
  beforeAll(() => loadSampleProgramme(database()), 120_000);

  it.runIf(fs.existsSync(pack))(
    'meet: accepting creates, updates and leaves, and a second time leaves all',
    async () => {
      const accept = async (name: string, content: Uint8Array) => {
        const read = await readPack(content, name, await packKnowledge(database()));
        if (read.kind === 'failed') throw new Error(read.failure.detail);
        const done = await runCommand(database(), { actor: OPERATOR, command: 'intake.accept' }, async (context) => {
          const staged = await stageIntake(context, { name, content }, read.value);
          return staged.kind === 'failed' ? staged : acceptIntake(context, staged.value.id);
        });
        if (done.kind === 'failed') throw new Error(done.failure.detail);
        return done.value;
      };
      const content = fs.readFileSync(pack);
      const first = await accept('pack.txt', content);
      expect(first.created).toBeGreaterThan(0);
      expect(first.updated).toBeGreaterThan(0);
      expect(first.unchanged).toBeGreaterThan(0);
      const kinds = (outcome: string) =>
        new Set(first.records.filter((record) => record.outcome === outcome).map((record) => record.kind));
      // What the sample knows of the meeting is recognised again, never entered a second time.
      for (const kind of ['meeting', 'modification', 'milestone', 'change-request', 'action', 'group-update'])
        expect([kind, kinds('created').has(kind)]).toEqual([kind, false]);
      // The same words in another file.
      const again = await accept('again.txt', Buffer.concat([content, Buffer.from('\n')]));
      expect({ created: again.created, updated: again.updated }).toEqual({ created: 0, updated: 0 });
      expect(again.unchanged).toBeGreaterThan(60);
    },
    60_000,
  );
});
