/** Red, amber, green, as programmes report it; `none` where nothing was said. State is never colour alone. */
export const RAG_VALUES = ['red', 'amber', 'green', 'none'] as const;
export type Rag = (typeof RAG_VALUES)[number];

/** Reads `Green`, `G`, `Amber`, `Medium Risk`, `High`…; null for words that say no such thing. */
export function readRag(words: string): Rag | null {
  const lower = words.trim().toLowerCase();
  if (/^(?:g|green|low(?: risk)?|on track)$/.test(lower)) return 'green';
  if (/^(?:a|amber|yellow|medium(?: risk)?)$/.test(lower)) return 'amber';
  if (/^(?:r|red|high(?: risk)?)$/.test(lower)) return 'red';
  return lower === '' ? 'none' : null;
}
