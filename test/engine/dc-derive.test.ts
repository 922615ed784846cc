import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalText, sectionsOf } from '../../src/formats/openlaw/replay-pack.ts';
import { apply } from '../../src/legaltext/apply.ts';
import { derive } from '../../src/legaltext/derive/derive.ts';
import type { Operation } from '../../src/legaltext/operation.ts';
import { provisionsUnder } from '../../src/legaltext/provision.ts';
import { acceptAll, rejectAll } from '../../src/legaltext/redline/accept-and-reject.ts';
import { redline } from '../../src/legaltext/redline/redline.ts';
import type { Version } from '../../src/legaltext/version.ts';
import { codeOf, hasConsolidationPack, unpackConsolidationPack } from '../support/consolidation-pack.ts';

/** Eight years of a real code without its laws: only the text before and the text after are known. */
describe.runIf(hasConsolidationPack)('the official text of 2024, derived from that of 2016', () => {
  let remove: () => void = () => undefined;
  let before: Version;
  let after: Version;
  let operations: readonly Operation[];

  beforeAll(() => {
    const pack = unpackConsolidationPack();
    remove = pack.remove;
    before = codeOf(pack.directory, 'base');
    after = codeOf(pack.directory, 'expected');
    operations = derive(before, after);
  });

  afterAll(() => remove());

  it('is what the derived operations make of the older one, to the hash', () => {
    const made = apply(before, operations);
    expect(made.kind === 'failed' ? made.failure.map(({ message }) => message).slice(0, 5) : []).toEqual([]);
    if (made.kind === 'failed') return;
    expect(made.value.hash).toBe(after.hash);
    const [ours, official] = [sectionsOf(made.value), sectionsOf(after)];
    expect([...ours.keys()]).toEqual([...official.keys()]);
    for (const [number, section] of ours) {
      const twin = official.get(number);
      if (twin !== section) expect(canonicalText(section)).toBe(twin === undefined ? undefined : canonicalText(twin));
    }
  });

  it('takes operations that say what happened, not a new code in place of the old', () => {
    const count = (kind: Operation['kind']): number => operations.filter((each) => each.kind === kind).length;
    const putIn = operations
      .flatMap((each) => (each.kind === 'insert' || each.kind === 'replace' ? each.provisions : []))
      .reduce((sum, provision) => sum + [...provisionsUnder(provision)].length, 0);
    const all = [...provisionsUnder(after.root)].length;
    expect(count('substitute')).toBeGreaterThan(1000);
    expect(count('insert')).toBeGreaterThan(500);
    // New law makes up about a fifth of the text; what stayed is not put in anew.
    expect(putIn / all).toBeLessThan(0.3);
  });

  it('can be shown as one redline that gives both texts back', () => {
    const shown = redline(before, after);
    expect(acceptAll(shown).hash).toBe(after.hash);
    expect(rejectAll(shown).hash).toBe(before.hash);
  });
});
