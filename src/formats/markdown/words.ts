const ESCAPABLE = /\\([!-/:-@[-`{-~])/gu;
const ESCAPED = /[\ue000-\ue07f]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  '#39': "'",
};

/**
 * The words of a piece of Markdown: links and pictures become their label, marks of emphasis and code go, escapes and the
 * common entities become their character, a line end or `<br>` becomes a space. Marks that have lost their partner, as in
 * `- Decision** – agreed`, go as well. Other HTML tags stay, since they may be the author's words.
 *
 * `cleanWords('**M5** [approved](#) \\*')` is `M5 approved *`.
 */
export function cleanWords(raw: string): string {
  return (
    raw
      // Escaped characters wait in the private use area until the marks are gone.
      .replace(ESCAPABLE, (_, character: string) => String.fromCharCode(0xe000 + character.charCodeAt(0)))
      .replace(/!?\[([^[\]\n]*)\]\([^()\s]*\)/gu, '$1')
      .replace(/<br ?\/?>|\n[ \t>]*/giu, ' ')
      .replace(/\*\*|(?<!\w)__|__(?!\w)|`/gu, '')
      .replace(/(?<![\w*])\*(?=\S)([^*]+)\*(?![\w*])/gu, '$1')
      .replace(/(?<!\w)_(?=\S)([^_]+)_(?!\w)/gu, '$1')
      .replace(/&(amp|lt|gt|quot|nbsp|#39);/gu, (_, name: string) => ENTITIES[name] ?? '')
      .replace(ESCAPED, (character) => String.fromCharCode(character.charCodeAt(0) - 0xe000))
      .trim()
  );
}
