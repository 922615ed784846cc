import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { printPartialDate } from '../../values/partial-date.ts';
import type { PictureRow } from './answers.ts';
import { Arrow, Diamond, Reached } from './marks.tsx';
import { cut, placeOf, type PlanLayout } from './planLayout.ts';
import { slipWords } from './reading.ts';
import { STANDING_WORDS, StandingShape } from './Standing.tsx';
import styles from './PlanPicture.module.css';

interface PlanPictureRowProps {
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

/** One milestone of the picture: how it stands, what it is called, and its dates on its line. */
export function PlanPictureRow({ row, top, width, layout, onPoint }: PlanPictureRowProps): ReactNode {
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
