import type { Draft } from '../../../legaltext/draft.ts';
import type { Operation, Selection, Stub } from '../../../legaltext/operation.ts';
import type { Provision } from '../../../legaltext/provision.ts';
import { Text } from '../../../legaltext/text.ts';
import { failed, ok, type Result } from '../../../values/result.ts';
import { attributesSchema, textSchema } from '../../provisions-json/values.ts';
import type { Modification } from '../metadata/model.ts';
import type { Addresses } from './addresses.ts';
import { Destinations } from './destinations.ts';
import { insertion } from './insertion.ts';
import { MatterOfModification } from './matter-of-modification.ts';
import { missingMatter, Untranslatable, type NotTranslatable } from './not-translatable.ts';
import { CHILDREN, parsed, PART, SELECTION, selectionIn, STUB } from './own-attributes.ts';
import type { QuotedMatter } from './quoted-matter.ts';
import { substitution } from './substitution.ts';

/** The operations that a modification stands for on the text as it is now, or why there are none. */
export function operationsOf(
  modification: Modification,
  quoted: QuotedMatter,
  draft: Draft,
  addresses: Addresses,
): Result<readonly Operation[], NotTranslatable> {
  try {
    const matter = new MatterOfModification(modification, quoted);
    return ok(operations(modification, matter, new Destinations(modification, matter, draft, addresses)));
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    const { type, id } = modification;
    const message = `The ${type}${id === null ? '' : ` "${id}"`} was not made into operations: ${error.message}`;
    return failed({ kind: 'not-translatable', modification: id, type, reason: error.reason, message });
  }
}

function operations(modification: Modification, matter: MatterOfModification, to: Destinations): readonly Operation[] {
  mustBePlain(modification);
  const { type } = modification;
  switch (type) {
    case 'repeal':
      return repeal(modification, matter, to);
    case 'insertion':
      return [insertion(modification, matter, to)];
    case 'renumbering':
      return [renumbering(modification, matter, to)];
    case 'substitution':
    case 'replacement':
      return replacement(modification, matter, to);
    case 'split':
    case 'join':
      return splitOrJoin(modification, matter, to);
    default:
      throw new Untranslatable('unclear', `there is no textual modification of type "${type}".`);
  }
}

/** Stops at what is no change of words, or not the whole of one, or none yet. */
function mustBePlain({ kind, incomplete, condition, exclusion, destinations }: Modification): void {
  if (kind !== 'textual')
    throw new Untranslatable('not-textual', 'it changes how the text works, not what it says. It is kept in the file.');
  if (incomplete === true)
    throw new Untranslatable('incomplete', 'the file says that it is not complete. Complete it in the file first.');
  if (condition !== null)
    throw new Untranslatable(
      'conditional',
      'it depends on a condition. Draft it as a change of its own once it is met.',
    );
  if (exclusion === true || destinations.some((each) => each.exclusion === true))
    throw new Untranslatable('exclusion', 'it says what is not changed. Name in the file what is.');
}

function repeal(modification: Modification, matter: MatterOfModification, to: Destinations): readonly Operation[] {
  const words = matter.oldWords();
  if (words !== undefined) return [substitution(modification, to, words, Text.EMPTY)];
  const stub = stubOf(modification, matter);
  if (stub !== null) return [{ kind: 'repeal', target: to.target(to.one()), stub }];
  return to.all().map((provision) => ({ kind: 'repeal', target: to.target(provision), stub: null }));
}

/** What a repealed provision leaves behind, where the file says so in our own attribute. */
function stubOf(modification: Modification, matter: MatterOfModification): Stub | null {
  const text = matter.newWords();
  const kept = parsed(modification.attributes[STUB]);
  if (text === undefined || typeof kept !== 'object' || kept === null) return null;
  const heading = 'heading' in kept ? textSchema.safeParse(kept.heading).data : undefined;
  const attributes = 'attributes' in kept ? attributesSchema.safeParse(kept.attributes).data : undefined;
  return {
    text,
    ...(heading === undefined ? {} : { heading }),
    ...(attributes === undefined ? {} : { attributes }),
  };
}

function renumbering(modification: Modification, matter: MatterOfModification, to: Destinations): Operation {
  const number = matter.newWords()?.words ?? modification.new[0]?.attributes['showAs'];
  if (number === undefined)
    throw new Untranslatable('matter-missing', 'the new number is not in the file. Quote it, and point to it.');
  return { kind: 'renumber', target: to.target(to.one()), number };
}

/** A heading, provisions, or words in the place of others. */
function replacement(modification: Modification, matter: MatterOfModification, to: Destinations): readonly Operation[] {
  const words = matter.newWords();
  if (modification.attributes[PART] === 'heading')
    return [{ kind: 'set-heading', target: to.target(to.one()), heading: words ?? Text.EMPTY }];
  const provisions = matter.newProvisions();
  if (provisions.length > 0) return replaceAll(modification, to, provisions);
  if (words === undefined) throw missingMatter();
  const old = matter.oldWords();
  if (old !== undefined || selectionIn(modification.attributes[SELECTION]) !== undefined)
    return [substitution(modification, to, old ?? '', words)];
  return [replaceText(to, words)];
}

/** All words of a provision's text, where a substitution does not say which. */
function replaceText(to: Destinations, words: Text): Operation {
  const provision = to.one();
  const old = provision.text.words;
  const selection: Selection = { by: 'span', part: 'text', start: 0, end: old.length, words: old };
  return { kind: 'substitute', target: to.target(provision), selection, replacement: words };
}

function splitOrJoin(modification: Modification, matter: MatterOfModification, to: Destinations): readonly Operation[] {
  const provisions = matter.newProvisions();
  const old = to.all();
  const isSplit = modification.type === 'split';
  const isClear = isSplit ? old.length === 1 && provisions.length > 1 : old.length > 1 && provisions.length === 1;
  if (!isClear)
    throw new Untranslatable(
      'matter-missing',
      `it does not quote what the ${isSplit ? 'provisions read after the split' : 'joined provision reads'}. Quote it, and point to it.`,
    );
  return replaceAll(modification, to, provisions);
}

/** These provisions in the place of the first that is changed; the others that are changed go. */
function replaceAll(
  modification: Modification,
  to: Destinations,
  provisions: readonly Provision[],
): readonly Operation[] {
  const [first, ...others] = to.all().map((provision) => to.target(provision));
  if (first === undefined) return [];
  const children = modification.attributes[CHILDREN] === 'kept' ? 'kept' : 'replaced';
  return [
    ...others.map((target): Operation => ({ kind: 'repeal', target, stub: null })),
    { kind: 'replace', target: first, provisions, children },
  ];
}
