import type { ReactNode } from 'react';
import { printCivilDate, type CivilDate } from '../../../values/partial-date.ts';
import { placeLabels } from './labels.ts';
import { ticksOf, type TimeScale } from './timeScale.ts';
import styles from './Picture.module.css';

/** Half the width of a day's words: nearer an edge than this they start or end at their line. */
const HALF_LABEL = 40;

const anchorAt = (x: number, width: number): 'start' | 'middle' | 'end' =>
  x < HALF_LABEL ? 'start' : x > width - HALF_LABEL ? 'end' : 'middle';

interface TimeAxisProps {
  readonly scale: TimeScale;
  /** How far down the lines go from the axis. */
  readonly height: number;
  readonly today?: CivilDate;
  /** Release days: a vertical line each, labelled above the axis. */
  readonly releases?: readonly { readonly day: CivilDate; readonly label: string }[];
}

/** Height of one row of release labels. */
const LABEL_ROW = 16;
/** Height of the axis's own line of labels. */
const AXIS = 22;

/**
 * The time axis of a picture, drawn upwards from `y = 0`: months or quarters, release days with labels that don't
 * collide, and today. Put lanes below it, at `y >= 0`.
 */
export function TimeAxis({ scale, height, today, releases = [] }: TimeAxisProps): ReactNode {
  const inside = (day: CivilDate): boolean => day >= scale.first && day <= scale.last;
  const labels = placeLabels(
    releases.filter(({ day }) => inside(day)).map(({ day, label }) => ({ x: scale.x(day), words: label })),
    scale.width,
  );
  return (
    <g className={styles.axis} aria-hidden="true">
      {ticksOf(scale).map((tick) => (
        <g key={tick.day} transform={`translate(${String(tick.x)} 0)`}>
          <line y1={tick.major ? -AXIS + 4 : -4} y2={height} className={tick.major ? styles.year : styles.month} />
          <text x={4} y={-8} className={tick.major ? styles.yearLabel : styles.tickLabel}>
            {tick.label}
          </text>
        </g>
      ))}
      <line x1={0} x2={scale.width} className={styles.base} />
      {labels.map((label) => (
        <g key={`${label.words} ${String(label.x)}`}>
          <line x1={label.x} x2={label.x} y1={-AXIS - label.row * LABEL_ROW} y2={height} className={styles.release} />
          <text
            x={label.left + (label.left === label.x ? 4 : 0)}
            y={-AXIS - label.row * LABEL_ROW - 4}
            className={styles.releaseLabel}
          >
            {label.words}
          </text>
        </g>
      ))}
      {today !== undefined && inside(today) && (
        <g transform={`translate(${String(scale.x(today))} 0)`}>
          <line y2={height} className={styles.today} />
          <text y={height + 12} textAnchor={anchorAt(scale.x(today), scale.width)} className={styles.todayLabel}>
            {printCivilDate(today)}
          </text>
        </g>
      )}
    </g>
  );
}
