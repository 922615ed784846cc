import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadDefaultProfiles } from '../codes/commands.ts';
import { fixturePack, type FixturePack } from '../formats/pack/fixtures/packs.ts';
import { onEachEngine } from '../platform/database/testing/engines.ts';
import type { Database } from '../platform/database/tables.ts';
import type { Problem } from '../platform/errors/problem.ts';
import type { Actor } from '../platform/policy/policy.ts';
import { stepsIn } from '../platform/record/changes.ts';
import { runCommand, type CommandContext } from '../platform/record/command.ts';
import type { Result } from '../values/result.ts';
import { acceptIntake, correctField, decideFinding, discardIntake, stageIntake } from './commands.ts';
import { packKnowledge } from './knowledge.ts';
import type { AcceptOutcome, Intake } from './model.ts';
import { previewAccept, reviewOf } from './queries.ts';
import { readPack } from './read-pack.ts';
import { readingOf } from './store/intakes.ts';
import { provenanceOf } from './store/provenance.ts';

const clerk: Actor = { id: 'person_clerk', name: 'Secretariat', roles: ['secretariat'] };

const value = <Value>(result: Result<Value, Problem>): Value => {
  if (result.kind === 'failed') throw new Error(result.failure.detail);
  return result.value;
};

const run = async <Value>(
  database: Database,
  work: (context: CommandContext) => Promise<Result<Value, Problem>>,
): Promise<Value> => value(await runCommand(database, { actor: clerk, command: 'test' }, work));

const stageWords = async (database: Database, name: string, words: string): Promise<Intake> => {
  const bytes = new TextEncoder().encode(words);
  const pack = value(await readPack(bytes, name, await packKnowledge(database)));
  return run(database, (context) => stageIntake(context, { name, content: bytes }, pack));
};

const stage = (database: Database, name: FixturePack): Promise<Intake> =>
  stageWords(database, `${name}.txt`, fixturePack(name));

const accept = (database: Database, intake: Intake): Promise<AcceptOutcome> =>
  run(database, (context) => acceptIntake(context, intake.id));

const review = async (database: Database, intake: Intake) => {
  const found = await reviewOf(database, intake.id);
  if (found === null) throw new Error('no review');
  return found;
};

/** Every table whose rows a pack can change. */
const TABLES = ['meeting', 'agenda_item', 'action', 'action_update', 'decision', 'group_update', 'meeting_note', 'document', 'modification', 'modification_date', 'modification_position', 'modification_update', 'horizon_return', 'milestone', 'change_request', 'change_request_impact', 'risk', 'deliverable', 'freeze_option', 'status_report', 'record_link']; // prettier-ignore

const stepsAfter = async (database: Database, after: string): Promise<string[]> =>
  (await Promise.all(TABLES.map((table) => stepsIn(database, table, { after, until: null }))))
    .flat()
    .map((step) => step.table);

const lastEntry = async (database: Database): Promise<string> =>
  (await database.selectFrom('entry').select('at').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()).at;

