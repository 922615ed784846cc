/**
 * Words for screen readers, and the short notes at the foot of the screen. Both live outside React's tree of parts, so
 * that a save made by a field that has since gone away is still announced.
 */
import { useSyncExternalStore } from 'react';

export interface Note {
  readonly id: number;
  readonly words: string;
  readonly tone: 'plain' | 'problem';
  /** One thing that can still be done about it, such as undo. */
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

interface Board {
  readonly said: string;
  readonly notes: readonly Note[];
}

let board: Board = { said: '', notes: [] };
let nextId = 1;
const listeners = new Set<() => void>();

const put = (next: Board): void => {
  board = next;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says words to screen readers through the page's live region. The same words twice are heard twice. */
export function announce(words: string): void {
  const unlike = board.said === words ? `${words}\u00a0` : words;
  put({ ...board, said: unlike });
}

/** Takes a note away before its time. */
export function dismiss(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  put({ ...board, notes: board.notes.filter((note) => note.id !== id) });
}

/** How long a note stays, which is how long a change can be undone from it. */
export const NOTE_SECONDS = 10;

const timers = new Map<number, ReturnType<typeof setTimeout>>();

const count = (id: number): void => {
  timers.set(
    id,
    setTimeout(() => dismiss(id), NOTE_SECONDS * 1000),
  );
};

/** Keeps all notes while somebody points at them or has the focus in them (WCAG 2.2.1). */
export function holdNotes(): void {
  for (const timer of timers.values()) clearTimeout(timer);
}

/** Counts the ten seconds of every note from now. */
export function releaseNotes(): void {
  holdNotes();
  for (const { id } of board.notes) count(id);
}

/** Shows a note for ten seconds, and announces it. Returns its id for `dismiss`. */
export function note(
  words: string,
  options: { readonly tone?: Note['tone']; readonly action?: Note['action'] } = {},
): number {
  const id = nextId;
  nextId += 1;
  const made: Note = { id, words, tone: options.tone ?? 'plain', action: options.action ?? null };
  put({ said: words, notes: [...board.notes.slice(-2), made] });
  count(id);
  return id;
}

/** What is announced and noted now. */
export const useBoard = (): Board => useSyncExternalStore(subscribe, () => board);
