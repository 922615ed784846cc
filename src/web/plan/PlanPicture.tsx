import { useMemo, useState, type ReactNode } from 'react';
import type { PartialDate } from '../../values/partial-date.ts';
import { useGet } from '../api/queries.ts';
import { useMoment } from '../app/moment.ts';
import { useAddress, useChangeAddress } from '../app/navigate.ts';
import { oneOf } from '../app/search.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PictureFrame } from '../parts/picture/PictureFrame.tsx';
import { TimeAxis } from '../parts/picture/TimeAxis.tsx';
import type { PictureRow, PlanPicture as Answer } from './answers.ts';
import { drawDependencies, layoutPlan } from './planLayout.ts';
import { PlanPictureRow } from './PlanPictureRow.tsx';
import { PlanPictureTable } from './PlanPictureTable.tsx';
import { Legend, LEGEND_HEIGHT } from './Legend.tsx';
import styles from './PlanPicture.module.css';

/** Room for the axis above the rows, and for the day of today below them. */
const TOP = 30;
const BOTTOM = 22;

/** The plan drawn: one row a milestone, what moved since the moment compared with, what depends on what on demand. */
export function PlanPicture(): ReactNode {
  const picture = useGet<Answer>('/api/plan/picture');
  return (
    <Loaded query={picture} what="the picture of the plan">
      {(answer) =>
        answer.from === null ? (
          <EmptyState title="Nothing to draw yet">
            The picture appears once a milestone has a date. Add a milestone, or read a meeting pack in.
          </EmptyState>
        ) : (
          <Drawn answer={answer} />
        )
      }
    </Loaded>
  );
}

const datesOf = (row: PictureRow): readonly (PartialDate | null)[] => [
  row.baseline,
  row.target,
  row.forecast,
  row.actual,
  row.forecastThen,
];

function Drawn({ answer }: { readonly answer: Answer }): ReactNode {
  const { rows, today } = answer;
  const { since } = useMoment();
  const address = useAddress();
  const change = useChangeAddress();
  const all = oneOf(address['dependencies']) === 'all';
  const [pointed, setPointed] = useState<string | null>(null);
  const days = useMemo(
    () => rows.flatMap((row) => datesOf(row).flatMap((date) => (date === null ? [] : [date.earliest, date.latest]))),
    [rows],
  );
  const height = (width: number): number => {
    const layout = layoutPlan(days, today, width);
    return layout === null ? 0 : TOP + rows.length * layout.row + BOTTOM + LEGEND_HEIGHT(width);
  };
  return (
    <>
      <div className={`${styles.toolbar ?? ''} screen-only`}>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={all}
            onChange={(event) => change({ dependencies: event.target.checked ? 'all' : undefined })}
          />
          Show all{' '}
          {answer.dependencies.length === 1 ? 'dependencies (1)' : `dependencies (${answer.dependencies.length})`}
        </label>
        {answer.dependencies.length > 0 && !all && (
          <span className={styles.hint}>or point at a milestone, or move to it with the Tab key, to see its own</span>
        )}
      </div>
      <PictureFrame
        title="Milestones over time"
        description={describe(since !== null)}
        table={<PlanPictureTable answer={answer} />}
        minWidth={320}
        height={height}
      >
        {(width) => {
          const layout = layoutPlan(days, today, width);
          if (layout === null) return null;
          const drawn = drawDependencies(answer.dependencies, rows, layout);
          const shown = drawn.filter(({ ends }) => all || (pointed !== null && ends.includes(pointed)));
          return (
            <>
              <g transform={`translate(${String(layout.left)} ${String(TOP)})`}>
                <TimeAxis scale={layout.scale} height={rows.length * layout.row} today={today} />
              </g>
              <g transform={`translate(0 ${String(TOP)})`} role="list" aria-label="Milestones">
                {rows.map((row, index) => (
                  <PlanPictureRow
                    key={row.id}
                    row={row}
                    top={index * layout.row}
                    width={width}
                    layout={layout}
                    onPoint={(on) => setPointed(on ? row.id : null)}
                  />
                ))}
              </g>
              <g transform={`translate(0 ${String(TOP)})`} pointerEvents="none">
                <marker
                  id="plan-follows"
                  viewBox="0 0 8 8"
                  refX="7"
                  refY="4"
                  markerWidth="8"
                  markerHeight="8"
                  markerUnits="userSpaceOnUse"
                  orient="auto"
                  className={styles.dependencyHead}
                >
                  <path d="M0 0 8 4 0 8z" />
                </marker>
                {shown.map((dependency) => (
                  <path
                    key={dependency.id}
                    d={dependency.path}
                    className={styles.dependency}
                    markerEnd="url(#plan-follows)"
                  >
                    <title>{dependency.words}</title>
                  </path>
                ))}
              </g>
              <Legend top={TOP + rows.length * layout.row + BOTTOM} width={width} since={since !== null} />
            </>
          );
        }}
      </PictureFrame>
    </>
  );
}

const describe = (compared: boolean): string =>
  `Each row is a milestone: its target hollow, its forecast filled, the day it was reached solid.${compared ? ' Arrows show how far each forecast moved since the moment compared with.' : ''}`;
