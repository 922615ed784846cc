import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useGet } from '../api/queries.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { pages } from './pages.ts';
import { places } from './places.ts';
import { placeOf } from './search.ts';
import styles from './Palette.module.css';

interface PaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What a reference may stand for: `R0225` can be a change of one body and a risk of another. */
interface Resolution {
  readonly items: readonly {
    readonly kind: string;
    readonly reference: string;
    readonly title: string | null;
    /** Its page. */
    readonly href: string | null;
  }[];
}

interface Choice {
  readonly path: string;
  readonly label: string;
  readonly about: string;
}

/** Ctrl-K: type a page's name or a reference as anybody would write it, and go there. */
export function Palette({ open, onClose }: PaletteProps): ReactNode {
  return (
    <Dialog open={open} title="Find a page or a reference" onClose={onClose} size="wide" plain>
      <Finder onClose={onClose} />
    </Dialog>
  );
}

/** Words with a digit may be a reference; those without can only be a page. */
const mayBeReference = (words: string): boolean => /\d/.test(words) && words.length >= 2;

function useChoices(words: string): { readonly choices: readonly Choice[]; readonly asking: boolean } {
  const asked = useDeferredValue(words.trim());
  const resolved = useGet<Resolution>('/api/resolve', { reference: asked }, { enabled: mayBeReference(asked) });
  const offered = new Set(pages.map((page) => page.path));
  const lower = words.trim().toLowerCase();
  const named: readonly Choice[] = places
    .filter((place) => offered.has(place.path))
    .filter((place) => `${place.label} ${place.about}`.toLowerCase().includes(lower));
  if (!mayBeReference(asked)) return { choices: named, asking: false };
  const records = (resolved.data?.items ?? []).flatMap((item): readonly Choice[] => {
    const about = [kindInWords(item.kind), item.title].filter(Boolean).join(': ');
    return item.href === null ? [] : [{ path: item.href, label: item.reference, about }];
  });
  return { choices: [...records, ...named], asking: resolved.isFetching };
}

/** `changeRequest` → `change request`. */
const kindInWords = (kind: string): string =>
  kind
    .replace(/([A-Z])/g, ' $1')
    .replaceAll('-', ' ')
    .toLowerCase();

function Finder({ onClose }: { readonly onClose: () => void }): ReactNode {
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const { choices, asking } = useChoices(words);
  const current = Math.min(at, choices.length - 1);
  const go = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    onClose();
    void navigate(placeOf(choice.path));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(current + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0));
    else if (event.key === 'Enter') go(choices[current]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className={styles.field}
        role="combobox"
        aria-label="Find a page or a reference"
        aria-expanded={choices.length > 0}
        aria-controls={list}
        aria-activedescendant={choices.length > 0 ? `${list}-${String(current)}` : undefined}
        aria-autocomplete="list"
        placeholder="A reference such as R0044 or CCAG-12, or a page"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <ul id={list} role="listbox" aria-label="Found" className={styles.choices}>
        {choices.map((choice, index) => (
          <li
            key={`${choice.path} ${choice.label}`}
            id={`${list}-${String(index)}`}
            role="option"
            aria-selected={index === current}
            className={styles.choice}
            onClick={() => go(choice)}
            onMouseMove={() => setAt(index)}
          >
            <span className={styles.label}>{choice.label}</span>
            <span className={styles.about}>{choice.about}</span>
          </li>
        ))}
      </ul>
      <p className={styles.state} role="status">
        {choices.length > 0 ? '' : asking ? 'Looking…' : `Nothing in the record is called “${words.trim()}”.`}
      </p>
    </>
  );
}
