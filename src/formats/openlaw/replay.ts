import { Draft } from '../../legaltext/draft.ts';
import type { Instrument, InstrumentPart } from '../../legaltext/instrument.ts';
import type { OperationFailure } from '../../legaltext/operation-failure.ts';
import { Version } from '../../legaltext/version.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import { titleOfPath } from './code-place.ts';
import { collectInstructions, type Collected } from './collect-instructions.ts';
import type { Instruction } from './instruction.ts';
import type { PackFiles } from './pack-files.ts';
import type { Manifest } from './read-manifest.ts';
import { readPack } from './read-pack.ts';
import type { PackRefusal } from './refusal.ts';
import { renderBase } from './render-base.ts';
import type { ReplayedInstruction } from './replayed-instruction.ts';
import { lackingOperation } from './translate/lacking.ts';
import { knownPlaces, type Library } from './translate/site.ts';
import { translate } from './translate/translate.ts';

export interface ReplayOptions {
  /** The civil date up to which laws and instructions count; the publication date, where none is given. */
  readonly until?: string;
  /** The names of laws that are taken not to have passed. */
  readonly without?: readonly string[];
}

/** A pack made ready: the base as printed, and the instructions in the order in which they are carried out. */
interface Prepared {
  readonly manifest: Manifest;
  readonly base: Version;
  /** A working copy of the base, to go on with. */
  readonly draft: Draft;
  readonly library: Library;
  readonly collected: readonly Collected[];
  /** How many instructions point to titles that are not in the pack, and are passed over. */
  readonly outside: number;
}

function prepare(files: PackFiles, { until, without }: ReplayOptions): Result<Prepared, PackRefusal> {
  const read = readPack(files);
  if (read.kind === 'failed') return read;
  const { manifest, code, codeName, laws } = read.value;
  const unknown = without?.find((name) => !laws.some((law) => law.name === name));
  if (unknown !== undefined)
    return failed({
      kind: 'pack-refusal',
      file: 'base/index.xml',
      message: `base/index.xml lists no law called "${unknown}", so it cannot be left out. Write its name as its file does, such as "${laws[0]?.name ?? ''}".`,
    });
  const asRead = Version.of(code);
  if (asRead.kind === 'failed')
    return failed({
      kind: 'pack-refusal',
      file: 'base/index.xml',
      message: `base/index.xml: ${asRead.failure.message}`,
    });
  const { titles, publicationDate } = manifest;
  const numbers = new Set([...titles, ...code.children.map((title) => title.number)]);
  const collection = collectInstructions(laws, codeName, (segment) => numbers.has(segment), {
    until: until ?? publicationDate,
    without: new Set(without),
  });
  const library: Library = { laws: collection.library, applicability: collection.applicability, titles };
  const draft = new Draft(asRead.value);
  renderBase(draft, collection.library, knownPlaces(library));
  const base = draft.version();
  const isInside = ({ instruction: { segments } }: Collected): boolean => {
    const title = titleOfPath(segments);
    return title === undefined || titles.has(title);
  };
  const collected = collection.collected.filter(isInside);
  return ok({ manifest, base, draft, library, collected, outside: collection.collected.length - collected.length });
}

/** The base of a pack with every instruction carried out on it. */
export interface Replayed {
  readonly manifest: Manifest;
  readonly base: Version;
  readonly version: Version;
  readonly instructions: readonly ReplayedInstruction[];
  readonly outside: number;
}

/**
 * Reads a pack and carries out its instructions, one after the other, through the engine: each is translated to operations
 * on the text it meets, and the operations are applied. One that fails changes nothing more and is reported; the replay
 * goes on. Linear in the length of the pack. Refuses a directory that is no such pack.
 */
export function replay(files: PackFiles, options: ReplayOptions = {}): Result<Replayed, PackRefusal> {
  const prepared = prepare(files, options);
  if (prepared.kind === 'failed') return prepared;
  const { manifest, base, draft, library, collected, outside } = prepared.value;
  const instructions = collected.map((each) => carryOut(each, draft, library));
  return ok({ manifest, base, version: draft.version(), instructions, outside });
}

function carryOut(each: Collected, draft: Draft, library: Library): ReplayedInstruction {
  const { key, law, lawPath, date, kind, inForce, segments } = each.instruction;
  const row = { key, law, lawPath, date, kind, inForce, target: segments.join('|') };
  if (each.kind === 'unresolved') return { ...row, operations: [], failure: each.failure };
  const translated = translate(each.instruction, { view: draft, library });
  if (translated.kind === 'failed') return { ...row, operations: [], failure: translated.failure };
  let failure: OperationFailure | null = null;
  for (const operation of translated.value) failure ??= draft.apply(operation);
  return { ...row, operations: translated.value, failure };
}

/** The laws of a pack as instruments of the engine, and the text that they change. */
export interface PackInstruments {
  readonly manifest: Manifest;
  readonly base: Version;
  /** One for each law with instructions for the code of the pack, in the order of their dates. */
  readonly instruments: readonly Instrument[];
}

export interface InstrumentOptions extends ReplayOptions {
  /**
   * What becomes of an instruction that comes to no operation on the text it meets. `left-out`: nothing, as in the replay,
   * so that a law does what it could do. `failing`: it gives one operation that fails for the same reason
   * (`lackingOperation`), so that a timeline tells of it, and `collide` finds what would bring what it lacks.
   */
  readonly untranslated?: 'left-out' | 'failing';
}

/**
 * The laws of a pack as instruments, with one part for each instruction: what it comes to is worked out on the text it
 * meets, so that a timeline can carry out some of the laws and not others. What points nowhere has no part. Leaving a law
 * out here, before laws amend laws, is not the same as leaving its instrument out of a timeline: what it did to other
 * laws is undone too. Refuses what `replay` refuses.
 */
export function readInstruments(
  files: PackFiles,
  options: InstrumentOptions = {},
): Result<PackInstruments, PackRefusal> {
  const prepared = prepare(files, options);
  if (prepared.kind === 'failed') return prepared;
  const { manifest, base, library, collected } = prepared.value;
  const parts = new Map<string, InstrumentPart[]>();
  for (const each of collected) {
    if (each.kind === 'unresolved') continue;
    const { law } = each.instruction;
    const part = partOf(each.instruction, library, options.untranslated ?? 'left-out');
    const others = parts.get(law);
    if (others === undefined) parts.set(law, [part]);
    else others.push(part);
  }
  const instruments = library.laws.names
    .filter((name) => parts.has(name))
    .map((name): Instrument => ({ kind: 'instrument', id: name, name, parts: parts.get(name) ?? [] }));
  return ok({ manifest, base, instruments });
}

function partOf(
  instruction: Instruction,
  library: Library,
  untranslated: NonNullable<InstrumentOptions['untranslated']>,
): InstrumentPart {
  return {
    commencement: { kind: 'date', date: instruction.date },
    operations: (text) => {
      const translated = translate(instruction, { view: text, library });
      if (translated.kind === 'ok') return translated.value;
      return untranslated === 'failing' ? [lackingOperation(instruction, translated.failure, text)] : [];
    },
  };
}
