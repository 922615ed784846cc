/** Gives each different string a small whole number, so that sequences of strings are compared as sequences of numbers. */
export class Interner {
  private readonly numbers = new Map<string, number>();

  /** How many different strings there are: all numbers are below it. */
  get size(): number {
    return this.numbers.size;
  }

  numberOf(item: string): number {
    const known = this.numbers.get(item);
    if (known !== undefined) return known;
    const next = this.numbers.size;
    this.numbers.set(item, next);
    return next;
  }

  /** The numbers of many strings. */
  all(items: readonly string[]): Int32Array {
    const numbers = new Int32Array(items.length);
    for (let index = 0; index < items.length; index += 1) numbers[index] = this.numberOf(items[index] ?? '');
    return numbers;
  }
}
