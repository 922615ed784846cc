import { Link } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { printPartialDate, type PartialDate } from '../../values/partial-date.ts';
import { useGet } from '../api/queries.ts';
import { useMoment } from '../app/moment.ts';
import { useAddress, useChangeAddress } from '../app/navigate.ts';
import { oneOf } from '../app/search.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { PartialDateText } from '../parts/dates.tsx';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PictureFrame } from '../parts/picture/PictureFrame.tsx';
import { TimeAxis } from '../parts/picture/TimeAxis.tsx';
import type { Column } from '../parts/tableRows.ts';
import type { PictureRow, PlanPicture as Answer } from './answers.ts';
import { cut, drawDependencies, layoutPlan, placeOf, type PlanLayout } from './planLayout.ts';
import { slipWords } from './reading.ts';
import { STANDING_WORDS, StandingMark, StandingShape } from './Standing.tsx';
import { Legend, LEGEND_HEIGHT } from './Legend.tsx';
import { Arrow, Diamond, Reached } from './marks.tsx';
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
        table={<PictureTable answer={answer} />}
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
                  <Row
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

interface RowProps {
  readonly row: PictureRow;
  readonly top: number;
  readonly width: number;
  readonly layout: PlanLayout;
  readonly onPoint: (on: boolean) => void;
}

const wordsOf = (row: PictureRow): string => {
  const dates = [
    ['target', row.target],
    ['forecast', row.forecast],
    ['reached', row.actual],
  ] as const;
  return [
    [row.reference, row.title].filter(Boolean).join(' '),
    `${STANDING_WORDS[row.standing.kind]}: ${row.standing.reason}`,
    ...dates.flatMap(([name, date]) => (date === null ? [] : [`${name} ${printPartialDate(date)}`])),
    ...(row.slipSince === null || row.slipSince === 0 ? [] : [`moved ${slipWords(row.slipSince)}`]),
  ].join('; ');
};

function Row({ row, top, width, layout, onPoint }: RowProps): ReactNode {
  const { left, line, narrow } = layout;
  const titleY = narrow ? 14 : line + 4;
  const titleX = 26 + (row.reference === null ? 0 : row.reference.length * 8 + 8);
  const room = (narrow ? width : left - 12) - titleX;
  return (
    <g role="listitem" transform={`translate(0 ${String(top)})`}>
      <Link
        to={row.href}
        className={styles.row}
        aria-label={wordsOf(row)}
        onMouseEnter={() => onPoint(true)}
        onMouseLeave={() => onPoint(false)}
        onFocus={() => onPoint(true)}
        onBlur={() => onPoint(false)}
      >
        <title>{wordsOf(row)}</title>
        <rect x={1} y={1} width={width - 2} height={layout.row - 2} className={styles.ground} />
        {narrow && <rect x={2} y={2} width={width - 4} height={18} className={styles.behindWords} />}
        <line x1={0} x2={width} y1={layout.row} y2={layout.row} className={styles.rule} />
        <g transform={`translate(0 ${String(titleY - 14)})`}>
          <StandingShape kind={row.standing.kind} />
        </g>
        {row.reference !== null && (
          <text x={26} y={titleY} className={styles.reference}>
            {row.reference}
          </text>
        )}
        <text x={titleX} y={titleY} className={styles.title}>
          {cut(row.title, room)}
        </text>
        <g transform={`translate(${String(left)} ${String(line)})`}>
          <Marks row={row} layout={layout} />
        </g>
      </Link>
    </g>
  );
}

