/** A meeting pack from bytes to findings, and from findings into the record; then out again as a paper. */
import fs from 'node:fs';
import path from 'node:path';
import { fixturePack } from '../src/formats/pack/fixtures/packs.ts';
import { acceptIntake, stageIntake } from '../src/intake/commands.ts';
import { packKnowledge } from '../src/intake/knowledge.ts';
import { readPack, type ReadPack } from '../src/intake/read-pack.ts';
import type { OpenDatabase } from '../src/platform/database/open-database.ts';
import { runCommand } from '../src/platform/record/command.ts';
import { prepareBlankRecord } from '../src/server/prepare-record.ts';
import { startBuilt } from './built.ts';
import { newEmbedded, openDoor } from './places.ts';
import { milliseconds, type Row } from './table.ts';
import { quantile, timed } from './timing.ts';

const REAL_PACK = path.resolve(import.meta.dirname, '../../shared/data/packs/ccag-12-2022-11-23.txt');
/** Issue's target for a whole pack, in milliseconds. */
const TARGET = 1000;
const ACTOR = { id: 'person_secretariat', name: 'Secretariat', roles: ['secretariat'] } as const;

interface Pack {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly words: string;
}

/** The real pack where it is at hand, else our own with the same traps. */
function pack(): Pack {
  return fs.existsSync(REAL_PACK)
    ? { name: 'ccag-12.txt', bytes: fs.readFileSync(REAL_PACK), words: 'the real pack (CCAG 12)' }
    : { name: 'ccag-31.txt', bytes: Buffer.from(fixturePack('ccag-31')), words: 'the synthetic pack (CCAG 31)' };
}

async function read(opened: OpenDatabase, { bytes, name }: Pack): Promise<ReadPack> {
  const result = await readPack(bytes, name, await packKnowledge(opened.database));
  if (result.kind === 'failed') throw new Error(result.failure.detail);
  return result.value;
}

async function stageAndAccept({ database }: OpenDatabase, { bytes, name }: Pack, contents: ReadPack): Promise<string> {
  const staged = await runCommand(database, { actor: ACTOR, command: 'intake.stage' }, (context) =>
    stageIntake(context, { name, content: bytes }, contents),
  );
  if (staged.kind === 'failed') throw new Error(staged.failure.detail);
  const { id, group, meetingNumber } = staged.value;
  const accepted = await runCommand(database, { actor: ACTOR, command: 'intake.accept' }, (context) =>
    acceptIntake(context, id),
  );
  if (accepted.kind === 'failed') throw new Error(accepted.failure.detail);
  return `${group ?? ''}-${meetingNumber ?? ''}`;
}

/** Rows of intake, then rows of papers out of the record that intake made. */
export async function intakeAndPapers(): Promise<Row[]> {
  const input = pack();
  const reads: Taken[] = [];
  const writes: Taken[] = [];
  const rows: Row[] = [];
  const rounds = 4;
  for (let round = 0; round < rounds; round += 1) {
    const opened = await newEmbedded();
    await prepareBlankRecord(opened.database);
    const reading = await timed(() => read(opened, input));
    const writing = await timed(() => stageAndAccept(opened, input, reading.value));
    reads.push(reading);
    writes.push(writing);
    if (round === rounds - 1) rows.push(...(await papers(opened, writing.value)));
    await opened.close();
  }
  const row = (what: string, { took, processor }: Taken): Row => ({
    part: 'intake',
    what,
    figure: milliseconds(took),
    beside: `target < 1 s; processor: ${milliseconds(processor)}`,
    reached: took < TARGET,
  });
  const warmReading = best(reads.slice(1));
  const warmWriting = best(writes.slice(1));
  return [
    row(`${input.words}: read, recognise, findings; cold`, best(reads.slice(0, 1))),
    row('the same, warm', warmReading),
    row('stage and accept into a new record; cold', best(writes.slice(0, 1))),
    row('the same, warm', warmWriting),
    row('all of it, warm', {
      took: warmReading.took + warmWriting.took,
      processor: warmReading.processor + warmWriting.processor,
    }),
    ...(await overHttp(input)),
    ...rows,
  ];
}

/** The same through the built server: the pack is read on a thread of its own, and every answer is checked and sent. */
async function overHttp({ name, bytes }: Pack): Promise<Row[]> {
  const staged: number[] = [];
  const accepted: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const server = await startBuilt();
    const staging = await timed(() => server.stage(name, bytes));
    staged.push(staging.took);
    accepted.push((await timed(() => server.accept(staging.value))).took);
    await server.stop();
  }
  const row = (what: string, took: number): Row => ({
    part: 'intake',
    what,
    figure: milliseconds(took),
    beside: 'quickest of three new servers',
    reached: null,
  });
  return [
    row('over HTTP, first pack of a server: upload until the review is there', Math.min(...staged)),
    row('over HTTP: accept until the outcome is there', Math.min(...accepted)),
  ];
}

interface Taken {
  readonly took: number;
  readonly processor: number;
}

/** The quickest of a few: what the work itself takes, with the least of what else the machine did. */
function best(all: readonly Taken[]): Taken {
  const [first, ...rest] = all;
  if (first === undefined) throw new Error('Nothing was measured');
  return rest.reduce((quickest, one) => (one.took < quickest.took ? one : quickest), first);
}

async function papers(opened: OpenDatabase, meeting: string): Promise<Row[]> {
  const door = await openDoor(opened.database);
  const rows: Row[] = [];
  for (const format of ['pdf', 'docx', 'html'] as const) {
    const print = () => door.ask(`/api/meetings/${meeting}/papers/pack?format=${format}`);
    const cold = await timed(print);
    const warm: number[] = [];
    for (let round = 0; round < 5; round += 1) warm.push((await timed(print)).took);
    rows.push({
      part: 'papers',
      what: `the pack of ${meeting} as ${format.toUpperCase()}, cold`,
      figure: milliseconds(cold.took),
      beside: `warm: ${milliseconds(quantile(warm, 0.5))}; ${Math.round(cold.value.byteLength / 1000)} kB`,
      reached: null,
    });
  }
  await door.close();
  return rows;
}
