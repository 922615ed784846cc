import type { Draft } from '../../../legaltext/draft.ts';
import type { Target } from '../../../legaltext/operation.ts';
import { Provision } from '../../../legaltext/provision.ts';
import { resolveTarget } from '../../../legaltext/resolve-target.ts';
import { Text, type Attributes, type Mark } from '../../../legaltext/text.ts';
import { Version } from '../../../legaltext/version.ts';
import type { AknDocument } from '../document.ts';
import { ELEMENT } from '../inline-marks.ts';
import { jsonForXml } from '../kept.ts';
import type { MetadataBlock, Modification, ModificationArgument, TextualModificationType } from '../metadata/model.ts';
import { draftIdentification } from '../own-block.ts';
import type { Addresses } from './addresses.ts';
import { EXPECTS, ID_THERE, TARGET } from './own-attributes.ts';
import type { OwnIds } from './own-ids.ts';
import type { Sentence } from './sentence.ts';

const EMPTY_MODIFICATION = {
  kind: 'textual',
  force: null,
  efficacy: null,
  application: null,
  duration: null,
  condition: null,
  previous: null,
  old: [],
  new: [],
  domain: null,
  period: null,
  status: null,
  exclusion: null,
  incomplete: null,
} as const;

/** What one section of an amending document says, and the modification that says the same. */
export interface Saying {
  readonly type: TextualModificationType;
  readonly target: Target;
  /** Where beside or in the target, for what is put in. */
  readonly pos?: string;
  /** What a modification has no words for. */
  readonly own?: Attributes;
  /** The ids of the quoted words that are taken out, and of what is put in. */
  readonly old?: string;
  readonly new?: string;
  readonly sentence: Sentence;
}

/** An amending document while it is put together: a section and a modification for each thing it says. */
export class AmendingAct {
  private readonly draft: Draft;
  private readonly addresses: Addresses;
  private readonly ids: OwnIds;
  private readonly work: string;
  private readonly sections: Provision[] = [];
  private readonly modifications: Modification[] = [];
  private readonly quotedIds = new Set<string>();

  /** `draft` is the text that is amended, as it stands; `work` its address. */
  constructor(draft: Draft, addresses: Addresses, ids: OwnIds, work: string) {
    this.draft = draft;
    this.addresses = addresses;
    this.ids = ids;
    this.work = work;
  }

  /** Quotes words in the sentence, and gives the id they have there. */
  quoteWords(sentence: Sentence, words: Text): string {
    const eId = this.ids.next('qtext');
    sentence.marked(words, { [ELEMENT]: 'quotedText', eId });
    return eId;
  }

  /** Quotes provisions at the end of the sentence. */
  quote(sentence: Sentence, provisions: readonly Provision[]): string {
    const eId = this.ids.next('qstr');
    sentence.marked(Text.EMPTY, { [ELEMENT]: 'quotedStructure' });
    sentence.quoted = new Provision({
      id: this.ids.next('quoted'),
      kind: 'quotedStructure',
      children: provisions.map((provision) => this.standingHere(provision)),
      attributes: { eId },
    });
    return eId;
  }

  /** A quoted provision: where this document quotes its id already, under another, with that one beside it. */
  private standingHere(provision: Provision): Provision {
    const children = provision.children.map((child) => this.standingHere(child));
    const isFree = !this.quotedIds.has(provision.id);
    this.quotedIds.add(provision.id);
    if (isFree && children.every((child, index) => child === provision.children[index])) return provision;
    if (isFree) return provision.with({ children });
    const attributes = { ...provision.attributes, [ID_THERE]: provision.id };
    return provision.with({ id: this.ids.next('quoted'), children, attributes });
  }

  /** Says one thing; gives the id of its modification, or undefined where its target is not in the text. */
  add(saying: Saying): string | undefined {
    const found = resolveTarget(this.draft, saying.target);
    if (found.kind === 'failed') return undefined;
    const provision = found.value;
    const fragment = this.addresses.fragmentOf(provision);
    const href = fragment === undefined ? this.work : `${this.work}#${encodeURIComponent(fragment)}`;
    const modId = this.ids.next('mod');
    this.sections.push(this.section(saying.sentence, provision, href, modId));
    const id = this.ids.next('textualMod');
    const { type, target, pos, own, old, new: fresh } = saying;
    this.modifications.push({
      ...EMPTY_MODIFICATION,
      type,
      id,
      sources: [argument(`#${modId}`)],
      destinations: [{ ...argument(href), pos: pos ?? null }],
      old: old === undefined ? [] : [{ href: `#${old}`, attributes: {}, kept: [] }],
      new: fresh === undefined ? [] : [{ href: `#${fresh}`, attributes: {}, kept: [] }],
      attributes: {
        ...own,
        ...(fragment === undefined ? { [TARGET]: jsonForXml(provision.id) } : {}),
        ...(target.expects === undefined ? {} : { [EXPECTS]: target.expects }),
      },
    });
    return id;
  }

  /** The section that says it: the whole of its sentence is the modification, which begins with the address. */
  private section(sentence: Sentence, provision: Provision, href: string, modId: string): Provision {
    const named = `${provision.kind} ${provision.number}`.trim();
    const start = 'In '.length;
    const { words, marks } = Text.of(`In ${named}: `).concat(sentence.text);
    const mod: Mark = {
      kind: 'inline',
      start: 0,
      end: words.length,
      attributes: { [ELEMENT]: 'mod', eId: modId },
    };
    const reference: Mark = { kind: 'reference', start, end: start + named.length, attributes: { href } };
    return new Provision({
      id: this.ids.next('amendment'),
      kind: 'section',
      number: String(this.sections.length + 1),
      text: Text.of(`${words}.`, [mod, reference, ...marks]),
      children: sentence.quoted === undefined ? [] : [sentence.quoted],
    });
  }

  /** The document with what was said so far; under the name of a draft, with an address of its own. */
  document(type: 'act' | 'bill', name: string | undefined): AknDocument {
    const id = this.ids.next('amendments');
    const root = new Provision({ id, kind: type, children: this.sections, attributes: { name: type } });
    const blocks: MetadataBlock[] = name === undefined ? [] : [draftIdentification(type, name, root.hash)];
    if (this.modifications.length > 0)
      blocks.push({ kind: 'analysis', source: '#source', active: this.modifications, passive: null, kept: [] });
    return {
      kind: 'akn-document',
      version: Version.trusted(root),
      metadata: blocks.length === 0 ? new Map() : new Map([[id, { blocks }]]),
      remarks: [],
      prefixes: {},
    };
  }
}

const argument = (href: string): ModificationArgument => ({
  href,
  pos: null,
  upTo: null,
  exclusion: null,
  incomplete: null,
  attributes: {},
  kept: [],
});
