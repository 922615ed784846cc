import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Provision } from '../../legaltext/provision.ts';
import { Text } from '../../legaltext/text.ts';
import { versions } from '../../legaltext/testing/arbitraries.ts';
import { PROPERTY_RUNS } from '../../legaltext/testing/runs.ts';
import { aknDocument } from './document.ts';
import { isAkn, readAkn } from './read-akn.ts';
import { hostileVersions } from './testing/hostile-versions.ts';
import { expectSame, sound, value } from './testing/same-document.ts';
import { AKN_DATA, canValidate, hasAknData, schemaErrors } from './testing/schema.ts';
import { elementOf } from './vocabulary.ts';
import { writeAkn } from './write-akn.ts';

describe.runIf(hasAknData)('the published examples', () => {
  const examples = hasAknData ? fs.readdirSync(path.join(AKN_DATA, 'examples')) : [];

  it.each(examples)('%s comes back equal, in the final namespace', (name) => {
    const before = value(readAkn(fs.readFileSync(path.join(AKN_DATA, 'examples', name)), name));
    const written = writeAkn(before);
    expect(written).not.toContain('/WD17"');
    expectSame(value(readAkn(written)), before);
  });

  it.runIf(canValidate)('are valid by the schema when they are written again', () => {
    const written = examples.map((name) =>
      writeAkn(value(readAkn(fs.readFileSync(path.join(AKN_DATA, 'examples', name)), name))),
    );
    expect(schemaErrors(written)).toBe('');
  });
});

describe('a version written as Akoma Ntoso', () => {
  it('comes back equal, by hash and ids', () => {
    fc.assert(
      fc.property(versions(), (before) => {
        expectSame(value(readAkn(writeAkn(aknDocument(before)))), { ...aknDocument(before) });
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('comes back equal whatever is in it', () => {
    fc.assert(
      fc.property(hostileVersions, (before) => {
        expectSame(value(readAkn(writeAkn(aknDocument(before)))), aknDocument(before));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('keeps what is said of the words of a paragraph that is an element itself', () => {
    const passage = new Provision({
      id: 'p',
      kind: 'passage',
      text: Text.of('Words.'),
      attributes: { 'text@class': 'a' },
    });
    const before = sound(
      new Provision({
        id: 'root',
        kind: 'act',
        children: [new Provision({ id: 'c', kind: 'clause', children: [passage] })],
      }),
    );
    expectSame(value(readAkn(writeAkn(aknDocument(before)))), aknDocument(before));
  });

  it.runIf(canValidate)('is valid by the schema', () => {
    const files = [
      ...fc.sample(versions(), { numRuns: Math.ceil(PROPERTY_RUNS / 2), seed: 1 }),
      ...fc.sample(hostileVersions, { numRuns: PROPERTY_RUNS, seed: 2 }),
    ].map((version) => writeAkn(aknDocument(version)));
    expect(schemaErrors(files)).toBe('');
  });

  it('is known by its content', () => {
    const written = writeAkn(aknDocument(sound(new Provision({ id: 'root', kind: 'act' }))));
    expect(isAkn(written)).toBe(true);
    expect(isAkn(new TextEncoder().encode(written))).toBe(true);
    expect(isAkn('<html><body>akomaNtoso</body></html>')).toBe(false);
    expect(elementOf('passage')).toBe('p');
  });
});
