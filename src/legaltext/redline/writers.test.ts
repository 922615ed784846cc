import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Provision } from '../provision.ts';
import { edited } from '../testing/arbitraries.ts';
import { provision, version } from '../testing/builders.ts';
import { PROPERTY_RUNS } from '../testing/runs.ts';
import { Text } from '../text.ts';
import { redlineAsHtml } from './as-html.ts';
import { redlineAsJson } from './as-json.ts';
import { redlineAsText } from './as-text.ts';
import { redline } from './redline.ts';

const cell = (id: string, words: string): Provision => new Provision({ id, kind: 'cell', text: Text.of(words) });
const row = (id: string, ...words: readonly string[]): Provision =>
  new Provision({ id, kind: 'row', children: words.map((each, index) => cell(`${id}${index}`, each)) });
const section = (number: string, heading: string, words: string, ...children: readonly Provision[]): Provision =>
  new Provision({ id: number, kind: 'section', number, heading: Text.of(heading), text: Text.of(words), children });

const before = version(
  section('1', 'Interpretation', 'In this code:', provision('a', 'first, a word;'), provision('b', 'second, another.')),
  section('2', 'Metering', 'The supplier shall read the meter every month.'),
  section(
    '3',
    'Fees',
    '',
    new Provision({ id: 't', kind: 'table', children: [row('r', 'Visit', '£10'), row('s', 'Test', '£5')] }),
  ),
  section('4', 'Old matters', 'All this is over.\nReally <over>.'),
);
const after = version(
  section(
    '1',
    'Interpretation',
    'In this code:',
    provision('a', 'first, a word;'),
    provision('b', 'second, one more.'),
  ),
  section('1A', 'New matters', 'This is "new" & good.'),
  section('2', 'Metering', 'The operator shall read the meter each month.'),
  section(
    '3',
    'Fees',
    '',
    new Provision({ id: 't', kind: 'table', children: [row('r', 'Visit', '£12'), row('s', 'Test', '£5')] }),
  ),
);

describe('a redline as text', () => {
  it('reads well in a terminal', () => {
    expect(redlineAsText(redline(before, after)).split('\n').slice(2)).toEqual([
      '  1 Interpretation',
      '    … 1 unchanged',
      '~   b second, [-another-]{+one more+}.',
      '+ 1A New matters',
      '+   This is "new" & good.',
      '  2 Metering',
      '~   The [-supplier-]{+operator+} shall read the meter [-every-]{+each+} month.',
      '  3 Fees',
      '~   | Visit | £[-10-]{+12+} |',
      '    … 1 unchanged',
      '- 4 Old matters',
      '-   All this is over.',
      '-   Really <over>.',
      '',
    ]);
  });

  it('marks only the lines of a provision that changed, and says what kind of provision a letter or an annex is', () => {
    const annex = (tail: string): Provision =>
      new Provision({
        id: 'a',
        kind: 'annex',
        number: 'S-1',
        heading: Text.of('Forms'),
        text: Text.of('Fill in:\nin ink'),
        children: [provision('1', 'a name;')],
        tail: Text.of(tail),
      });
    const made = redline(version(annex('and send it.')), version(annex('and keep it.')));
    expect(redlineAsText(made).split('\n').slice(2)).toEqual([
      '  Annex S-1 Forms',
      '    Fill in:',
      '    in ink',
      '    … 1 unchanged',
      '~   and [-send-]{+keep+} it.',
      '',
    ]);
    expect(redlineAsHtml(made)).toContain('<span class="redline-number">Annex S-1</span>');
    const lettered = version(new Provision({ id: 's', kind: 'section', number: 'S', heading: Text.of('Supply') }));
    expect(redlineAsText(redline(version(), lettered))).toContain('\n+ Section S Supply\n');
  });

  it('says so when nothing differs', () => {
    expect(redlineAsText(redline(before, before))).toBe('The two texts read the same.\n');
  });

  it('says what moved, from where and to where', () => {
    const [one, two, three, four] = before.root.children;
    if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error('Four.');
    const moved = version(one, three, four, two.with({ number: '5' }));
    expect(
      redlineAsText(redline(before, moved, 'permanent'))
        .split('\n')
        .slice(2),
    ).toEqual([
      '  … 3 unchanged',
      '< 2 Metering (moved to 5)',
      '  … 5 unchanged',
      '> [-2-]{+5+} Metering (moved from 2)',
      '>   The supplier shall read the meter every month.',
      '',
    ]);
  });
});

describe('a redline as HTML', () => {
  const html = redlineAsHtml(redline(before, after));
  it('marks words with del and ins, and says so to who listens', () => {
    expect(html).toContain(
      '<del><span class="redline-said">struck: </span>another<span class="redline-said"> (end of struck) </span></del>',
    );
  });

  it('escapes all words', () => {
    expect(html).toContain('This is &quot;new&quot; &amp; good.');
    expect(html).toContain('All this is over.<br>Really &lt;over&gt;.');
  });

  it('shows tables as tables', () => {
    expect(html).toMatch(/<table><tbody><tr [^>]*><td [^>]*><p class="redline-text">Visit<\/p><\/td>.*10.*12/s);
  });

  it('lets what is left out of a table go right across it', () => {
    expect(html).toContain('<tr><td class="redline-left-out" colspan="2">… 1 unchanged</td></tr>');
  });

  it('gives the class of a heading to headings alone', () => {
    const renamed = redlineAsHtml(
      redline(version(section('1', 'Old', 'Words.')), version(section('1', 'New', 'Words.'))),
    );
    expect(renamed).toContain('<section class="redline-provision redline-changed redline-change-heading"');
    expect(renamed.match(/class="[^"]*redline-heading\b[^"]*"/gu)).toEqual(['class="redline-heading"']);
  });

  it('is well-formed whatever the text', () => {
    fc.assert(
      fc.property(edited(), (change) => {
        const open: string[] = [];
        const made = redlineAsHtml(redline(change.before, change.after), { unchanged: 'shown' });
        for (const [, slash, name] of made.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
          if (name === 'br') continue;
          if (slash === '') open.push(name ?? '');
          else expect(open.pop()).toBe(name);
        }
        expect(open).toEqual([]);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

describe('a redline as data', () => {
  it('is the same after a journey through JSON, and says everything where nothing is left out', () => {
    fc.assert(
      fc.property(edited(), (change) => {
        const made = redlineAsJson(redline(change.before, change.after), { unchanged: 'shown' });
        expect(JSON.parse(JSON.stringify(made))).toEqual(made);
        expect(made.same).toBe(change.before.hash === change.after.hash);
        expect(JSON.stringify(made)).not.toContain('left-out');
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
