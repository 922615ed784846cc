import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useAddress, useChangeAddress } from '../app/navigate.ts';
import { oneOf } from '../app/search.ts';
import styles from './Tabs.module.css';

export interface Tab {
  /** Short and stable: it is part of shared links. */
  readonly id: string;
  readonly label: string;
  readonly count?: number;
  /** Drawn only while chosen. */
  readonly content: () => ReactNode;
}

interface TabsProps {
  /** What the tabs divide, for screen readers. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The name in the address; `tab` unless a page has two sets. */
  readonly name?: string;
}

/** Parts of a page of which one is shown; the choice is in the address. Arrow keys move between them. */
export function Tabs({ label, tabs, name = 'tab' }: TabsProps): ReactNode {
  const address = useAddress();
  const change = useChangeAddress();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const wanted = oneOf(address[name]);
  const at = Math.max(
    0,
    tabs.findIndex((tab) => tab.id === wanted),
  );
  const chosen = tabs[at];
  if (chosen === undefined) return null;
  const choose = (index: number): void => {
    const next = tabs[(index + tabs.length) % tabs.length];
    if (next === undefined) return;
    change({ [name]: next === tabs[0] ? undefined : next.id });
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(to);
  };
  return (
    <div className={styles.tabs}>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className={`${styles.list ?? ''} screen-only`}
        onKeyDown={press}
      >
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            data-tab={tab.id}
            aria-selected={index === at}
            aria-controls={`${id}-panel`}
            tabIndex={index === at ? 0 : -1}
            className={styles.tab}
            onClick={() => choose(index)}
          >
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen.id}`}>
        <h2 className="print-only">{chosen.label}</h2>
        {chosen.content()}
      </div>
    </div>
  );
}
