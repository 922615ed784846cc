/**
 * A text through time: any section of a real code on any date, warm and cold, and without a law that passed. The peer is
 * what there is without a timeline: carrying out everything from the start up to the date.
 */
import { pathToFileURL } from 'node:url';
import { packFilesIn } from '../src/formats/openlaw/pack-files.ts';
import { readInstruments } from '../src/formats/openlaw/replay.ts';
import { Draft } from '../src/legaltext/draft.ts';
import type { Instrument } from '../src/legaltext/instrument.ts';
import { byId, type Operation } from '../src/legaltext/operation.ts';
import { Provision, provisionsUnder } from '../src/legaltext/provision.ts';
import { Text } from '../src/legaltext/text.ts';
import { createTimeline, type Timeline, type TimelineQuestion } from '../src/legaltext/timeline/timeline.ts';
import { Version } from '../src/legaltext/version.ts';
import { hasConsolidationPack, unpackConsolidationPack } from '../test/support/consolidation-pack.ts';
import { milliseconds, tableOf, type Row } from './table.ts';
import { quantile, timed } from './timing.ts';

/** Issue's target for any section on any date, warm. */
const TARGET = 1;
const QUESTIONS = 20_000;
/** Laws left out, one at a time, as far apart as they can be. */
const LAWS = 8;
/** Dates for which everything is carried out from the start. */
const REPLAYS = 3;

interface Subject {
  readonly what: string;
  readonly base: Version;
  readonly instruments: readonly Instrument[];
}

/** The pack of real law beside the project where it is there; otherwise a code as large, with as many changes. */
function subject(): Subject {
  if (!hasConsolidationPack) return synthetic();
  const { directory, remove } = unpackConsolidationPack();
  const read = readInstruments(packFilesIn(directory));
  remove();
  if (read.kind === 'failed') throw new Error(read.failure.message);
  const { base, instruments } = read.value;
  return { what: 'a decade of real law', base, instruments };
}

function synthetic(): Subject {
  const paragraph = (id: string): Provision =>
    new Provision({ id, kind: 'paragraph', number: id, text: Text.of(`The words of ${id} as they stand.`) });
  const sections = Array.from({ length: 10_000 }, (_, section) => {
    const id = `§${String(section)}`;
    const children = Array.from({ length: 9 }, (__, at) => paragraph(`${id}(${String(at)})`));
    return new Provision({ id, kind: 'section', number: id, children });
  });
  const chapters = Array.from({ length: 100 }, (_, chapter) => {
    const children = sections.slice(chapter * 100, (chapter + 1) * 100);
    return new Provision({ id: `chapter ${String(chapter)}`, kind: 'chapter', number: String(chapter), children });
  });
  const made = Version.of(new Provision({ id: 'code', kind: 'code', children: chapters }));
  if (made.kind === 'failed') throw new Error(made.failure.message);
  const instruments = Array.from({ length: 500 }, (_, law): Instrument => {
    const operations = Array.from({ length: 18 }, (__, at): Operation => {
      const section = `§${String((law * 7919 + at * 104_729) % 10_000)}`;
      const replacement = Text.of(`law ${String(law)}`);
      const selection = { by: 'span', part: 'text', start: 4, end: 9 } as const;
      return { kind: 'substitute', target: byId(`${section}(${String(at % 9)})`), selection, replacement };
    });
    const month = String(1 + (law % 12)).padStart(2, '0');
    const date = `${String(2016 + Math.floor(law / 60))}-${month}-01`;
    const name = `Law ${String(law)}`;
    return { kind: 'instrument', id: name, name, parts: [{ commencement: { kind: 'date', date }, operations }] };
  });
  return { what: 'a made-up code', base: made.value, instruments };
}

/** The peer: everything up to the date, from the start. */
function fromTheStart({ base, instruments }: Subject, date: string): Provision {
  const parts = instruments.flatMap((instrument) =>
    instrument.parts.flatMap((part) =>
      part.commencement.kind === 'date' && part.commencement.date <= date
        ? [{ part, from: part.commencement.date }]
        : [],
    ),
  );
  parts.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const draft = new Draft(base);
  for (const { part } of parts) {
    const operations = typeof part.operations === 'function' ? part.operations(draft) : part.operations;
    for (const operation of operations) draft.apply(operation);
  }
  return draft.top;
}

