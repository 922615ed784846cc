import { Text } from '../text.ts';
import { mergeMarks } from './merge-marks.ts';
import type { TextClash } from './text-clash.ts';
import { weave } from './weave.ts';

export interface TextMerge {
  readonly text: Text;
  readonly clashes: readonly TextClash[];
}

const clean = (text: Text): TextMerge => ({ text, clashes: [] });

/**
 * The base with what both sides did to it: words first, then the marks over them. Where they clash it has the words of the
 * base. Costs two comparisons by words where both sides changed the text, and nothing where only one did.
 */
export function mergeTexts(base: Text, ours: Text, theirs: Text): TextMerge {
  if (ours.equals(theirs) || theirs.equals(base)) return clean(ours);
  if (ours.equals(base)) return clean(theirs);
  const threads = weave({ base: base.words, ours: ours.words, theirs: theirs.words });
  const clashes: TextClash[] = [];
  let words = '';
  for (const thread of threads) {
    const source = thread.from === 'ours' || thread.from === 'both' ? ours : thread.from === 'theirs' ? theirs : base;
    const { start, end } = source === ours ? thread.ours : source === theirs ? thread.theirs : thread.base;
    words += source.words.slice(start, end);
    if (thread.from === 'clash')
      clashes.push({
        place: thread.base,
        base: base.slice(thread.base.start, thread.base.end),
        ours: ours.slice(thread.ours.start, thread.ours.end),
        theirs: theirs.slice(thread.theirs.start, thread.theirs.end),
      });
  }
  if (base.marks.length + ours.marks.length + theirs.marks.length === 0) return { text: Text.of(words), clashes };
  const marks = mergeMarks(threads, { base, ours, theirs });
  return { text: Text.of(words, marks.marks), clashes: [...clashes, ...marks.clashes] };
}
