import type { ReactNode } from 'react';
import { widthOf } from '../parts/picture/labels.ts';
import { Arrow, Diamond, Reached } from './marks.tsx';
import styles from './PlanPicture.module.css';

interface Entry {
  readonly words: string;
  readonly mark: ReactNode;
  /** Width of the mark. */
  readonly wide: number;
}

const ENTRIES: readonly Entry[] = [
  { words: 'Baseline', wide: 10, mark: <line x1={4} x2={4} y1={-8} y2={8} className={styles.baseline} /> },
  { words: 'Target', wide: 20, mark: <Diamond x={8} size={8} className={styles.target} /> },
  { words: 'Forecast', wide: 16, mark: <Diamond x={7} size={5.5} className={styles.forecast} /> },
  {
    words: 'Forecast unexamined',
    wide: 16,
    mark: <Diamond x={7} size={5.5} className={styles.unexamined} />,
  },
  { words: 'Reached', wide: 18, mark: <Reached x={8} className={styles.actual} /> },
];

const MOVED: Entry = {
  words: 'Moved since the moment compared with',
  wide: 34,
  mark: (
    <g transform="translate(0 6)">
      <Arrow from={2} to={28} className={styles.slip} head={styles.head} />
    </g>
  ),
};

const ROW = 22;

function placed(width: number, since: boolean): readonly (Entry & { readonly x: number; readonly row: number })[] {
  let x = 0;
  let row = 0;
  return [...ENTRIES, ...(since ? [MOVED] : [])].map((entry) => {
    const wide = entry.wide + 6 + widthOf(entry.words) + 20;
    if (x > 0 && x + wide > width) {
      x = 0;
      row += 1;
    }
    const at = { ...entry, x, row };
    x += wide;
    return at;
  });
}

/** Height of the legend at a width, with room for the entry about what moved. */
export const LEGEND_HEIGHT = (width: number): number => ((placed(width, true).at(-1)?.row ?? 0) + 1) * ROW + 8;

/** What the marks mean, inside the picture so that a copy of it explains itself. */
export function Legend({
  top,
  width,
  since,
}: {
  readonly top: number;
  readonly width: number;
  readonly since: boolean;
}): ReactNode {
  return (
    <g transform={`translate(2 ${String(top)})`} className={styles.legend} aria-hidden="true">
      {placed(width, since).map(({ words, mark, wide, x, row }) => (
        <g key={words} transform={`translate(${String(x)} ${String(row * ROW + 12)})`}>
          {mark}
          <text x={wide + 6} y={4}>
            {words}
          </text>
        </g>
      ))}
    </g>
  );
}
