import { Draft } from '../../../legaltext/draft.ts';
import type { Commencement, Instrument, InstrumentPart } from '../../../legaltext/instrument.ts';
import type { Operation } from '../../../legaltext/operation.ts';
import type { Version } from '../../../legaltext/version.ts';
import type { AknDocument } from '../document.ts';
import { mainMetadata } from '../document.ts';
import { frbrValue, modificationsIn, type Modification } from '../metadata/model.ts';
import { madeWork } from '../own-block.ts';
import { Addresses, addressOf, isSameWork } from './addresses.ts';
import { commencementOf } from './commencement.ts';
import { withFreshIds } from './fresh-ids.ts';
import type { NotTranslatable } from './not-translatable.ts';
import { areOneMove, moveOf } from './move-of.ts';
import { operationsOf } from './operations-of.ts';
import { QuotedMatter } from './quoted-matter.ts';

export interface Translation {
  /** The operations, grouped by when they commence. Its id is the address of the document as a work, its own or made. */
  readonly instrument: Instrument;
  /** The modifications of which no operations could be made, and why. */
  readonly notTranslated: readonly NotTranslatable[];
}

/**
 * The modifications that a document makes to the text `target`, as an instrument. With `work`, the address of the text
 * that is meant, modifications of other texts are left out; without it, all are tried on `target`.
 *
 * Modifications are taken in the order of the file, each on the text as those before it left it. Where an operation made
 * of one does not work on that text, it is in the instrument all the same: applying the instrument says why. Linear in the
 * size of both texts.
 */
export function translateModifications(
  document: AknDocument,
  target: Version,
  { work, direction = 'active' }: { readonly work?: string; readonly direction?: 'active' | 'passive' } = {},
): Translation {
  const metadata = mainMetadata(document);
  const quoted = new QuotedMatter(document.version);
  const draft = new Draft(target);
  const addresses = new Addresses(target, draft);
  const parts: { commencement: Commencement; operations: Operation[] }[] = [];
  const notTranslated: NotTranslatable[] = [];
  const modifications = modificationsIn(metadata, direction).filter(
    (modification) => work === undefined || concerns(modification, work, quoted),
  );
  for (let at = 0; at < modifications.length; at += 1) {
    const modification = modifications[at];
    if (modification === undefined) break;
    const next = modifications[at + 1];
    const move = areOneMove(modification, next) ? moveOf(modification, next, quoted, draft, addresses) : undefined;
    if (move !== undefined) at += 1;
    const made = move ?? operationsOf(modification, quoted, draft, addresses);
    if (made.kind === 'failed') {
      notTranslated.push(made.failure);
      continue;
    }
    const commencement = commencementOf(modification, metadata, quoted);
    const last = parts.at(-1);
    const isSame = last !== undefined && JSON.stringify(last.commencement) === JSON.stringify(commencement);
    const part = isSame ? last : { commencement, operations: [] };
    if (!isSame) parts.push(part);
    for (const operation of made.value) {
      const fresh = withFreshIds(operation, draft);
      draft.apply(fresh);
      if (fresh.kind === 'insert' || fresh.kind === 'replace')
        for (const provision of fresh.provisions) addresses.note(provision);
      part.operations.push(fresh);
    }
  }
  // The id of its root is no name for it: that is the same in every document that says nothing else.
  const { kind, hash } = document.version.root;
  const id = frbrValue(metadata, 'work', 'FRBRuri') ?? madeWork(kind, hash);
  return {
    instrument: {
      kind: 'instrument',
      id,
      name: frbrValue(metadata, 'work', 'FRBRname') ?? frbrValue(metadata, 'work', 'FRBRnumber') ?? id,
      parts: parts satisfies readonly InstrumentPart[],
    },
    notTranslated,
  };
}

/** Whether a modification goes to this work: one of its destinations does. Quoted words are of no work. */
function concerns(modification: Modification, work: string, quoted: QuotedMatter): boolean {
  return modification.destinations.some(({ href }) => {
    const address = addressOf(href ?? '');
    const isQuoted = address.work === '' && address.fragment !== null && quoted.words(address.fragment) !== undefined;
    return !isQuoted && isSameWork(address.work, work);
  });
}
