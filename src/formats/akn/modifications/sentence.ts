import type { Provision } from '../../../legaltext/provision.ts';
import { Text, type Attributes } from '../../../legaltext/text.ts';

/** One sentence of an amending section while it is put together, and the provisions that are quoted at its end. */
export class Sentence {
  text = Text.EMPTY;
  quoted: Provision | undefined;

  words(words: string): this {
    this.text = this.text.concat(Text.of(words));
    return this;
  }

  /** Words under an inline mark with these attributes, and with the marks of their own. */
  marked(inner: Text, attributes: Attributes): this {
    const mark = { kind: 'inline', start: 0, end: inner.words.length, attributes } as const;
    this.text = this.text.concat(Text.of(inner.words, [mark, ...inner.marks]));
    return this;
  }
}
