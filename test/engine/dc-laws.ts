import { childOf, wordsIn } from '../../src/formats/openlaw/scan-xml/look-into.ts';
import { titleOfPath } from '../../src/formats/openlaw/code-place.ts';
import { collectInstructions } from '../../src/formats/openlaw/collect-instructions.ts';
import type { Instruction } from '../../src/formats/openlaw/instruction.ts';
import { packFilesIn } from '../../src/formats/openlaw/pack-files.ts';
import { readPack } from '../../src/formats/openlaw/read-pack.ts';
import { renderBase } from '../../src/formats/openlaw/render-base.ts';
import { lackingOperation } from '../../src/formats/openlaw/translate/lacking.ts';
import { knownPlaces, type Library } from '../../src/formats/openlaw/translate/site.ts';
import { translate } from '../../src/formats/openlaw/translate/translate.ts';
import { Draft } from '../../src/legaltext/draft.ts';
import type { Instrument, TextView } from '../../src/legaltext/instrument.ts';
import type { Operation } from '../../src/legaltext/operation.ts';
import { Version } from '../../src/legaltext/version.ts';

/** An instruction in force, and its place in the order in which all are carried out. */
export interface Dated {
  readonly instruction: Instruction;
  readonly position: number;
}

/** Two laws that were in flight at the same time and amend one section, with the text just before either did. */
export interface Overlap {
  readonly section: string;
  readonly one: string;
  readonly other: string;
  readonly ofOne: readonly Dated[];
  readonly ofOther: readonly Dated[];
  readonly base: Version;
}

interface Window {
  readonly introduced: string;
}

/** The laws of a pack, and how two of them go together: literally, by carrying them out in both orders. */
export class DcLaws {
  private readonly library: Library;
  private readonly base: Version;
  private readonly instructions: readonly Instruction[];
  private readonly windows: ReadonlyMap<string, Window>;

  constructor(directory: string) {
    const read = readPack(packFilesIn(directory));
    if (read.kind === 'failed') throw new Error(read.failure.message);
    const { manifest, code, codeName, laws } = read.value;
    this.windows = new Map(laws.map(({ name, introduced }) => [name, { introduced }]));
    const { titles, publicationDate } = manifest;
    const numbers = new Set([...titles, ...code.children.map((title) => title.number)]);
    const collection = collectInstructions(laws, codeName, (segment) => numbers.has(segment), {
      until: publicationDate,
    });
    this.library = { laws: collection.library, applicability: collection.applicability, titles };
    const asRead = Version.of(code);
    if (asRead.kind === 'failed') throw new Error(asRead.failure.message);
    const printed = new Draft(asRead.value);
    renderBase(printed, collection.library, knownPlaces(this.library));
    this.base = printed.version();
    this.instructions = collection.collected.flatMap((each) => {
      const title = titleOfPath(each.instruction.segments);
      const isInside = title === undefined || titles.has(title);
      return each.kind === 'instruction' && isInside ? [each.instruction] : [];
    });
  }

  /** Carries out all instructions, and shows the text before each. */
  private replay(before: (instruction: Instruction, position: number, draft: Draft) => void): void {
    const draft = new Draft(this.base);
    for (const [position, instruction] of this.instructions.entries()) {
      before(instruction, position, draft);
      const translated = translate(instruction, { view: draft, library: this.library });
      if (translated.kind === 'failed') continue;
      for (const operation of translated.value) if (draft.apply(operation) !== null) break;
    }
  }

