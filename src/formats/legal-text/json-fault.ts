/**
 * Where JSON breaks. The language's own parser says so in some cases by position, in others by a snippet; whoever edited a
 * file by hand needs the line.
 */
export interface JsonFault {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** What stands there, and what should. */
  readonly message: string;
}

const WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/uy;
const BLANK = /[ \t\n\r]*/uy;

const endOf = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** The end of the string that begins at `from`, or where it goes wrong. */
function stringEnd(text: string, from: number): { readonly end: number; readonly wrong: string | null } {
  for (let index = from + 1; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0x22) return { end: index + 1, wrong: null };
    if (unit < 0x20)
      return { end: index, wrong: 'a line break or tab stands within quotation marks; write \\n or \\t' };
    if (unit !== 0x5c) continue;
    const escape = text.charAt(index + 1);
    if (escape === 'u' && !/^[\dA-Fa-f]{4}$/u.test(text.slice(index + 2, index + 6)))
      return { end: index, wrong: '\\u must be followed by four hexadecimal digits' };
    if (!'"\\/bfnrtu'.includes(escape) || escape === '')
      return { end: index, wrong: 'a backslash within quotation marks must be doubled' };
    index += 1;
  }
  return { end: text.length, wrong: 'the file ends within quotation marks' };
}

/** What may come next. */
type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end';

const IN_WORDS: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value or ]': 'a value or “]”',
  name: 'a name in quotation marks',
  'name or }': 'a name in quotation marks or “}”',
  ':': 'a colon',
  ', or end': 'a comma, or the closing bracket',
};

/**
 * The first place at which `text` is not JSON; null where it is. Walks the text once, with a list of the open brackets
 * instead of recursion, so that depth costs no stack.
 */
export function jsonFault(text: string): JsonFault | null {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const fault = (index: number, message: string): JsonFault => {
    const before = text.slice(0, index);
    return { line: before.split('\n').length, column: index - before.lastIndexOf('\n'), message };
  };
  for (;;) {
    at = endOf(BLANK, text, at);
    const sign = text.charAt(at);
    const isDone: boolean = expected === ', or end' && open.length === 0;
    if (sign === '') {
      if (isDone) return null;
      return fault(at, open.length > 0 ? 'the file ends too early: a bracket is not closed' : 'there is nothing here');
    }
    if (isDone) return fault(at, 'there is more after the end');
    const closes: string = open.at(-1) === '{' ? '}' : ']';
    const mayClose = expected === ', or end' || expected === (closes === ']' ? 'value or ]' : 'name or }');
    if (open.length > 0 && sign === closes && mayClose) {
      open.pop();
      expected = ', or end';
      at += 1;
    } else if (expected === ', or end' && sign === ',') {
      expected = closes === ']' ? 'value' : 'name';
      at += 1;
    } else if (expected === ':' && sign === ':') {
      expected = 'value';
      at += 1;
    } else if ((expected === 'name' || expected === 'name or }') && sign === '"') {
      const { end, wrong } = stringEnd(text, at);
      if (wrong !== null) return fault(end, wrong);
      expected = ':';
      at = end;
    } else if (expected === 'value' || expected === 'value or ]') {
      if (sign === '{' || sign === '[') {
        open.push(sign);
        expected = sign === '{' ? 'name or }' : 'value or ]';
        at += 1;
        continue;
      }
      if (sign === '"') {
        const { end, wrong } = stringEnd(text, at);
        if (wrong !== null) return fault(end, wrong);
        at = end;
      } else {
        const end = endOf(WORD, text, at);
        if (end === -1) return fault(at, `expected ${IN_WORDS[expected]}, but found “${sign}”`);
        at = end;
      }
      expected = ', or end';
    } else return fault(at, `expected ${IN_WORDS[expected]}, but found “${sign}”`);
  }
}
