import { describe, expect, it } from 'vitest';
import { Provision } from '../provision.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';
import { recogniseVersion } from './recognise-version.ts';

const made = (...sections: readonly (readonly [kind: string, number: string, words: string])[]): Version => {
  const children = sections.map(
    ([kind, number, words], index) => new Provision({ id: String(index), kind, number, text: Text.of(words) }),
  );
  const version = Version.of(new Provision({ id: 'root', kind: 'act', children }));
  if (version.kind === 'failed') throw new Error(version.failure.message);
  return version.value;
};
const best = (version: Version, jurisdiction: string | null = null): string | undefined =>
  recogniseVersion(version, jurisdiction)[0]?.style.id;

describe('recognising the style of a text whose provisions are told apart', () => {
  const plain = made(['section', '1', 'Words.'], ['section', '2', 'Words.']);

  it('goes by whose law it is, where that is said', () => {
    expect(best(plain, 'us')).toBe('us-code');
    expect(best(made(['section', 'SEC. 2.', 'Words of section 1.']), 'us')).toBe('us-code');
    expect(best(made(['section', '§ 2', 'Words.']), 'gb')).not.toBe('us-code');
  });

  it('goes by its numbers and its ways of citing where nothing is said, or nothing that is known', () => {
    const american = made(
      ['section', '§ 9-101', 'As in subsection (a) of this section.'],
      ['section', '§ 9-102', 'See § 9-101.'],
    );
    const act = made(
      ['section', '1', 'This Act is as in section 2(1) and subsection (3).'],
      ['section', '2', 'The Secretary of State may act under section 1.'],
    );
    for (const said of [null, 'uy']) {
      expect(best(american, said)).toBe('us-code');
      expect(best(act, said)).toBe('uk-act');
    }
    expect(best(made(['paragraph', '2.1', 'Each BM Unit, as in Section F2.6.']))).toBe('bsc');
  });

  it('answers for a text without numbers, too', () => {
    for (const { score } of recogniseVersion(made(['section', '', 'Words.']))) expect(score).toBeGreaterThanOrEqual(0);
  });
});
