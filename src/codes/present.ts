/** Presenting immutable values: the answer schemas speak of plain arrays, the values are read-only ones. */
export type Presented<Value> = Value extends readonly (infer Element)[]
  ? Presented<Element>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Presented<Value[Key]> }
    : Value;

/** The same value, typed for an answer; whoever presents it does not write to it. */
export const presented = <Value>(value: Value): Presented<Value> => value as Presented<Value>;
