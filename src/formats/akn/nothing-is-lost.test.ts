import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Provision } from '../../legaltext/provision.ts';
import { versions } from '../../legaltext/testing/arbitraries.ts';
import { PROPERTY_RUNS } from '../../legaltext/testing/runs.ts';
import { Text } from '../../legaltext/text.ts';
import { aknDocument } from './document.ts';
import { AKN } from './namespaces.ts';
import { readAkn } from './read-akn.ts';
import { hostileVersions } from './testing/hostile-versions.ts';
import { editedFiles, oddFiles, tokensIn, type OddFile } from './testing/odd-files.ts';
import { expectSame, sound, value } from './testing/same-document.ts';
import { canValidate, schemaErrors } from './testing/schema.ts';
import { writeAkn } from './write-akn.ts';

/** Everything in the file is in the one written from it, words in their order, and reads the same again. */
function expectNothingLost({ xml, words, tokens }: OddFile): void {
  const before = value(readAkn(xml));
  const written = writeAkn(before);
  const after = new Set(tokensIn(written));
  expect(tokens.filter((token) => !after.has(token))).toEqual([]);
  const ofText = new Set(words);
  expect(tokensIn(written, true).filter((token) => ofText.has(token))).toEqual(words);
  expectSame(value(readAkn(written)), before);
}

describe('a file in which anything stands anywhere', () => {
  it('moves parts of elements about without losing any', () => {
    fc.assert(fc.property(oddFiles, expectNothingLost), { numRuns: PROPERTY_RUNS });
  });

  it.runIf(canValidate)('is valid by the schema when it is written', () => {
    // Metadata and other vocabularies are written as they were read: what is not valid in them stays so.
    const files = fc.sample(
      oddFiles.filter(({ xml }) => !/<meta[ >]|<x:y(?![^>]*\/>)|<x:y[^>]* xml:/u.test(xml)),
      PROPERTY_RUNS,
    );
    expect(schemaErrors(files.map(({ xml }) => writeAkn(value(readAkn(xml)))))).toBe('');
  });
});

/** A file whose words are `w1z`, `w2z`…, attributes `a1z`…, comments `c1z`… and instructions `i1z`… */
const whole = (xml: string): OddFile => ({ xml, words: tokensIn(xml, true), tokens: tokensIn(xml) });

const act = (body: string): OddFile =>
  whole(`<akomaNtoso xmlns="${AKN}" xmlns:x="urn:x"><act name="act"><meta/><body>${body}</body></act></akomaNtoso>`);

