/** A citation as it is written, before it is known what it leads to. */

/** A label: `F2.6(a)(i)` is letters F, number 2.6, brackets (a) and (i). Any of the three may be missing, not all. */
export interface CitedLabel {
  readonly letters: string;
  readonly whole: string;
  readonly brackets: readonly string[];
  /** Whether a space parts letters and number: `S 2.3`. */
  readonly apart: boolean;
}

/** One thing cited: with the range of words that cite it. */
export interface CitedItem {
  readonly start: number;
  readonly end: number;
  readonly label: CitedLabel;
  /** The end of a range ("2.6 to 2.9") whose beginning is the item before it. */
  readonly endsRange: boolean;
}

/** What an item is said to be in: "of Schedule 2", "of this section", "of that section", "of the Electricity Act 1989". */
export type CitedContainer =
  | { readonly kind: 'numbered'; readonly name: string; readonly label: CitedLabel }
  | { readonly kind: 'this'; readonly name: string }
  | { readonly kind: 'that'; readonly name: string }
  | { readonly kind: 'document'; readonly title: string };

/** A whole citation: items of one name, all in the same containers, the inner one first. */
export interface Citation {
  /** In lower case and in the singular; `§` for the sign; empty for a bare `S 2.3.1(a)`. */
  readonly name: string;
  readonly items: readonly CitedItem[];
  readonly containers: readonly CitedContainer[];
  /** "this Section", standing alone: no items. */
  readonly isThis: boolean;
  readonly start: number;
  readonly end: number;
}

/** The label that "(iii)" stands for after "(b)(4)(B)(ii)", for the item after it in turn. */
export function fuller(previous: CitedItem, item: CitedItem): CitedItem {
  const kept = Math.max(previous.label.brackets.length - item.label.brackets.length, 0);
  const brackets = [...previous.label.brackets.slice(0, kept), ...item.label.brackets];
  return { ...item, label: { ...previous.label, brackets } };
}