onEachEngine('Intake of a pack', (database) => {
  it('changes nothing of the record until it is accepted, and then writes all of it', async () => {
    await run(database(), loadDefaultProfiles);
    const before = await lastEntry(database());
    const staged = await stage(database(), 'ccag-31');
    expect(await stepsAfter(database(), before)).toEqual([]);
    const preview = value(await previewAccept(database(), clerk, staged.id));
    expect(await stepsAfter(database(), before)).toEqual([]);

    const outcome = await accept(database(), staged);
    expect(outcome.created).toBeGreaterThan(30);
    expect(outcome.updated).toBe(0);
    const told = ({ records }: AcceptOutcome) => records.map(({ key, kind, outcome: done }) => ({ key, kind, done }));
    expect(told(preview)).toEqual(told(outcome));
    const { counts } = staged;
    const created = (kind: string): number =>
      outcome.records.filter((record) => record.kind === kind && record.outcome === 'created').length;
    expect(created('action')).toBe(counts.actions);
    expect(created('milestone')).toBe(counts.milestones);
    expect(created('risk')).toBe(counts.risks);
    expect(created('agenda-item')).toBe(counts.agendaItems);
    expect(created('modification')).toBe(counts.modifications + counts.issues);
  });

  it('gives the same file back when it comes again, and writes nothing', async () => {
    const before = await lastEntry(database());
    const again = await stage(database(), 'ccag-31');
    expect(again.state).toBe('accepted');
    const outcome = await accept(database(), again);
    expect(outcome).toMatchObject({ created: 0, updated: 0 });
    expect(await stepsAfter(database(), before)).toEqual([]);
  });

  it('leaves every record as it is when the same words come in another file', async () => {
    const copy = await stageWords(database(), 'copy.txt', `${fixturePack('ccag-31')}\n\n`);
    const before = await lastEntry(database());
    expect(await accept(database(), copy)).toMatchObject({ created: 0, updated: 0 });
    expect(await stepsAfter(database(), before)).toEqual([]);
  });

  it('brings the record up to date with the next month’s pack, and says exactly what changed', async () => {
    const next = await stage(database(), 'ccag-32-next-month');
    const outcome = await accept(database(), next);
    const changed = outcome.records.filter((record) => record.outcome === 'updated');
    expect(changed.length).toBeGreaterThan(2);
    expect(changed.every((record) => record.changes.length > 0)).toBe(true);
    expect(changed.map((record) => record.kind)).toEqual(
      expect.arrayContaining(['action', 'modification', 'milestone']),
    );
    const carriedOver = outcome.records.filter((record) => record.kind === 'action' && record.outcome !== 'created');
    expect(carriedOver.length).toBeGreaterThan(0);
  });

  it('keeps where each value came from, word for word', async () => {
    const again = await stage(database(), 'ccag-31');
    const reading = await readingOf(database(), again.id);
    const written = again.outcome?.records.find((record) => record.kind === 'modification');
    const places = (await provenanceOf(database(), 'modification', written?.id ?? '')).filter(
      (place) => place.intakeId === again.id,
    );
    expect(places.length).toBeGreaterThan(4);
    for (const place of places.filter(({ raw }) => raw !== '')) {
      const source = reading?.text.slice(place.start, place.end) ?? '';
      expect(source.replace(/\s+/g, ' ')).toContain(place.raw.replace(/\s+/g, ' ').trim());
    }
  });
});

onEachEngine('Findings of a staged pack', (database) => {
  it('are settled one by one, and a correction keeps the words of the source', async () => {
    await run(database(), loadDefaultProfiles);
    const staged = await stage(database(), 'ccag-31');
    const { findings, records } = await review(database(), staged);
    const impossible = findings.find(
      (finding) => finding.code === 'impossible-date' && finding.suggestion?.path !== undefined,
    );
    expect(impossible).toBeDefined();
    const path = impossible?.suggestion?.path ?? '';
    const raw = records
      .find((record) => record.key === impossible?.about)
      ?.fields.find((field) => field.path === path)?.raw;

    await run(database(), (context) =>
      decideFinding(context, staged.id, impossible?.id ?? '', { kind: 'correct', words: '26/8/2024', note: 'asked' }),
    );
    const after = await review(database(), staged);
    const field = after.records
      .find((record) => record.key === impossible?.about)
      ?.fields.find((one) => one.path === path);
    expect(field).toMatchObject({ value: '26 Aug 2024', corrected: true, raw });
    expect(after.findings.find((finding) => finding.id === impossible?.id)).toMatchObject({
      state: 'corrected',
      note: 'asked',
    });
  });

  it('refuse words that are no such value, and say why', async () => {
    const staged = await stage(database(), 'ccag-31');
    const { findings } = await review(database(), staged);
    const impossible = findings.find(
      (finding) => finding.code === 'impossible-date' && finding.suggestion?.path !== undefined,
    );
    const wrong = await runCommand(database(), { actor: clerk, command: 'test' }, (context) =>
      decideFinding(context, staged.id, impossible?.id ?? '', { kind: 'correct', words: '31/2/2024', note: '' }),
    );
    expect(wrong).toMatchObject({
      kind: 'failed',
      failure: { code: 'invalid-value', detail: expect.stringContaining('31/2/2024') as unknown },
    });
  });

  it('can be reopened, which takes the correction back', async () => {
    const staged = await stage(database(), 'ccag-31');
    const corrected = (await review(database(), staged)).findings.find((finding) => finding.state === 'corrected');
    await run(database(), (context) => decideFinding(context, staged.id, corrected?.id ?? '', { kind: 'reopen' }));
    const after = await review(database(), staged);
    expect(after.corrections).toEqual([]);
    expect(after.findings.find((finding) => finding.id === corrected?.id)?.state).toBe('open');
  });

  it('that were corrected are corrected again next month when the source repeats its words', async () => {
    const staged = await stage(database(), 'ccag-31');
    const { records } = await review(database(), staged);
    const milestone = records.find((record) => record.kind === 'milestone');
    await run(database(), (context) =>
      correctField(context, staged.id, { recordKey: milestone?.key ?? '', path: 'title', words: 'A better title' }),
    );
    await accept(database(), staged);
    const copy = await stageWords(database(), 'later.txt', `${fixturePack('ccag-31')}\n`);
    const corrected = (await review(database(), copy)).records.find((record) => record.key === milestone?.key);
    expect(corrected?.fields.find((field) => field.path === 'title')).toMatchObject({
      value: 'A better title',
      corrected: true,
    });
  });

  it('cannot be changed once the pack is in the record or set aside', async () => {
    const accepted = await stage(database(), 'ccag-31');
    const late = await runCommand(database(), { actor: clerk, command: 'test' }, (context) =>
      discardIntake(context, accepted.id),
    );
    expect(late).toMatchObject({ kind: 'failed', failure: { code: 'step-not-allowed' } });
  });
});

