import { writePlainText, type PlainTextLoss } from '../../legaltext/outline/write-plain-text.ts';
import { Provision } from '../../legaltext/provision.ts';
import { Text } from '../../legaltext/text.ts';
import { Version } from '../../legaltext/version.ts';
import { aknDocument } from '../akn/document.ts';
import { wordsOfFragment } from '../akn/foreign-words.ts';
import { XML_KEPT } from '../akn/names.ts';
import { writeAkn } from '../akn/write-akn.ts';
import { writeVersionJson } from '../provisions-json/provisions-json.ts';
import { styleOfText } from './house-style.ts';
import type { LegalText } from './model.ts';

/** The forms a text can be written in: Akoma Ntoso and JSON keep everything, ids too; plain text keeps words and numbers. */
export const WRITTEN_FORMS = ['akn', 'json', 'text'] as const;
export type WrittenForm = (typeof WRITTEN_FORMS)[number];

/** The content of a file, and what the form could not hold, in sentences. */
export interface WrittenLegalText {
  readonly content: string;
  readonly losses: readonly string[];
}

const LOST: Readonly<Record<PlainTextLoss['what'], string>> = {
  marks: 'marks on their words (references, emphasis, defined terms)',
  attributes: 'attributes of the format they came from',
  'line-breaks': 'line breaks within a paragraph',
  cells: 'several parts in a cell of a table (written as one)',
};

function lossesInWords(losses: readonly PlainTextLoss[], exact: boolean): readonly string[] {
  const counts = new Map<PlainTextLoss['what'], number>();
  for (const { what } of losses) counts.set(what, (counts.get(what) ?? 0) + 1);
  const sentences = [...counts].map(
    ([what, count]) =>
      `${count.toLocaleString('en')} ${count === 1 ? 'provision has' : 'provisions have'} ${LOST[what]}, for which plain text has no form.`,
  );
  return exact
    ? sentences
    : [
        ...sentences,
        'Read again, this plain text will not give exactly the same text. To keep everything, write JSON.',
      ];
}

/** A section that is a text of its own has its number printed, as it would within a code. */
function withNumber(version: Version): Version {
  const { root } = version;
  if (root.number === '') return version;
  return Version.trusted(new Provision({ id: `${root.id}~code`, kind: 'code', children: [root] }));
}

/**
 * A text in which elements of other vocabularies (formulas, drawings), which Akoma Ntoso lets stand among provisions, are
 * paragraphs of the words in them.
 */
function withForeignWords(version: Version): Version {
  const worded = (provision: Provision): Provision => {
    const children = provision.children.map(worded);
    const held = children.some((child, index) => child !== provision.children[index])
      ? provision.with({ children })
      : provision;
    const xml = held.attributes[XML_KEPT];
    const words = xml === undefined || !held.text.isEmpty ? '' : wordsOfFragment(xml);
    return words === '' ? held : held.with({ text: Text.of(words) });
  };
  const root = worded(version.root);
  return root === version.root ? version : Version.trusted(root);
}

/** What a text to be written came from: its house style, and what its Akoma Ntoso file said beside it. */
export type Origin = Pick<LegalText, 'style' | 'akn'>;

/**
 * A text in one of the forms. Akoma Ntoso is written with what its file said beside the text, where it came from one; plain
 * text as its style has it, or as the style that the numbers come nearest to. Linear in its size.
 */
export function writeLegalText(version: Version, form: WrittenForm, origin: Origin): WrittenLegalText {
  switch (form) {
    case 'akn':
      return {
        content: writeAkn(origin.akn === null ? aknDocument(version) : { ...origin.akn, version }),
        losses: [],
      };
    case 'json':
      return { content: writeVersionJson(version), losses: [] };
    case 'text': {
      const worded = withForeignWords(version);
      const written = writePlainText(withNumber(worded), styleOfText({ ...origin, version }));
      const { text, losses } = written;
      const exact = written.exact && worded === version;
      // Provisions that say nothing leave blank lines, of which one is enough.
      const content = text.replace(/^\s*\n/u, '').replace(/\n(?:[^\S\n]*\n){2,}/gu, '\n\n');
      return { content, losses: lossesInWords(losses, exact) };
    }
  }
}
