import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be', mark: boolean) => {
  const buffer = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return new Uint8Array(order === 'le' ? buffer : buffer.swap16());
};
const kindOf = (bytes: Uint8Array) => {
  const result = decodeText(bytes);
  return result.kind === 'ok' ? result.value.text : result.failure.kind;
};

describe('decodeText', () => {
  it('reads UTF-8 with and without a mark, and UTF-16 of both orders with and without', () => {
    const text = 'Agenda – 23 November: £60k\n';
    expect(kindOf(utf8(text))).toBe(text);
    expect(kindOf(utf8(`\ufeff${text}`))).toBe(text);
    for (const order of ['le', 'be'] as const)
      for (const mark of [true, false]) expect(kindOf(utf16(text, order, mark))).toBe(text);
  });

  it('reads plain Western text as Windows-1252 and says so, with the line', () => {
    const bytes = Uint8Array.from([
      ...utf8('Line one is long enough\nCost '),
      0xa3,
      ...utf8('60k '),
      0x96,
      0x20,
      0x93,
      ...utf8('ok'),
      0x94,
    ]);
    const result = decodeText(bytes);
    expect(result).toMatchObject({ kind: 'ok', value: { text: 'Line one is long enough\nCost £60k – “ok”' } });
    expect(result.kind === 'ok' && result.value.notes[0]?.message).toContain('line 2');
  });

  it('refuses UTF-8 with a broken character and says where', () => {
    const result = decodeText(Uint8Array.from([...utf8('Caf\u00e9\nab'), 0xa3, ...utf8('60 and more words')]));
    expect(result).toMatchObject({ kind: 'failed', failure: { kind: 'not-text' } });
    expect(result.kind === 'failed' && result.failure.message).toContain('Line 2');
  });

  it('knows text that was cut in the middle of a character', () => {
    expect(kindOf(utf8('Caf\u00e9 – \u2013').subarray(0, -1))).toBe('truncated');
    expect(kindOf(utf16('cut', 'le', true).subarray(0, -1))).toBe('truncated');
  });

  it('refuses binary data', () => {
    expect(kindOf(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 9, 9, 9]))).toBe('not-text');
    expect(kindOf(Uint8Array.from({ length: 300 }, (_, index) => 0x80 + (index % 100)))).toBe('not-text');
  });

  it('gives back any text written in UTF-8, and never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const clean = text.replace(/(?!\s)\p{Cc}|\ufeff/gu, '');
        expect(kindOf(utf8(clean))).toBe(clean);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(['ok', 'failed']).toContain(decodeText(bytes).kind);
      }),
    );
  });
});