onEachEngine('A date that does not exist', (database) => {
  it('never takes the place of one that is known', async () => {
    await run(database(), loadDefaultProfiles);
    const knowledge = await packKnowledge(database());
    const words = fixturePack('ccag-31');
    const read = value(await readPack(new TextEncoder().encode(words), 'a.txt', knowledge));
    const impossible = read.findings.find(
      (finding) => finding.code === 'impossible-date' && finding.about?.startsWith('modification:'),
    );
    if (impossible === undefined) throw new Error('the fixture lost its impossible date');
    const { start, end } = impossible.span;
    const right = await stageWords(database(), 'right.txt', `${words.slice(0, start)}1 May 2024${words.slice(end)}`);
    await accept(database(), right);
    const outcome = await accept(database(), await stageWords(database(), 'slip.txt', words));
    const told = outcome.records.find((record) => record.key === impossible.about);
    expect(JSON.stringify(told?.changes ?? [])).not.toContain(words.slice(start, end));
    expect(told?.outcome).toBe('unchanged');
  });
});

onEachEngine('Reading a pack', (database) => {
  it('either gives records or a sentence, whatever the bytes, and never throws', async () => {
    const knowledge = await packKnowledge(database());
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('a.txt', 'a.pdf', 'a.pptx', 'a.docx', 'a.md', 'a'),
        async (bytes, name) => {
          const read = await readPack(bytes, name, knowledge);
          if (read.kind === 'failed') expect(read.failure.detail.length).toBeGreaterThan(20);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['one endless line', 'a '.repeat(1_000_000), 'a line (1)'],
    ['more words than any pack has', 'a line of words\n'.repeat(200_000), '3,200,000 characters'],
  ])('refuses %s at once, and says where', async (_what, words, where) => {
    const read = await readPack(new TextEncoder().encode(words), 'long.txt', await packKnowledge(database()));
    expect(read).toMatchObject({
      kind: 'failed',
      failure: { code: 'unreadable-file', detail: expect.stringContaining(where) as unknown },
    });
  });

  it('refuses a document that is no pack, and says how a pack is recognised', async () => {
    const letter = new TextEncoder().encode('Dear all,\n\nthank you for your letter of last week.\n\nYours\n');
    const read = await readPack(letter, 'letter.txt', await packKnowledge(database()));
    expect(read).toMatchObject({ kind: 'failed', failure: { code: 'unreadable-file' } });
  });
});
