import type { ReactNode } from 'react';
import { printCivilDate } from '../../values/partial-date.ts';
import { PictureFrame } from '../parts/picture/PictureFrame.tsx';
import { TimeAxis } from '../parts/picture/TimeAxis.tsx';
import type { IfMoved } from './answers.ts';
import { Arrow, Diamond } from './marks.tsx';
import { cut, layoutPlan } from './planLayout.ts';
import { slipWords } from './reading.ts';
import styles from './PlanPicture.module.css';

const TOP = 28;

interface MovedPictureProps {
  readonly moved: IfMoved;
  readonly table: ReactNode;
}

/** From where to where each milestone would move: the one asked about first. */
export function MovedPicture({ moved, table }: MovedPictureProps): ReactNode {
  const rows = [{ ...moved.milestone, from: moved.from, to: moved.to, days: null }, ...moved.affected];
  const dates = rows.flatMap((row) => [row.from, row.to]);
  const first = moved.from ?? moved.to;
  return (
    <PictureFrame
      title="What would move"
      description="Hollow is where each stands now, filled where it would stand."
      table={table}
      name="moved"
      minWidth={300}
      height={(width) => TOP + rows.length * (layoutPlan(dates, first, width)?.row ?? 0) + 8}
    >
      {(width) => {
        const layout = layoutPlan(dates, first, width);
        if (layout === null) return null;
        const { scale, left, line, narrow, row: tall } = layout;
        return (
          <>
            <g transform={`translate(${String(left)} ${String(TOP)})`}>
              <TimeAxis scale={scale} height={rows.length * tall} />
            </g>
            <g role="list" aria-label="Milestones that would move">
              {rows.map((row, index) => {
                const name = [row.reference, row.title].filter(Boolean).join(' ');
                const from = row.from === null ? null : scale.x(row.from);
                const to = scale.x(row.to);
                return (
                  <g
                    key={row.id}
                    role="listitem"
                    className={styles.row}
                    transform={`translate(0 ${String(TOP + index * tall)})`}
                  >
                    <title>{`${name}: ${row.from === null ? '' : `from ${printCivilDate(row.from)} `}to ${printCivilDate(row.to)}`}</title>
                    <line x2={width} y1={tall} y2={tall} className={styles.rule} />
                    <text x={2} y={narrow ? 14 : line + 4} className={styles.title}>
                      {cut(name, narrow ? width : left - 8)}
                    </text>
                    <g transform={`translate(${String(left)} ${String(line)})`}>
                      {from !== null && <Diamond x={from} size={8} className={styles.target} />}
                      {from !== null && from !== to && (
                        <Arrow from={from} to={to} className={styles.slip} head={styles.head} />
                      )}
                      <Diamond x={to} size={5.5} className={styles.forecast} />
                      <text x={Math.max(from ?? to, to) + 12} y={4} className={styles.late}>
                        {slipWords(row.days)}
                      </text>
                    </g>
                  </g>
                );
              })}
            </g>
          </>
        );
      }}
    </PictureFrame>
  );
}
