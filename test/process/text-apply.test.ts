/** `./pandect text apply` of several changes, each drafted on the text before any of them: no words go to a wrong place. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOperationsJson } from '../../src/formats/provisions-json/provisions-json.ts';
import { byNumbers } from '../../src/legaltext/operation.ts';
import { Text } from '../../src/legaltext/text.ts';
import { buildTextCommand, type TextCommand } from '../support/text-command.ts';

const CODE = `SECTION K: METERS

1. READINGS

1.1 Each Supplier shall read each Widget daily and shall send the reading.

1.2 Nothing else is due.
`;
const drafts = {
  'every.txt': CODE.replace('Each Supplier', 'Each and every Supplier'),
  'or-weekly.txt': CODE.replace('daily and', 'daily (or weekly) and'),
  'at-noon.txt': CODE.replace('daily and', 'daily, at noon, and'),
  'weekly.txt': CODE.replace('daily', 'weekly'),
  'keep.txt': CODE.replace('send', 'keep'),
};

let command: TextCommand;
beforeAll(async () => {
  command = await buildTextCommand();
  command.file('code.txt', CODE);
  for (const [name, words] of Object.entries(drafts)) {
    command.file(name, words);
    const json = command.place(name.replace('.txt', '.json'));
    await command.text('derive', command.place('code.txt'), command.place(name), '--json', '-o', json);
    await command.text(
      'derive',
      command.place('code.txt'),
      command.place(name),
      '--to',
      'akn',
      '-o',
      json.replace('.json', '.xml'),
    );
  }
}, 180_000);
afterAll(() => command.programs.close());

const applied = (...names: readonly string[]) =>
  command.text('apply', ...['code.txt', ...names].map((name) => command.place(name)), '--to', 'text');

describe('text apply of changes drafted on one text', () => {
  it.each(['txt', 'json', 'xml'])(
    'puts words where they were drafted to go, in either order, as .%s',
    async (form) => {
      for (const [one, other, words] of [
        [
          'every',
          'or-weekly',
          'Each and every Supplier shall read each Widget daily (or weekly) and shall send the reading.',
        ],
        ['weekly', 'keep', 'Each Supplier shall read each Widget weekly and shall keep the reading.'],
      ] as const) {
        const first = await applied(`${one}.${form}`, `${other}.${form}`);
        const second = await applied(`${other}.${form}`, `${one}.${form}`);
        expect([first.code, second.code]).toEqual([0, 0]);
        expect(first.output).toContain(words);
        expect(second.output).toBe(first.output);
      }
    },
    60_000,
  );

  it('writes nothing where two put words in at one point', async () => {
    const asDrafts = await applied('or-weekly.txt', 'at-noon.txt');
    expect(asDrafts).toMatchObject({ code: 1, output: '' });
    expect(asDrafts.errors).toMatch(/at-noon\.txt: In Section K, 1\.1, both changes put words in at the same point/);
    const asOperations = await applied('or-weekly.json', 'at-noon.json');
    expect(asOperations).toMatchObject({ code: 1, output: '' });
    expect(asOperations.errors).toMatch(/operation 1: The text of “Section K, 1\.1” does not read “daily and” there/);
  }, 60_000);

  it('finds words again for operations that say only by positions where they are', async () => {
    const at = CODE.indexOf(' and shall') - CODE.indexOf('Each Supplier');
    const bare = writeOperationsJson([
      {
        kind: 'substitute',
        target: byNumbers('1.1'),
        selection: { by: 'span', part: 'text', start: at, end: at },
        replacement: Text.of(' (or weekly)'),
      },
    ]);
    command.file('bare.json', bare);
    expect((await applied('every.txt', 'bare.json')).output).toContain(
      'Each and every Supplier shall read each Widget daily (or weekly) and shall',
    );
    expect(await applied('at-noon.txt', 'bare.json')).toMatchObject({ code: 1, output: '' });
  }, 60_000);
});
