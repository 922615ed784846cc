/** The kinds of record that this capability keeps, as links name them. */
const KINDS: ReadonlySet<string> = new Set(['group', 'meeting', 'agenda-item', 'action', 'decision']);

/** Whether records of a kind are kept here; other kinds are other capabilities'. */
export const isKindOfMeetings = (kind: string): boolean => KINDS.has(kind);
