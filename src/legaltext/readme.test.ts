import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as engine from './index.ts';

type Run = (pandect: typeof engine, expectation: typeof expect) => void;

/** The fenced examples of the README, as one program in which `x; // → y` expects that x is y. */
function examples(): { readonly program: string; readonly expectations: number } {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  let expectations = 0;
  const program = [...readme.matchAll(/^```js\n(.*?)^```$/gmsu)]
    .map(([, code = '']) =>
      code
        .replaceAll(/^import (\{[^}]*\}) from '.\/index.ts';$/gmu, 'var $1 = engine;')
        .replaceAll(/^(.*); \/\/ → (.*)$/gmu, (_, given: string, wanted: string) => {
          expectations += 1;
          return `expect(${given}).toEqual(${wanted});`;
        }),
    )
    .join('\n');
  return { program, expectations };
}

describe('the README', () => {
  it('has examples that do what it says', () => {
    const { program, expectations } = examples();
    expect(expectations).toBeGreaterThan(12);
    // The values that an example makes come from this realm, so that they equal what the test compares them with.
    const run = vm.runInThisContext(`(engine, expect) => { 'use strict'; ${program} }`) as Run;
    run(engine, expect);
  });
});
