import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { places } from './places.ts';
import { isShortcut, setSingleKeys, useSingleKeys } from './shortcuts.ts';
import styles from './Keys.module.css';

interface KeysProps {
  readonly open: boolean;
  readonly onOpen: (what: 'palette' | 'keys') => void;
  readonly onClose: () => void;
}

/** How long after `g` a letter still goes somewhere. */
const GO_MS = 1500;

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['Ctrl', 'K'], 'Find a page or a reference, and go there'],
  [['/'], 'Go to the page’s filter'],
  [['j'], 'Next row'],
  [['k'], 'Previous row'],
  [['Enter'], 'Open the row; edit the field'],
  [['Esc'], 'Leave a field as it was; close what is open'],
  [['?'], 'This list'],
];

/** Listens for the keys that work on every page, and lists them when asked. */
export function Keys({ open, onOpen, onClose }: KeysProps): ReactNode {
  const navigate = useNavigate();
  const singleKeys = useSingleKeys();
  // Never yet: a page is younger than the time that `g` waits for its letter.
  const wentAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onOpen('palette');
        return;
      }
      if (!isShortcut(event)) return;
      const place = places.find((one) => one.key === event.key);
      if (place !== undefined && event.timeStamp - wentAt.current < GO_MS) {
        event.preventDefault();
        void navigate({ to: place.path });
      } else if (event.key === '?') {
        event.preventDefault();
        onOpen('keys');
      } else if (event.key === '/') {
        const filter = document.querySelector<HTMLElement>('[data-page-filter]');
        if (filter !== null) {
          event.preventDefault();
          filter.focus();
        }
      }
      wentAt.current = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [navigate, onOpen]);

  return (
    <Dialog open={open} title="Keys" onClose={onClose} size="wide">
      <div className={styles.lists}>
        <dl className={styles.list}>
          {KEYS.map(([keys, does]) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <dl className={styles.list}>
          {places.map((place) => (
            <div key={place.path}>
              <dt>
                <kbd>g</kbd>
                <kbd>{place.key}</kbd>
              </dt>
              <dd>{place.label}</dd>
            </div>
          ))}
        </dl>
      </div>
      <label className={styles.toggle}>
        <input type="checkbox" checked={singleKeys} onChange={(event) => setSingleKeys(event.target.checked)} />{' '}
        Single-key shortcuts are on in this browser
      </label>
    </Dialog>
  );
}
