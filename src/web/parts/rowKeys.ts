import { useEffect, type RefObject } from 'react';
import { isShortcut } from '../app/shortcuts.ts';

/** `j` and `k` move the focus from row to row (elements marked `data-row`) of the page's first such list. */
export function useRowKeys(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if ((event.key !== 'j' && event.key !== 'k') || !isShortcut(event)) return;
      const within = container.current;
      if (within === null) return;
      const active = document.activeElement;
      // With several lists on the page, the one with the focus moves, or else the first.
      const home = active?.closest('[data-rows]') ?? document.querySelector('[data-rows]');
      if (home === null || !within.contains(home)) return;
      const rows = [...home.querySelectorAll<HTMLElement>('[data-row]')];
      const at = rows.findIndex((row) => row === active || row.contains(active));
      const next = rows[at < 0 ? 0 : event.key === 'j' ? at + 1 : at - 1];
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [container]);
}
