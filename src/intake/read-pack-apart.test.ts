import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOWLEDGE } from '../formats/pack/default-knowledge.ts';
import { fixturePack } from '../formats/pack/fixtures/packs.ts';
import { readPack } from './read-pack.ts';
import { readPackApart } from './read-pack-apart.ts';

const bytes = new TextEncoder().encode(fixturePack('ccag-31'));

describe('Reading a pack on a thread of its own', () => {
  it('gives what reading it here gives', async () => {
    const apart = await readPackApart(bytes, 'pack.txt', DEFAULT_KNOWLEDGE);
    expect(apart).toEqual(JSON.parse(JSON.stringify(await readPack(bytes, 'pack.txt', DEFAULT_KNOWLEDGE))));
  });

  it('leaves this thread free to turn meanwhile', async () => {
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 5);
    await readPackApart(bytes, 'pack.txt', DEFAULT_KNOWLEDGE);
    clearInterval(turning);
    expect(turns).toBeGreaterThan(5);
  });

  it('is ended when it takes too long, with a sentence that says so', async () => {
    const ended = await readPackApart(bytes, 'pack.txt', DEFAULT_KNOWLEDGE, 1);
    expect(ended).toMatchObject({
      kind: 'failed',
      failure: { code: 'unreadable-file', detail: expect.stringContaining('took too long') as unknown },
    });
  });
});
