/** Changes to a text, from files that hold changes or the text as changed. */
import path from 'node:path';
import { mainMetadata, type AknDocument } from '../../formats/akn/document.ts';
import { frbrValue, modificationsIn } from '../../formats/akn/metadata/model.ts';
import { translateModifications } from '../../formats/akn/modifications/translate.ts';
import type { LegalTextFormat } from '../../formats/legal-text/model.ts';
import { apply } from '../../legaltext/apply.ts';
import { derive } from '../../legaltext/derive/derive.ts';
import type { Instrument } from '../../legaltext/instrument.ts';
import type { Identity } from '../../legaltext/matching/matching.ts';
import type { Operation } from '../../legaltext/operation.ts';
import type { Version } from '../../legaltext/version.ts';
import { withOwnIds } from './own-ids.ts';
import { remark } from './say.ts';
import type { TextFile, VersionFile } from './texts.ts';

/** The forms in which ids are kept. */
const KEPT: ReadonlySet<LegalTextFormat> = new Set(['json', 'akn']);

/**
 * What the ids of two files say of each other. Our own JSON and Akoma Ntoso keep them; in every other form they are made
 * from the printed numbers, which move on when something is put in before.
 */
export const identityOf = (one: TextFile, other: TextFile): Identity =>
  KEPT.has(one.format) && KEPT.has(other.format) ? 'judged' : 'unrelated';

/**
 * What turns `base` into a changed text. What is new in it gets ids of its own where ids are made from numbers: the 2.3A of
 * one draft is not the 2.3A of another.
 */
export function operationsFrom(base: VersionFile, changed: VersionFile): readonly Operation[] {
  const identity = identityOf(base, changed);
  const operations = derive(base.version, changed.version, identity);
  return identity === 'judged' ? operations : withOwnIds(operations, base.version, path.basename(changed.input.name));
}

/** The changes in a file. */
export interface Changes {
  readonly instruments: readonly Instrument[];
  /** What the file says it changes and no operations could be made of, with the reason: a sentence each. */
  readonly untold: readonly string[];
}

/** What an Akoma Ntoso document says that it changes in `base`; null where it declares no modification. */
function declaredIn(akn: AknDocument | null, base: VersionFile, name: string): Changes | null {
  if (akn === null || modificationsIn(mainMetadata(akn), 'active').length === 0) return null;
  const work = base.akn === null ? undefined : frbrValue(mainMetadata(base.akn), 'work', 'FRBRuri');
  const { instrument, notTranslated } = translateModifications(akn, base.version, work === undefined ? {} : { work });
  if (instrument.parts.length === 0 && notTranslated.length === 0)
    remark(`${name}: What it changes are other texts: there is no change to ${base.input.name} in it.`);
  return { instruments: [instrument], untold: notTranslated.map(({ message }) => `${name}: ${message}`) };
}

/**
 * The changes in a file: its instruments, or the modifications that an Akoma Ntoso document declares. Any other text is
 * taken as a draft of `base`: its instrument is what turns the one into the other, so that people can give the drafts they
 * have. A file in which nothing of `base` is changed is named on standard error; what could not be read, the caller says.
 */
export function changesIn(file: TextFile, base: VersionFile): Changes {
  if (file.version === null) return { instruments: file.instruments, untold: [] };
  const id = file.input.name;
  const declared = declaredIn(file.akn, base, id);
  if (declared !== null) return declared;
  const operations = operationsFrom(base, { ...file, version: file.version });
  if (operations.length === 0) remark(`${id}: This text reads as ${base.input.name} does: there is no change in it.`);
  const name = path.basename(id);
  const parts = [{ commencement: { kind: 'unknown' }, operations }] as const;
  return { instruments: [{ kind: 'instrument', id, name, parts, draftedOn: base.version.hash }], untold: [] };
}

/**
 * A changed text as a version made from `base`, so that what they have in common has one id in both. Files that were read
 * separately have unrelated ids, and nothing could be said about what became of what.
 */
export function madeFrom(base: VersionFile, changed: VersionFile): Version {
  const made = apply(base.version, operationsFrom(base, changed));
  if (made.kind === 'ok') return made.value;
  throw new Error(`What was derived cannot be carried out: ${made.failure[0]?.message ?? ''}`);
}
