import * as fc from 'fast-check';
import { Provision } from '../provision.ts';
import { Text } from '../text.ts';
import { Version } from '../version.ts';

/**
 * How a failing case is printed: a text as its words with its marks, a provision as one line per provision, the rest as
 * JSON; so that a case brought down to a few provisions can be read.
 */
export function printed<Value extends object>(value: Value): Value {
  Object.defineProperty(value, fc.toStringMethod, { value: () => inWords(value), enumerable: false });
  return value;
}

/** A text as one string, its marks behind it. */
function textInWords(text: Text): string {
  const marks = text.marks.map(({ kind, start, end }) => ` {${kind} ${String(start)}-${String(end)}}`).join('');
  return `${JSON.stringify(text.words)}${marks}`;
}

function lines(provision: Provision, indent: string): string {
  const parts = [`${provision.id}: ${provision.kind} ${JSON.stringify(provision.number)}`];
  if (!provision.heading.isEmpty) parts.push(`heading ${textInWords(provision.heading)}`);
  if (!provision.text.isEmpty) parts.push(`text ${textInWords(provision.text)}`);
  if (!provision.tail.isEmpty) parts.push(`tail ${textInWords(provision.tail)}`);
  if (Object.keys(provision.attributes).length > 0) parts.push(JSON.stringify(provision.attributes));
  const under = provision.children.map((child) => lines(child, `${indent}  `)).join('');
  return `\n${indent}${parts.join(' ')}${under}`;
}

function inWords(value: unknown): string {
  if (value instanceof Version) return lines(value.root, '    ');
  if (value instanceof Provision) return lines(value, '      ');
  if (typeof value === 'function') return 'a function of the text';
  if (value instanceof Text) return textInWords(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(inWords).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, each]) => `${name}: ${inWords(each)}`);
  return entries.some((entry) => entry.includes('\n')) ? `\n  ${entries.join('\n  ')}` : `{ ${entries.join(', ')} }`;
}
