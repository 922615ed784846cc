import type { Draft } from '../../../legaltext/draft.ts';
import type { Operation } from '../../../legaltext/operation.ts';
import { ok, type Result } from '../../../values/result.ts';
import type { Modification } from '../metadata/model.ts';
import type { Addresses } from './addresses.ts';
import type { NotTranslatable } from './not-translatable.ts';
import { operationsOf } from './operations-of.ts';
import { MOVES } from './own-attributes.ts';
import type { QuotedMatter } from './quoted-matter.ts';

/**
 * Akoma Ntoso has no modification for a move: it is written as a repeal and the insertion after it, which says to which
 * repeal it belongs. The two are read as one move as long as they are: what is put in reads as what is taken out. Where
 * somebody has changed the one or the other since, they are a repeal and an insertion, as they say.
 */

/** Whether `next` says that it puts in elsewhere what `repeal` takes out. */
export const areOneMove = (repeal: Modification, next: Modification | undefined): next is Modification =>
  repeal.id !== null && next?.attributes[MOVES] === repeal.id;

/** The move that such a repeal and insertion are on the text as it is now; undefined where they are none any more. */
export function moveOf(
  repeal: Modification,
  insertion: Modification,
  quoted: QuotedMatter,
  draft: Draft,
  addresses: Addresses,
): Result<readonly Operation[], NotTranslatable> | undefined {
  const taken = onlyOne(operationsOf(repeal, quoted, draft, addresses));
  const put = onlyOne(operationsOf(insertion, quoted, draft, addresses));
  if (taken?.kind !== 'repeal' || taken.stub !== null || taken.target.by !== 'id' || put?.kind !== 'insert')
    return undefined;
  const [provision, second] = put.provisions;
  const isSame = second === undefined && provision?.hash === draft.find(taken.target.id)?.hash;
  return isSame ? ok([{ kind: 'move', target: taken.target, slot: put.slot }]) : undefined;
}

const onlyOne = (made: Result<readonly Operation[], NotTranslatable>): Operation | undefined =>
  made.kind === 'ok' && made.value.length === 1 ? made.value[0] : undefined;
