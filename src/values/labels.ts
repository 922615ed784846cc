/** Values kept as keys, told to people in words. */

/** `with the Authority` → `With the Authority`. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Tells a fixed choice by its label, with a capital; a value that is none of them stays as it is. */
export const labelled =
  (labels: Readonly<Record<string, string>>) =>
  (value: unknown): unknown => {
    const label = typeof value === 'string' ? labels[value] : undefined;
    return label === undefined ? value : capitalised(label);
  };

/** Tells a key whose words are its own: `approved-with-conditions` → `Approved with conditions`. */
export const spelledOut = (value: unknown): unknown =>
  typeof value === 'string' ? capitalised(value.replaceAll('-', ' ')) : value;