  /** Every two laws with a section in common of which each was introduced before the other amended it. Two replays. */
  overlaps(): readonly Overlap[] {
    const bySection = new Map<string, Dated[]>();
    this.replay((instruction, position, draft) => {
      if (!instruction.inForce) return;
      for (const section of this.sectionsOf(instruction, draft)) {
        const known = bySection.get(section);
        if (known === undefined) bySection.set(section, [{ instruction, position }]);
        else known.push({ instruction, position });
      }
    });
    const found = [...bySection].flatMap(([section, dated]) => this.overlapsIn(section, dated));
    const needed = new Set(found.map(firstOf));
    const before = new Map<number, Version>();
    this.replay((_, position, draft) => {
      if (needed.has(position)) before.set(position, draft.version());
    });
    return found.map((overlap) => ({ ...overlap, base: before.get(firstOf(overlap)) ?? this.base }));
  }

  private overlapsIn(section: string, dated: readonly Dated[]): readonly Omit<Overlap, 'base'>[] {
    const byLaw = new Map<string, Dated[]>();
    for (const each of dated) {
      const known = byLaw.get(each.instruction.law);
      if (known === undefined) byLaw.set(each.instruction.law, [each]);
      else known.push(each);
    }
    const laws = [...byLaw];
    return laws.flatMap(([one, ofOne], index) =>
      laws.slice(index + 1).flatMap(([other, ofOther]) => {
        const met = { section, one, other, ofOne, ofOther };
        return this.wasInFlight(one, ofOther) && this.wasInFlight(other, ofOne) ? [met] : [];
      }),
    );
  }

  /** Whether a law had been introduced before the first of these took effect. */
  private wasInFlight(law: string, [first]: readonly Dated[]): boolean {
    const introduced = this.windows.get(law)?.introduced ?? '';
    return introduced !== '' && first !== undefined && introduced < first.instruction.date;
  }

  /** The sections an instruction amends: the one in its path, or those that a path to a container comes to. */
  private sectionsOf(instruction: Instruction, draft: Draft): ReadonlySet<string> {
    const named = instruction.segments.find((segment) => segment.startsWith('§'));
    if (named !== undefined) return new Set([named.slice(1)]);
    const translated = translate(instruction, { view: draft, library: this.library });
    const sections = new Set<string>();
    for (const operation of translated.kind === 'ok' ? translated.value : []) {
      if (operation.kind === 'insert') {
        for (const { kind, number } of operation.provisions) if (kind === 'section') sections.add(number);
      } else if (operation.target.by === 'id')
        for (const { kind, number } of draft.pathTo(operation.target.id)) if (kind === 'section') sections.add(number);
    }
    return sections;
  }

  /**
   * Instructions of a law as an instrument: each is worked out on the text it meets. One that comes to nothing there gives
   * an operation that fails for the same reason, so that it is known what it looks for.
   */
  instrument(law: string, dated: readonly Dated[]): Instrument {
    const parts = dated.map(({ instruction }) => ({
      commencement: { kind: 'date', date: instruction.date } as const,
      operations: (view: TextView): readonly Operation[] => {
        const translated = translate(instruction, { view, library: this.library });
        return translated.kind === 'ok' ? translated.value : [lackingOperation(instruction, translated.failure, view)];
      },
    }));
    return { kind: 'instrument', id: law, name: law, parts };
  }

  /** The text after these instructions, and how many of them come to nothing. Knows nothing of collisions. */
  made(base: Version, dated: readonly Dated[]): { readonly version: Version; readonly failures: number } {
    const draft = new Draft(base);
    let failures = 0;
    for (const { instruction } of dated) {
      const translated = translate(instruction, { view: draft, library: this.library });
      if (translated.kind === 'failed') failures += 1;
      else for (const operation of translated.value) if (draft.apply(operation) !== null) failures += 1;
    }
    return { version: draft.version(), failures };
  }
}

const firstOf = ({ ofOne, ofOther }: Omit<Overlap, 'base'>): number =>
  Math.min(ofOne[0]?.position ?? 0, ofOther[0]?.position ?? 0);

/** The words that a find-replace strikes, as its law writes them. */
export function struckWords({ element }: Instruction): string {
  const find = childOf(element, 'find');
  return find === undefined ? (element.attributes['find'] ?? '') : wordsIn(find);
}
