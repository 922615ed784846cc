import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Review, Span } from './answers.ts';
import { segmentsOf, type Segment } from './segments.ts';
import styles from './Source.module.css';

interface SourceProps {
  readonly review: Review;
  /** Key of the chosen record. */
  readonly chosen: string | null;
  /** The exact place to bring into view. */
  readonly spot: Span | null;
  /** Told which stretch was pressed, and the record it became. */
  readonly onChoose: (span: Span, record: string | null) => void;
}

const touches = (segment: Segment, span: Span): boolean => segment.start < span.end && segment.end > span.start;

function classOf(segment: Segment, chosen: string | null, spot: Span | null): string {
  const open = segment.findings.filter((finding) => finding.state === 'open');
  const names = [
    styles[segment.state],
    segment.record !== null && segment.record === chosen ? styles.chosen : undefined,
    spot !== null && touches(segment, spot) ? styles.spot : undefined,
    open.some((finding) => finding.severity === 'error')
      ? styles.error
      : open.some((finding) => finding.severity === 'warning')
        ? styles.warning
        : open.length > 0
          ? styles.notice
          : undefined,
  ];
  return names.filter(Boolean).join(' ');
}

/** What a stretch is, for a tooltip: the record it became, and what is odd about it. */
function titleOf(segment: Segment, titles: ReadonlyMap<string, string>): string | undefined {
  const record = segment.record === null ? undefined : titles.get(segment.record);
  const words = [record, ...segment.findings.map((finding) => finding.title)].filter((part) => part !== undefined);
  return words.length === 0 ? undefined : words.join(' · ');
}

/**
 * The pack's own text, marked with what became of it. A press on a stretch chooses its record; the lists beside it do
 * the same from the keyboard.
 */
export function Source({ review, chosen, spot, onChoose }: SourceProps): ReactNode {
  const segments = useMemo(() => segmentsOf(review), [review]);
  const titles = useMemo(() => new Map(review.records.map((record) => [record.key, record.title])), [review]);
  const box = useRef<HTMLDivElement>(null);
  const spotStart = spot?.start ?? null;
  useEffect(() => {
    const target =
      box.current?.querySelector('[data-spot]') ??
      (spotStart === null ? box.current?.querySelector('[data-chosen]') : null);
    if (target === null || target === undefined || box.current === null) return;
    // On a narrow screen the source stands below the lists: bring the box itself into view first.
    const place = box.current.getBoundingClientRect();
    if (place.top > window.innerHeight || place.bottom < 0) box.current.scrollIntoView({ block: 'start' });
    const shift = target.getBoundingClientRect().top - box.current.getBoundingClientRect().top;
    box.current.scrollTo({ top: box.current.scrollTop + shift - box.current.clientHeight / 3 });
  }, [chosen, spotStart]);
  return (
    <section className={styles.source} aria-label="Source">
      <div className={styles.legend} aria-hidden="true">
        <span className={styles.read}>became a record</span>
        <span className={styles.structure}>the pack’s own headings</span>
        <span className={styles.warning}>odd</span>
        <span className={styles.unread}>not understood</span>
      </div>
      <div ref={box} className={styles.text} tabIndex={0} role="region" aria-label="Text of the pack">
        {segments.map((segment) => (
          <span
            key={segment.start}
            className={classOf(segment, chosen, spot)}
            title={titleOf(segment, titles)}
            {...(segment.record !== null && segment.record === chosen ? { 'data-chosen': '' } : {})}
            {...(spot !== null && touches(segment, spot) ? { 'data-spot': '' } : {})}
            onClick={
              segment.record === null && segment.findings.length === 0
                ? undefined
                : () => onChoose({ start: segment.start, end: segment.end }, segment.record)
            }
          >
            {review.text.slice(segment.start, segment.end)}
          </span>
        ))}
      </div>
    </section>
  );
}
