import { Link, useRouterState } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { pages } from './pages.ts';
import { places } from './places.ts';
import { useSession } from './session.ts';
import styles from './Rail.module.css';

/** The main places down the left; on narrow screens a bar with a menu. */
export function Rail(): ReactNode {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { programme } = useSession();
  // The menu is open for the page it was opened on: going elsewhere closes it.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const open = openOn === path;
  const offered = new Set(pages.map((page) => page.path));
  return (
    <header className={styles.rail} data-open={open || undefined}>
      <div className={styles.top}>
        <Link to="/" className={styles.name}>
          <Mark />
          <span>Pandect</span>
        </Link>
        <button
          type="button"
          className={styles.menu}
          aria-expanded={open}
          aria-controls="places"
          onClick={() => setOpenOn(open ? null : path)}
        >
          {open ? 'Close' : 'Menu'}
        </button>
      </div>
      <nav id="places" className={styles.places} aria-label="Main">
        {programme !== null && <p className={styles.programme}>{programme}</p>}
        <ul>
          {places
            .filter((place) => offered.has(place.path))
            .map((place) => {
              const here = place.path === '/' ? path === '/' : path === place.path || path.startsWith(`${place.path}/`);
              return (
                <li key={place.path}>
                  <Link to={place.path} className={styles.place} aria-current={here ? 'page' : undefined}>
                    {place.label}
                  </Link>
                </li>
              );
            })}
        </ul>
      </nav>
    </header>
  );
}

/** The mark: an open book of two columns. */
function Mark(): ReactNode {
  return (
    <svg className={styles.mark} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <rect x="0.500" y="1.500" width="19" height="17" rx="2" fill="var(--accent-fill)" />
      <path d="M10 2v16" stroke="#ffffff" strokeWidth="1.200" />
      <path
        d="M3.500 6h4M3.500 9h4M3.500 12h2.500M12.500 6h4M12.500 9h4M12.500 12h4M12.500 15h2"
        stroke="#ffffff"
        strokeWidth="1.200"
      />
    </svg>
  );
}
