import { describe, expect, it } from 'vitest';
import { Draft } from '../../legaltext/draft.ts';
import { byId, byNumbers, type Operation, type Selection } from '../../legaltext/operation.ts';
import { Provision, type ProvisionFields } from '../../legaltext/provision.ts';
import { Text } from '../../legaltext/text.ts';
import { Version } from '../../legaltext/version.ts';
import { operationInWords } from './operation-in-words.ts';
import { placeInWords } from '../../legaltext/place-in-words.ts';

const provision = (id: string, fields: Omit<ProvisionFields, 'id'>, children: readonly Provision[] = []): Provision =>
  new Provision({ id, ...fields, children });

const code = Version.trusted(
  provision('code', { kind: 'code' }, [
    provision('A', { kind: 'section', number: 'A', heading: Text.of('General') }, [
      provision('A2', { kind: 'paragraph', number: '2.' }, [
        provision(
          'A2.3',
          { kind: 'paragraph', number: '2.3', text: Text.of('Every Keeper shall within thirty minutes:') },
          [
            provision('A2.3a', { kind: 'item', number: '(a)', text: Text.of('light it;') }),
            provision('A2.3b', { kind: 'item', number: '(b)', text: Text.of('trim it.') }, [
              provision('A2.3bi', { kind: 'subitem', number: '(i)' }),
            ]),
            provision('passage', { kind: 'passage', text: Text.of('And more.') }),
            provision('meter', { kind: 'definition', text: Text.of('“Lantern” means a lamp.') }),
            provision('table', { kind: 'table' }, [
              provision('row1', { kind: 'row' }, [
                provision('c11', { kind: 'cell' }),
                provision('c12', { kind: 'cell' }),
              ]),
              provision('row2', { kind: 'row' }, [
                provision('c21', { kind: 'cell' }),
                provision('c22', { kind: 'cell' }),
              ]),
            ]),
          ],
        ),
      ]),
    ]),
    provision('S5', { kind: 'schedule', number: '5' }, [provision('S5.2', { kind: 'paragraph', number: '2' })]),
    provision('s2', { kind: 'section', number: '2' }, [
      provision('s2-1', { kind: 'subsection', number: '1' }, [provision('s2-1-a', { kind: 'paragraph', number: 'a' })]),
    ]),
    provision('S6', { kind: 'schedule', number: 'Schedule 6' }),
  ]),
);

describe('placeInWords', () => {
  it.each([
    ['code', 'the whole text'],
    ['A', 'Section A'],
    ['A2.3', 'Section A, 2.3'],
    ['A2.3bi', 'Section A, 2.3(b)(i)'],
    ['S5.2', 'Schedule 5, 2'],
    ['S6', 'Schedule 6'],
    ['s2-1-a', '2(1)(a)'],
    ['passage', 'the passage in Section A, 2.3'],
    ['meter', 'the definition of “Lantern” in Section A, 2.3'],
    ['c22', 'the table, row 2, column 2 in Section A, 2.3'],
    ['nowhere', 'nowhere'],
  ])('calls %s “%s”', (id, words) => {
    expect(placeInWords(code, id)).toBe(words);
  });
});

const span = (start: number, end: number, words?: string): Selection => ({
  by: 'span',
  part: 'text',
  start,
  end,
  ...(words === undefined ? {} : { words }),
});
const quotation = (words: string, occurrence: Extract<Selection, { by: 'quotation' }>['occurrence']): Selection => ({
  by: 'quotation',
  words,
  occurrence,
  likeness: 'exact',
  reach: 'provision',
  parts: ['text'],
});
const substitute = (selection: Selection, replacement: string): Operation => ({
  kind: 'substitute',
  target: byId('A2.3'),
  selection,
  replacement: Text.of(replacement),
});
const one = provision('new', { kind: 'paragraph', number: '2.4', text: Text.of('A new duty.') });

