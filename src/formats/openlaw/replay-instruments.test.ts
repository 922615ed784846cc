import { describe, expect, it } from 'vitest';
import { readInstruments } from './replay.ts';
import { collide } from '../../legaltext/collide/collide.ts';
import { Draft } from '../../legaltext/draft.ts';
import { createTimeline } from '../../legaltext/timeline/timeline.ts';
import type { PackFiles } from './pack-files.ts';
import { lackingOperation } from './translate/lacking.ts';
import { amending, law, madeUpPack, replayed, section, TWO } from './testing/made-up-pack.ts';

describe('laws as instruments', () => {
  it('gives the text of the replay when their parts are carried out in order', () => {
    const change = (from: string, to: string): string =>
      `<codify:find-replace path="§1-101"><find>${from}</find><replace>${to}</replace></codify:find-replace>`;
    const files = madeUpPack({
      one: [section('1-101', '<text>one</text>')],
      laws: [
        law('1-1', '2020-01-01', amending(change('one', 'two'))),
        law('1-2', '2020-02-01', amending(change('two', 'three'))),
      ],
    });
    const read = readInstruments(files);
    if (read.kind === 'failed') throw new Error(read.failure.message);
    const draft = new Draft(read.value.base);
    for (const { parts } of read.value.instruments)
      for (const { operations } of parts)
        for (const operation of typeof operations === 'function' ? operations(draft) : operations)
          draft.apply(operation);
    expect(read.value.instruments.map(({ id }) => id)).toEqual(['B. Law 1-1', 'B. Law 1-2']);
    expect(draft.version().hash).toBe(replayed(files).version.hash);
  });

  describe('that come to nothing on the text they meet', () => {
    const change = (find: string, replace: string, where = '§1-101'): string =>
      `<codify:find-replace path="${where}"><find>${find}</find><replace>${replace}</replace></codify:find-replace>`;
    const beside = `<include><para><codify:insert path="§1-101" after="(x)"/><num>(y)</num><text>New.</text></para></include>`;
    const cases: readonly (readonly [string, string, object])[] = [
      ['words that are not there', change('Mayor', 'Governor'), { kind: 'quotation-missing', words: 'Mayor' }],
      ['a neighbour that is not there', beside, { kind: 'target-missing', target: '(x)' }],
      [
        'a place that is not there',
        change('Board', 'Council', '§1-101|(c)|(1)'),
        { kind: 'target-missing', target: '(c) › (1)' },
      ],
      [
        'a section that is not there',
        change('Board', 'Council', '§1-109'),
        { kind: 'target-missing', target: '1-109' },
      ],
    ];

    const instrumentsOf = (files: PackFiles, untranslated?: 'failing') => {
      const read = readInstruments(files, untranslated === undefined ? {} : { untranslated });
      return read.kind === 'ok' ? read.value : expect.fail(read.failure.message);
    };

    it.each(cases)('fail by themselves for the same reason, if wanted: %s', (_, body, reason) => {
      const files = madeUpPack({ one: [TWO], laws: [law('1-1', '2020-01-01', amending(body))] });
      const { version, instructions } = replayed(files);
      expect(instructions[0]?.failure).not.toBeNull();
      const { base, instruments } = instrumentsOf(files, 'failing');
      const failing = createTimeline(base, instruments).at({ date: '2020-12-31' });
      expect(failing.failures.map(({ failure }) => failure.reason)).toEqual([reason]);
      expect(failing.version.hash).toBe(version.hash);
      const leftOut = createTimeline(base, instrumentsOf(files).instruments).at({ date: '2020-12-31' });
      expect(leftOut.failures).toEqual([]);
      expect(leftOut.version.hash).toBe(version.hash);
    });

    it('change nothing even where the engine would find the words', () => {
      const files = madeUpPack({
        one: [section('1-101', '<text>See <cite path="§1-102">§ 1-102</cite>.</text>')],
        laws: [law('1-1', '2020-01-01', amending(change('Mayor', 'x')))],
      });
      const { base } = instrumentsOf(files);
      const [instruction] = replayed(files).instructions;
      expect(instruction?.failure).not.toBeNull();
      for (const words of ['See', '1-102', 'Of things', 'Mayor']) {
        const failure = { kind: 'words-missing', path: '§1-101', words } as const;
        const draft = new Draft(base);
        const segments = ['§1-101'];
        expect(draft.apply(lackingOperation({ segments }, failure, draft))).not.toBeNull();
        expect(draft.version().hash).toBe(base.hash);
      }
    });

    it('are seen to rest on the law that would bring what they lack', () => {
      const files = madeUpPack({
        one: [TWO],
        laws: [
          law('1-1', '2020-01-01', amending(change('Mayor', 'Governor'))),
          law('1-2', '2020-02-01', amending(change('Board', 'Mayor'))),
        ],
      });
      const nested = (untranslated?: 'failing') => {
        const { base, instruments } = instrumentsOf(files, untranslated);
        return collide(instruments, base).filter((each) => each.class === 'nested');
      };
      expect(nested()).toEqual([]);
      expect(nested('failing').map(({ sentence }) => sentence)).toEqual([
        expect.stringContaining('stand there only once B. Law 1-2 is made'),
      ]);
    });
  });
});
