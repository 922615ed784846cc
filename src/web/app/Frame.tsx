import { Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Notes } from '../parts/Notes.tsx';
import { Keys } from './Keys.tsx';
import { useMoment } from './moment.ts';
import { Palette } from './Palette.tsx';
import { ProgressLine } from './ProgressLine.tsx';
import { Rail } from './Rail.tsx';
import { TimeBar } from './TimeBar.tsx';
import styles from './Frame.module.css';

/** What surrounds every page: navigation, the time bar, the notes, the keys; in the past, the amber edge. */
export function Frame(): ReactNode {
  const { inPast } = useMoment();
  const main = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? null });
  const title = useMatches({ select: (matches) => matches.at(-1)?.staticData.title ?? null });
  const before = useRef<string | null>(null);

  useLayoutEffect(() => {
    document.title = title === null ? 'Pandect' : `${title} · Pandect`;
  }, [title, path]);

  // A new page is read from its heading, not from wherever the link was.
  useEffect(() => {
    if (path === null) return;
    if (before.current !== null && before.current !== path)
      (main.current?.querySelector('h1') ?? main.current)?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);

  return (
    <div className={styles.frame} data-past={inPast || undefined}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the page
      </a>
      <ProgressLine />
      <Rail />
      <div className={styles.column}>
        <TimeBar onFind={() => setOpen('palette')} onKeys={() => setOpen('keys')} />
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
      </div>
      <Notes />
      <Palette open={open === 'palette'} onClose={() => setOpen(null)} />
      <Keys open={open === 'keys'} onOpen={setOpen} onClose={() => setOpen(null)} />
      {inPast && <div className={styles.past} aria-hidden="true" />}
    </div>
  );
}
