/** What any record is called and where it is shown, so that a link by (kind, id) can be read by a person. */
export interface NamedRecord {
  readonly kind: string;
  readonly id: string;
  /** As printed: `CCAG08-06`, `REC R0044`; where a kind has no references, what it is: `Deliverable`. */
  readonly reference: string;
  readonly title: string;
  /** The page that shows it, or the place on the page. */
  readonly href: string;
}

export interface RecordKey {
  readonly kind: string;
  readonly id: string;
}

/** `action:action_01,milestone:milestone_02` as keys, each once; null for words of another form. */
export function readRecordKeys(words: string): readonly RecordKey[] | null {
  const keys = new Map<string, RecordKey>();
  for (const part of words.split(',').map((one) => one.trim())) {
    if (part === '') continue;
    const at = part.indexOf(':');
    if (at < 1 || at === part.length - 1) return null;
    keys.set(part, { kind: part.slice(0, at), id: part.slice(at + 1) });
  }
  return [...keys.values()];
}