/** The marks of a row on its line: baseline, target, forecast, day reached, and how far it slipped. */
function Marks({ row, layout: { scale } }: { readonly row: PictureRow; readonly layout: PlanLayout }): ReactNode {
  const baseline = placeOf(row.baseline, scale);
  const target = placeOf(row.target, scale);
  const forecast = placeOf(row.forecast, scale);
  const actual = placeOf(row.actual, scale);
  const then = placeOf(row.forecastThen, scale);
  const expected = actual ?? forecast;
  const moved = then !== null && expected !== null && row.slipSince !== null && row.slipSince !== 0;
  const last = Math.max(...[baseline, target, forecast, actual, then].map((place) => place?.x ?? 0));
  return (
    <>
      {baseline !== null && <line x1={baseline.x} x2={baseline.x} y1={-8} y2={8} className={styles.baseline} />}
      {target !== null && expected !== null && Math.abs(target.x - expected.x) > 6 && (
        <line x1={target.x} x2={expected.x} className={styles.between} />
      )}
      {[target, forecast].map(
        (place, index) =>
          place !== null &&
          place.x - place.from > 4 && <line key={index} x1={place.from} x2={place.x - 7} className={styles.span} />,
      )}
      {forecast !== null && actual === null && (
        <Diamond x={forecast.x} size={5.5} className={row.standing.unexamined ? styles.unexamined : styles.forecast} />
      )}
      {target !== null && <Diamond x={target.x} size={8} className={styles.target} />}
      {actual !== null && <Reached x={actual.x} className={styles.actual} />}
      {moved && <Arrow from={then.x} to={expected.x} className={styles.slip} head={styles.head} />}
      {moved ? (
        <text x={last + 14} y={4} className={styles.slipWords} data-earlier={row.slipSince < 0 || undefined}>
          {slipWords(row.slipSince)}
        </text>
      ) : (
        row.slip.againstTarget !== null &&
        row.slip.againstTarget !== 0 && (
          <text x={last + 14} y={4} className={styles.late}>
            {slipWords(row.slip.againstTarget)}
          </text>
        )
      )}
    </>
  );
}

const dateColumn = (
  id: 'baseline' | 'target' | 'forecast' | 'actual' | 'forecastThen',
  header: string,
): Column<PictureRow> => ({
  id,
  header,
  value: (row) => row[id]?.latest ?? row[id]?.raw ?? null,
  cell: (row) => <PartialDateText date={row[id]} />,
  width: '112px',
});

const columns: readonly Column<PictureRow>[] = [
  {
    id: 'title',
    header: 'Milestone',
    value: (row) => row.title,
    cell: (row) => <Link to={row.href}>{row.title}</Link>,
  },
  { id: 'reference', header: 'Reference', value: (row) => row.reference, width: '84px' },
  {
    id: 'standing',
    header: 'Standing',
    value: (row) => STANDING_WORDS[row.standing.kind],
    cell: (row) => <StandingMark standing={row.standing} />,
    filter: true,
    width: '124px',
  },
  dateColumn('target', 'Target'),
  dateColumn('forecast', 'Forecast'),
  dateColumn('actual', 'Reached'),
  {
    id: 'slip',
    header: 'Against target',
    value: (row) => row.slip.againstTarget,
    cell: (row) => slipWords(row.slip.againstTarget),
    align: 'end',
    width: '112px',
  },
];

const comparedColumns: readonly Column<PictureRow>[] = [
  ...columns,
  dateColumn('forecastThen', 'Forecast then'),
  {
    id: 'since',
    header: 'Moved since',
    value: (row) => row.slipSince,
    cell: (row) => (row.slipSince === 0 ? 'not moved' : slipWords(row.slipSince)),
    align: 'end',
    width: '104px',
  },
];

const keyOf = (row: PictureRow): string => row.id;
const hrefOf = (row: PictureRow): string => row.href;

/** The same data as the picture's. */
function PictureTable({ answer }: { readonly answer: Answer }): ReactNode {
  const { since } = useMoment();
  return (
    <>
      <DataTable
        caption="Milestones over time"
        rows={answer.rows}
        columns={since === null ? columns : comparedColumns}
        rowKey={keyOf}
        rowHref={hrefOf}
        prefix="picture."
        toolbar={false}
      />
      {answer.dependencies.length > 0 && (
        <>
          <h3>Dependencies</h3>
          <ul>
            {answer.dependencies.map((dependency) => (
              <li key={dependency.id}>{dependency.words}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
