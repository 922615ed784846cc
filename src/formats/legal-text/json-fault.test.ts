import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from './json-fault.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

describe('jsonFault', () => {
  it.each([
    ['{\n "a": 1,\n}', 3, 1, 'a name in quotation marks'],
    ['{"a" 1}', 1, 6, 'a colon'],
    ['["a" "b"]', 1, 6, 'a comma'],
    ['{"a": [1, 2}', 1, 12, 'a comma, or the closing bracket'],
    ['{"a": "b', 1, 9, 'the file ends within quotation marks'],
    ['{"a": 1', 1, 8, 'ends too early'],
    ['{"a": 01}', 1, 7, 'a value'],
    ['{"a":\n  nil}', 2, 3, 'a value'],
    ['"a\nb"', 1, 3, 'line break'],
    ['"C:\\Data"', 1, 4, 'backslash'],
    ['[] []', 1, 4, 'more after the end'],
    ['', 1, 1, 'nothing here'],
  ])('says where %j breaks', (text, line, column, message) => {
    const fault = jsonFault(text);
    expect(fault).toMatchObject({ line, column });
    expect(fault?.message).toContain(message);
  });

  it('finds a fault exactly where the language’s own parser does', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '"', ',', '}', ']', ':', '0', '\\', 'x'),
        (json, place, put) => {
          expect(jsonFault(json)).toBeNull();
          const at = place % (json.length + 1);
          const broken = json.slice(0, at) + put + json.slice(at + 1);
          expect(jsonFault(broken) === null).toBe(isJson(broken));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('walks a hundred thousand brackets and a string of five megabytes', () => {
    expect(jsonFault('['.repeat(100_000))?.column).toBe(100_001);
    expect(jsonFault(`"${'a'.repeat(5_000_000)}"`)).toBeNull();
  });
});
