import { note } from './announce.ts';

/** Gives the reader a file made in the page. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Puts words on the clipboard and says so; where the browser refuses, says what to do instead. */
export async function copyText(words: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    note(said);
  } catch {
    note('The browser did not allow copying. Download the file instead.', { tone: 'problem' });
  }
}

/** `Change register` → `change-register`. */
export const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
