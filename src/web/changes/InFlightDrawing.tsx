import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CivilDate } from '../../values/partial-date.ts';
import type { Vocabulary } from '../codes/answers.ts';
import { placeLabels } from '../parts/picture/labels.ts';
import { TimeAxis } from '../parts/picture/TimeAxis.tsx';
import type { TimelineBar } from './answers.ts';
import {
  LANE_HEADING,
  ROW,
  type BarPlace,
  type DateMark,
  type InFlightLayout,
  type LanePlace,
  type Stretch,
} from './inFlightLayout.ts';
import { tellBar } from './inFlightWords.ts';
import { OUTCOME_MARKS } from './words.ts';
import styles from './InFlight.module.css';

/** Room for the axis above the lanes, and for today's date below them. */
export const AXIS_ROOM = 24;

interface DrawingProps {
  readonly layout: InFlightLayout;
  readonly today: CivilDate;
  readonly vocabulary: Vocabulary;
  /** Called with the change pointed at or focused. */
  readonly onSpeak: (bar: TimelineBar) => void;
}

/** The inside of the picture: lanes by code, a bar for each change, release days, today. */
export function InFlightDrawing({ layout, today, vocabulary, onSpeak }: DrawingProps): ReactNode {
  const { labels, scale, lanes, height } = layout;
  return (
    <g transform={`translate(0 ${String(AXIS_ROOM)})`}>
      <g transform={`translate(${String(labels)} 0)`}>
        <TimeAxis scale={scale} height={height} today={today} />
      </g>
      <g data-rows>
        {lanes.map((place) => (
          <Lane key={place.lane.body} place={place} layout={layout} vocabulary={vocabulary} onSpeak={onSpeak} />
        ))}
      </g>
    </g>
  );
}

interface LaneProps extends Pick<DrawingProps, 'layout' | 'vocabulary' | 'onSpeak'> {
  readonly place: LanePlace;
}

const MONTH = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/** `February release 2023` → `Feb`: the axis says the year. A release named otherwise keeps its name. */
const shortRelease = (name: string): string => MONTH.exec(name)?.[0].slice(0, 3) ?? name;

function Lane({ place, layout, vocabulary, onSpeak }: LaneProps): ReactNode {
  const { labels, scale } = layout;
  const named = placeLabels(
    place.releases.map(({ x, name }) => ({ x, words: shortRelease(name) })),
    scale.width,
    { size: 10, gap: 3 },
  ).filter((label) => label.row === 0);
  return (
    <g role="group" aria-label={place.lane.body}>
      <line x1={0} x2={labels + scale.width} y1={place.y} y2={place.y} className={styles.hairline} />
      <text x={0} y={place.y + 20} className={styles.lane}>
        {place.lane.body}
      </text>
      <g transform={`translate(${String(labels)} 0)`} aria-hidden="true">
        {place.releases.map((release) => (
          <line
            key={`${release.date} ${release.name}`}
            x1={release.x}
            x2={release.x}
            y1={place.y + LANE_HEADING - 10}
            y2={place.y + place.height}
            className={styles.release}
            data-computed={release.computed || undefined}
          />
        ))}
        {named.map((label) => (
          <text
            key={`${label.words} ${String(label.x)}`}
            x={label.left}
            y={place.y + LANE_HEADING - 13}
            className={styles.releaseName}
          >
            {label.words}
          </text>
        ))}
      </g>
      {place.bars.map((bar) => (
        <Row key={bar.bar.id} place={bar} layout={layout} vocabulary={vocabulary} onSpeak={onSpeak} />
      ))}
    </g>
  );
}

interface RowProps extends Pick<DrawingProps, 'layout' | 'vocabulary' | 'onSpeak'> {
  readonly place: BarPlace;
}

/** Width of the column of references. */
const REFERENCE = 72;

/** Width of a letter of the interface's face at 12 px, on the average of running words. */
const LETTER = 6.1;

const fit = (words: string, room: number): string => {
  if (words.length * LETTER <= room) return words;
  const letters = Math.floor(room / LETTER) - 1;
  return `${words.slice(0, Math.max(0, letters)).trimEnd()}…`;
};