describe('what stands where the schema does not have it', () => {
  it.each([
    ['a remark before a subheading', '<bill><meta/><body><!-- c1z --><subheading/></body></bill>'],
    ['a remark before closing words that are none', '<section><!-- c1z --><wrapUp><subheading/></wrapUp></section>'],
    [
      'a remark in an element that holds nothing',
      '<clause><componentRef src="/a" showAs="A"><!-- c1z --></componentRef></clause>',
    ],
    ['remarks in a number', '<section><num>w1z<!-- c1z --><?print i1z?></num></section>'],
    [
      'processing instructions',
      '<?print i1z?><section><?print i2z?><content><p>w1z<?print i3z?></p></content></section>',
    ],
    ['a number in the item of a list', '<ul><li><num>w1z</num></li></ul>'],
    ['a number in a paragraph', '<p><num>w1z</num></p>'],
    [
      'a number in a cell',
      '<section><content><table><tr><td><num>w1z</num><p>w2z</p></td></tr></table></content></section>',
    ],
    ['a number after the content', '<section><content><p>w1z</p></content><num>w2z</num></section>'],
    [
      'a note in a number',
      '<section><num>w1z<authorialNote><p>w2z</p></authorialNote>w3z</num><heading>w4z</heading></section>',
    ],
    [
      'a note in a number after a heading',
      '<section><heading>w1z</heading><num>w2z<authorialNote><p>w3z</p></authorialNote></num></section>',
    ],
    ['marks in a number, with attributes', '<section><num><ref href="/a" for="a1z" title="a2z"/></num></section>'],
    [
      'two headings',
      '<section><num>w1z</num><heading title="a1z">w2z</heading><heading title="a2z">w3z</heading><content><p>w4z</p></content></section>',
    ],
    ['a subheading after the text', '<section><content><p>w1z</p></content><subheading>w2z</subheading></section>'],
    [
      'two contents',
      '<section><content title="a1z"><p>w1z</p></content><content title="a2z"><p>w2z</p></content></section>',
    ],
    ['an introduction after provisions', '<section><paragraph>w1z</paragraph><intro><p>w2z</p></intro></section>'],
    ['words after closing words', '<section><wrapUp title="a1z"><p>w1z</p></wrapUp>w2z</section>'],
    ['words after the last paragraph of closing words', '<section><wrapUp><p>w1z</p>w2z</wrapUp></section>'],
    [
      'closing words of a list before its items',
      '<blockList><listWrapUp>w1z</listWrapUp><item><p>w2z</p></item></blockList>',
    ],
    [
      'quoted provisions in no modification',
      '<section><content><p>w1z<quotedStructure title="a1z"><p>w2z</p></quotedStructure>w3z</p></content></section>',
    ],
    [
      'a note without the name it needs',
      '<section><content><p>w1z<subFlow><p>w2z</p></subFlow>w3z</p></content></section>',
    ],
    [
      'a speaker after the speech',
      '<container name="n"><speech by="/a"><from>w1z</from></speech><speech by="/a"><p>w2z</p><from>w3z</from></speech></container>',
    ],
    ['a line break with words in it', '<p>w1z<br title="a1z">w2z</br></p>'],
    [
      'attributes by names that reading gives',
      '<p><b element="a1z" xml="a2z">w1z</b></p><th of="a3z" element="a4z" order="a5z"/>',
    ],
    [
      'the metadata of a document that may not stand there',
      '<section><doc name="n"><meta><notes source="#a"><note><p>a1z</p></note></notes><!-- c1z --></meta><mainBody/></doc></section>',
    ],
    [
      'metadata with words and attributes',
      '<section><doc><meta title="a1z">w1z<notes source="a2z"/></meta></doc></section>',
    ],
    [
      'words and remarks between attachments',
      '<doc><attachments title="a1z">w1z<attachment title="a2z"/><!-- c1z -->w2z</attachments></doc>',
    ],
  ])('keeps %s', (_, body) => {
    expectNothingLost(act(body));
  });

  it.each([
    [
      'words, documents and remarks beside the document',
      '<!-- c1z -->w1z<act name="a"><meta/><body/></act><?print i1z?><bill title="a1z"><body>w2z</body></bill>w3z',
    ],
    [
      'attributes and remarks of the components beside it',
      '<act name="a"><meta/><body/></act><components title="a1z"><!-- c1z --><component title="a2z"/>w1z</components>',
    ],
    [
      'a second body and second metadata',
      '<act name="a"><meta/><meta><notes source="a1z"/></meta><body title="a2z">w1z</body><body title="a3z">w2z</body></act>',
    ],
  ])('keeps %s', (_, inside) => {
    expectNothingLost(whole(`<akomaNtoso xmlns="${AKN}/WD17" version="a9z">${inside}</akomaNtoso>`));
  });
});

describe('a file that Pandect wrote and somebody edited', () => {
  const expectKept = ({ xml, tokens }: OddFile): void => {
    const before = value(readAkn(xml));
    const again = writeAkn(before);
    const after = new Set(tokensIn(again));
    expect(tokens.filter((token) => !after.has(token))).toEqual([]);
    expectSame(value(readAkn(again)), before);
  };

  it('loses nothing of what was put in', () => {
    const written = fc.oneof(hostileVersions, versions()).map((version) => writeAkn(aknDocument(version)));
    fc.assert(fc.property(editedFiles(written), expectKept), { numRuns: PROPERTY_RUNS });
  });

  const heading = Text.of('w1z');
  const written = writeAkn(aknDocument(sound(new Provision({ id: 'root', kind: 'act', heading }))));
  it.each([
    ['a property in the identification that was made', '<FRBRcountry', '<FRBRname value="a1z"/><FRBRcountry'],
    ['properties in another order', '<FRBRthis', '<FRBRname value="a1z"/><FRBRthis'],
    ['words beside what the file says of itself', '<pandect:file', 'w2z<pandect:file'],
    ['a note in the title', '</docTitle>', '<authorialNote title="a1z"/></docTitle>'],
    ['a paragraph beside the title', '</longTitle>', '<p>w2z</p></longTitle>'],
    ['an attribute on what holds the title', '<longTitle>', '<longTitle title="a1z">'],
    [
      'words in an element that filled a place',
      ` pandect:kept='{"is":"nothing"}'/>`,
      ` pandect:kept='{"is":"nothing"}'>w2z</hcontainer>`,
    ],
  ])('keeps %s', (_, old, fresh) => {
    const xml = written.replace(old, fresh);
    expect(xml).not.toBe(written);
    expectKept(whole(xml));
  });
});
