/** Results go to standard output, remarks to standard error, so that what is piped on is the result alone. */
export const say = (words: string): void => {
  process.stdout.write(words.endsWith('\n') ? words : `${words}\n`);
};

export const remark = (words: string): void => {
  process.stderr.write(`${words}\n`);
};

/** `1 finding`, `2 findings`. */
export const counted = (count: number, one: string, many: string = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