function Row({ place, layout, vocabulary, onSpeak }: RowProps): ReactNode {
  const { bar, y } = place;
  const { labels, scale } = layout;
  const middle = y + ROW / 2;
  const speak = (): void => onSpeak(bar);
  return (
    <Link
      to={bar.href}
      className={styles.row}
      data-row
      aria-label={tellBar(bar, vocabulary)}
      onFocus={speak}
      onMouseEnter={speak}
    >
      <rect x={0} y={y} width={labels + scale.width} height={ROW} className={styles.ground} />
      <text x={2} y={middle + 4} className={styles.reference}>
        {bar.reference}
      </text>
      {labels > REFERENCE * 2 && (
        <text x={REFERENCE + 4} y={middle + 4} className={styles.title}>
          {fit(bar.title, labels - REFERENCE - 24)}
        </text>
      )}
      <g
        transform={`translate(${String(labels)} ${String(middle)})`}
        data-ended={isEnded(bar) || undefined}
        className={styles.bar}
      >
        {place.before && (
          <text x={-9} y={4} className={styles.before}>
            ‹
          </text>
        )}
        {place.stretches.map((stretch, index) => (
          <Bar key={index} stretch={stretch} />
        ))}
        {place.ahead !== null && (
          <line x1={place.ahead.x} x2={place.ahead.x + place.ahead.width} className={styles.ahead} />
        )}
        {place.fade !== null && <Fade place={place} x={place.fade.x} width={place.fade.width} />}
        {place.marks.map((mark, index) => (
          <Mark key={index} mark={mark} />
        ))}
        {place.decisions.map(({ x, outcome, recommended }, index) => (
          <g key={index} transform={`translate(${String(x)} 0)`}>
            <line y1={-11} y2={11} className={styles.decision} />
            <circle r={6.5} className={styles.outcome} data-recommended={recommended || undefined} />
            <text y={3.5} textAnchor="middle" className={styles.outcomeMark}>
              {OUTCOME_MARKS[outcome]}
            </text>
          </g>
        ))}
        {place.wordsAt !== null && (
          <text x={place.wordsAt} y={4} className={styles.words}>
            {bar.stageRaw}
          </text>
        )}
      </g>
    </Link>
  );
}

const ENDINGS: readonly (string | null)[] = ['withdrawn', 'rejected', 'superseded'];
const isEnded = (bar: TimelineBar): boolean => ENDINGS.includes(bar.overlay);

/** Height of a bar at a step of the shared axis: it grows from idea to in force. */
export const thickness = (step: number | null): number => (step === null ? 8 : 4 + step * 1.4);

function Bar({ stretch }: { readonly stretch: Stretch }): ReactNode {
  const tall = thickness(stretch.step);
  return (
    <rect
      x={stretch.x}
      y={-tall / 2}
      width={stretch.width}
      height={tall}
      rx={1.5}
      className={styles.stretch}
      data-step={stretch.step ?? undefined}
      data-paused={stretch.overlay !== null || stretch.step === null || undefined}
    />
  );
}

/** Slices in which a bar fades out: an image of the picture keeps them, where it would lose a gradient. */
const SLICES = 12;

function Fade({
  place,
  x,
  width,
}: {
  readonly place: BarPlace;
  readonly x: number;
  readonly width: number;
}): ReactNode {
  const last = place.stretches.at(-1);
  const tall = thickness(last?.step ?? null);
  return (
    <g data-fade>
      {Array.from({ length: SLICES }, (_, index) => (
        <rect
          key={index}
          x={x + (width / SLICES) * index}
          y={-tall / 2}
          width={width / SLICES}
          height={tall}
          className={styles.stretch}
          data-step={last?.step ?? undefined}
          data-faint={last === undefined || last.step === null || undefined}
          opacity={0.5 * (1 - (index + 0.5) / SLICES)}
        />
      ))}
    </g>
  );
}

/** The band of an uncertain date: strongest in the middle, gone at both ends. */
function Band({ x, width }: { readonly x: number; readonly width: number }): ReactNode {
  return Array.from({ length: SLICES }, (_, index) => (
    <rect
      key={index}
      x={x + (width / SLICES) * index}
      y={-7}
      width={width / SLICES}
      height={14}
      className={styles.band}
      opacity={0.55 * (1 - Math.abs((index + 0.5) / SLICES - 0.5) * 2)}
    />
  ));
}

function Mark({ mark }: { readonly mark: DateMark }): ReactNode {
  return (
    <>
      {mark.band !== null && <Band x={mark.band.x} width={mark.band.width} />}
      <path
        transform={`translate(${String(mark.x)} 0)`}
        d={mark.what === 'implementation' ? 'M-5 -6H5L0 6Z' : 'M0 -6 6 0 0 6-6 0Z'}
        className={styles.mark}
        data-doubtful={mark.band !== null || undefined}
      />
    </>
  );
}
