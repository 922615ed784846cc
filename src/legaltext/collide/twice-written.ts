import type { Strand } from '../footprint/footprint.ts';
import type { WordsEdit } from '../footprint/provenance.ts';
import { Role } from '../footprint/roles.ts';
import type { TextView } from '../instrument.ts';
import type { ProvisionId, TextPart } from '../provision.ts';
import type { Version } from '../version.ts';
import { sameEdit, type WordsInCommon } from './words-in-common.ts';

/** Two strands, the text they are drafted on, and the text with both. */
interface BothMade {
  readonly base: Version;
  readonly one: Strand;
  readonly other: Strand;
  readonly both: TextView;
}

/**
 * Whether the words that two changes have in common in a provision are a clash although both can be made, and one text
 * comes of it in either order: since one of two different rewordings is lost in it, or one that both make stands there
 * twice. It is none where both do the same and it stands there once, and where one of them does not reword at all but
 * takes the words along into a provision that it makes (a paragraph that becomes its own sub-paragraph (a), say).
 */
export function isWrittenInVain(shared: readonly WordsInCommon[], place: ProvisionId, made: BothMade): boolean {
  const { base, one, other } = made;
  return shared.some((each) =>
    sameEdit(each.one, each.other)
      ? !isMadeOnce(each.part, place, made)
      : !isTakenAlong(each.one, { base, strand: one, place, part: each.part }) &&
        !isTakenAlong(each.other, { base, strand: other, place, part: each.part }),
  );
}

/**
 * Whether a part of a provision reads as it would with the edits of both changes, each made once: a heading that both set
 * alike is set, but words that both put in at one point stand there twice. Linear in the words of the part.
 */
function isMadeOnce(part: TextPart, provision: ProvisionId, { base, one, other, both }: BothMade): boolean {
  const edits = new Map<string, WordsEdit>();
  for (const { words } of [one, other])
    for (const edit of words.get(provision)?.find((write) => write.part === part)?.edits ?? [])
      edits.set(JSON.stringify(edit), edit);
  const before = base.find(provision)?.[part].words ?? '';
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, replacement } of [...edits.values()].sort(fromLeft)) {
    pieces.push(before.slice(at, start), replacement);
    at = end;
  }
  return both.find(provision)?.[part].words === pieces.join('') + before.slice(at);
}

const fromLeft = (one: WordsEdit, other: WordsEdit): number => one.start - other.start || one.end - other.end;

interface Written {
  readonly base: Version;
  readonly strand: Strand;
  readonly place: ProvisionId;
  readonly part: TextPart;
}

/** Whether an edit strikes all words of a part, and its strand makes a provision under that one which says the same. */
function isTakenAlong({ replacement }: WordsEdit, { base, strand, place, part }: Written): boolean {
  const words = base.find(place)?.[part].words ?? '';
  const isLeftEmpty = replacement === '' && strand.after.find(place)?.[part].words === '';
  if (!isLeftEmpty || words === '') return false;
  const makes = (id: ProvisionId): boolean => ((strand.at.get(id) ?? 0) & Role.MADE) !== 0;
  const children = strand.after.find(place)?.children ?? [];
  return children.some((child) => makes(child.id) && child[part].words === words);
}
