/** From words typed in a field to what the server is sent, and from its keys to words for people. Pure. */
import { failed, ok, type Result } from '../../values/result.ts';
import type { Problem } from '../api/problem.ts';
import type { Option } from '../parts/fields.tsx';
import { keyInWords } from '../parts/words.ts';

/** Empty words take the value away. */
export const orNull = (words: string): string | null => (words.trim() === '' ? null : words.trim());

/** `M6, M8` → two references. */
export const listed = (words: string): readonly string[] =>
  words
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** A choice of keys, each in words. */
export const optionsOf = (keys: readonly string[]): readonly Option[] =>
  keys.map((key) => ({ value: key, label: keyInWords(key) }));

export const RAG_OPTIONS: readonly Option[] = [
  { value: 'none', label: 'Not rated' },
  { value: 'green', label: 'Green' },
  { value: 'amber', label: 'Amber' },
  { value: 'red', label: 'Red' },
];

/** `£60,000` → 60000, empty → null; a problem in words for anything but a whole number that is not negative. */
export function readWhole(label: string, words: string, example: string): Result<number | null, Problem> {
  const bare = words.replaceAll(/[£,\s]/g, '');
  if (bare === '') return ok(null);
  if (/^\d{1,10}$/.test(bare)) return ok(Number(bare));
  return failed({
    kind: 'problem',
    type: 'about:blank',
    title: 'Not a whole number',
    status: 0,
    detail: `“${words}” is no whole number for ${label}. Give one such as ${example}, or leave it empty.`,
    code: 'invalid-value',
    errors: [],
  });
}

/** `+28 days`, `−3 days`, `on time`; empty where no day is known. The minus is a true minus. */
export function slipWords(days: number | null): string {
  if (days === null) return '';
  if (days === 0) return 'on time';
  return `${days > 0 ? '+' : '−'}${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
}
