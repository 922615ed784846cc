/**
 * Single-key shortcuts (`/`, `?`, `j`, `k`, `g` and a letter). They can be switched off in the list of keys, because
 * people who speak to their computer set them off by accident (WCAG 2.1.4). They never fire while somebody types.
 */
import { useSyncExternalStore } from 'react';

const STORED = 'pandect-single-keys';
const listeners = new Set<() => void>();

/** True when single-key shortcuts are on: the default. */
export const singleKeysOn = (): boolean => localStorage.getItem(STORED) !== 'off';

/** Switches the single-key shortcuts on or off in this browser. */
export function setSingleKeys(on: boolean): void {
  localStorage.setItem(STORED, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

export const useSingleKeys = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, singleKeysOn);

/** True when a key press is typing, or belongs to an open dialog, menu or popover, and so is not a shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const target = event.target;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, dialog, [role=menu], [role=dialog]') !== null)
  );
}

/** True when the event is a single-key shortcut that should be acted on. */
export const isShortcut = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented && singleKeysOn() && !isTyping(event);