describe('operationInWords', () => {
  it.each<readonly [Operation, string]>([
    [substitute(span(26, 32), 'ten'), 'In Section A, 2.3, for “thirty” substitute “ten”.'],
    [substitute(span(19, 41), ''), 'In Section A, 2.3, omit “within thirty minutes:”.'],
    [substitute(span(18, 18), ' always'), 'In Section A, 2.3, after “Every Keeper shall” insert “always”.'],
    [substitute(span(0, 0), 'Now '), 'In Section A, 2.3, insert “Now” at the beginning.'],
    [substitute(quotation('a', 'all'), 'b'), 'In Section A, 2.3, for “a”, wherever they stand substitute “b”.'],
    [substitute(quotation('a', { exactly: 1 }), 'b'), 'In Section A, 2.3, for “a” substitute “b”.'],
    [substitute(quotation('a', { nth: 2 }), ''), 'In Section A, 2.3, omit “a”, where they stand for the second time.'],
    [
      { kind: 'insert', slot: { at: 'after', target: byNumbers('2.3') }, provisions: [one] },
      'After Section A, 2.3, insert 2.4: “A new duty.”',
    ],
    [
      {
        kind: 'insert',
        slot: { at: 'last', target: byId('S6') },
        provisions: [
          one.with({
            heading: Text.of('Duty'),
            children: [provision('x', { kind: 'item', number: '(a)', text: Text.of('A part.') })],
          }),
        ],
      },
      'At the end of Schedule 6, insert:\n   2.4 Duty\n     A new duty.\n     (a) A part.',
    ],
    [
      { kind: 'replace', target: byId('A2.3a'), provisions: [one], children: 'kept' },
      'For Section A, 2.3(a) (but not what stands under it) substitute 2.4: “A new duty.”',
    ],
    [{ kind: 'repeal', target: byId('S5'), stub: null }, 'Omit Schedule 5.'],
    [
      { kind: 'repeal', target: byId('S5'), stub: { text: Text.of('Not used') } },
      'Repeal Schedule 5, leaving the words “Not used”.',
    ],
    [{ kind: 'renumber', target: byId('S5.2'), number: '3' }, 'Renumber Schedule 5, 2 as 3.'],
    [
      { kind: 'move', target: byId('S5.2'), slot: { at: 'first', target: byId('S6') } },
      'Move Schedule 5, 2 to stand at the beginning of Schedule 6.',
    ],
    [
      { kind: 'set-heading', target: byId('A'), heading: Text.of('Duties') },
      'Let the heading of Section A read “Duties”.',
    ],
    [{ kind: 'set-heading', target: byId('A'), heading: Text.EMPTY }, 'Omit the heading of Section A.'],
    [{ kind: 'renumber', target: byNumbers('9.9'), number: '3' }, 'Renumber 9.9 as 3.'],
  ])('says %#', (operation, sentence) => {
    expect(operationInWords(new Draft(code), operation)).toBe(sentence);
  });

  it('says what is put in in full, and cuts only what is taken out and has to be found', () => {
    const words = `${'word '.repeat(1000)}end`;
    expect(operationInWords(new Draft(code), substitute(span(0, 5), words))).toContain(`substitute “${words}”`);
    expect(operationInWords(new Draft(code), substitute(quotation(`Every ${words}`, { exactly: 1 }), 'all'))).toMatch(
      /^In Section A, 2\.3, for the words from “Every word [^”]{30,50}” to “word [^”]{30,50} end” substitute “all”\.$/u,
    );
  });

  it('says rows by the words of their cells', () => {
    const row = provision('row', { kind: 'row' }, [
      provision('n1', { kind: 'cell', text: Text.of('1 to 10') }),
      provision('n2', { kind: 'cell', text: Text.of('100') }),
    ]);
    expect(
      operationInWords(new Draft(code), {
        kind: 'insert',
        slot: { at: 'after', target: byId('row1') },
        provisions: [row],
      }),
    ).toBe('After the table, row 1 in Section A, 2.3, insert:\n   | 1 to 10 | 100 |');
  });

  it('finds places in the text in force, whatever came in before them, and says so of what did', () => {
    const draft = new Draft(code);
    draft.apply({
      kind: 'insert',
      slot: { at: 'before', target: byId('row1') },
      provisions: [provision('row0', { kind: 'row' }, [provision('c01', { kind: 'cell' })])],
    });
    const omitted = (id: string): string =>
      operationInWords(draft, { kind: 'repeal', target: byId(id), stub: null }, code);
    expect(omitted('row2')).toBe('Omit the table, row 2 in Section A, 2.3.');
    expect(omitted('row0')).toBe('Omit the table, row 1 in Section A, 2.3 (as put in above).');
  });
});