const spread = <Value>(values: readonly Value[], count: number): readonly Value[] =>
  Array.from({ length: count }, (_, at) => values[Math.floor(((at + 1) * values.length) / (count + 1))]).filter(
    (value) => value !== undefined,
  );

/** Milliseconds of each of many questions after sections, dates and laws left out that look picked at random. */
function ask(
  timeline: Timeline,
  sections: readonly string[],
  questions: readonly TimelineQuestion[],
): readonly number[] {
  const times: number[] = [];
  for (let at = 0; at < QUESTIONS; at += 1) {
    const section = sections[(at * 7919) % sections.length] ?? '';
    const question = questions[(at * 104_729) % questions.length];
    if (question === undefined) continue;
    const started = performance.now();
    timeline.provisionAt(section, question);
    times.push(performance.now() - started);
  }
  return times;
}

const spanOf = (times: readonly number[]): string =>
  `p50 ${microseconds(quantile(times, 0.5))}, p99 ${microseconds(quantile(times, 0.99))}, longest ${milliseconds(Math.max(...times.slice(0, QUESTIONS)))}`;

const microseconds = (value: number): string => (value < 1 ? `${(value * 1000).toFixed(1)} µs` : milliseconds(value));

export async function textThroughTime(): Promise<Row[]> {
  const given = subject();
  const { what, base, instruments } = given;
  base.find(''); // its index is made once, for both ways
  const timeline = createTimeline(base, instruments);
  const dates = timeline.dates();
  const last = dates.at(-1) ?? '';
  const cold = await timed(() => Promise.resolve(timeline.at({ date: last })));
  const replays: number[] = [];
  for (const date of spread(dates, REPLAYS))
    replays.push((await timed(() => Promise.resolve(fromTheStart(given, date)))).took);
  const whole = await timed(() => Promise.resolve(fromTheStart(given, last)));
  if (whole.value.hash !== cold.value.version.hash) throw new Error('The two ways do not come to the same text.');
  const replay = quantile(replays, 0.5);

  const laws = spread(
    instruments.map(({ id }) => id),
    LAWS,
  );
  const without: number[] = [];
  for (const law of laws) {
    const question = { date: last, assuming: { without: new Set([law]) } };
    without.push((await timed(() => Promise.resolve(timeline.at(question)))).took);
  }
  const sections = [...provisionsUnder(base.root)].filter(({ kind }) => kind === 'section').map(({ id }) => id);
  const warm = ask(
    timeline,
    sections,
    dates.map((date) => ({ date })),
  );
  const assumed = ask(
    timeline,
    sections,
    dates.flatMap((date) => laws.map((law) => ({ date, assuming: { without: new Set([law]) } }))),
  );
  const size = `${what}: ${sections.length.toLocaleString('en-GB')} sections, ${instruments.length} laws, ${dates.length} dates`;
  const beside = `everything from the start up to the date: ${milliseconds(replay)}; target < ${TARGET} ms`;
  return [
    {
      part: 'timeline',
      what: `any section on any date, warm; ${size}`,
      figure: spanOf(warm),
      beside,
      reached: quantile(warm, 0.99) < TARGET,
    },
    {
      part: 'timeline',
      what: `any section on any date without one of ${laws.length} laws, warm`,
      figure: spanOf(assumed),
      beside,
      reached: quantile(assumed, 0.99) < TARGET,
    },
    {
      part: 'timeline',
      what: 'the text of every date, cold',
      figure: milliseconds(cold.took),
      beside: `the text of the last date from the start: ${milliseconds(whole.took)}`,
      reached: null,
    },
    {
      part: 'timeline',
      what: `the text without a law that passed, first time; median of ${laws.length} laws`,
      figure: milliseconds(quantile(without, 0.5)),
      beside: `everything else from the start: ${milliseconds(whole.took)} (${(whole.took / quantile(without, 0.5)).toFixed(1)}×)`,
      reached: null,
    },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(`${tableOf(await textThroughTime())}\n`);
