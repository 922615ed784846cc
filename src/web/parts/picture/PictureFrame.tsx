import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useAddress, useChangeAddress } from '../../app/navigate.ts';
import { oneOf } from '../../app/search.ts';
import { note } from '../announce.ts';
import { Button } from '../Button.tsx';
import { fileName } from '../files.ts';
import { copyImage } from './copyImage.ts';
import styles from './Picture.module.css';

interface PictureFrameProps {
  readonly title: string;
  /** What the picture shows, in a sentence or two: read to those who don't see it, and its caption for those who do. */
  readonly description: string;
  /** The same data as a table. */
  readonly table: ReactNode;
  /** Height of the drawing for a width; the drawing itself is `children`. */
  readonly height: number | ((width: number) => number);
  /** Draws the inside of the SVG for a width in pixels. */
  readonly children: (width: number) => ReactNode;
  /** Narrower than this the picture scrolls sideways in its own box. */
  readonly minWidth?: number;
  /** The name in the address under which picture or table is kept; `view` unless a page has two pictures. */
  readonly name?: string;
}

/** Width to draw at before the box is measured, which is also what a printer gets first. */
const FIRST_WIDTH = 960;

/** A picture people look at instead of reading: titled, described, the same as a table, copied as an image, printed. */
export function PictureFrame(props: PictureFrameProps): ReactNode {
  const { title, description, table, height, children, minWidth = 640, name = 'view' } = props;
  const address = useAddress();
  const change = useChangeAddress();
  const asTable = oneOf(address[name]) === 'table';
  const id = useId();
  const svg = useRef<SVGSVGElement>(null);
  const [box, setBox] = useState<HTMLElement | null>(null);
  const [measured, setMeasured] = useState(FIRST_WIDTH);
  useEffect(() => {
    if (box === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setMeasured(Math.floor(entry.contentRect.width));
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [box]);
  const width = Math.max(measured, minWidth);
  const tall = typeof height === 'number' ? height : height(width);
  const copy = async (): Promise<void> => {
    if (svg.current === null) return;
    await copyImage(svg.current, fileName(title)).catch((thrown: unknown) =>
      note(thrown instanceof Error ? thrown.message : String(thrown), { tone: 'problem' }),
    );
  };
  return (
    <section className={styles.frame} aria-labelledby={`${id}-title`}>
      <div className={styles.heading}>
        <h2 id={`${id}-title`}>{title}</h2>
        <div className={`${styles.tools ?? ''} screen-only`}>
          <Button look="quiet" onClick={() => change({ [name]: asTable ? undefined : 'table' })}>
            {asTable ? 'Show as picture' : 'Show as table'}
          </Button>
          {!asTable && (
            <Button look="quiet" onClick={() => void copy()}>
              Copy as image
            </Button>
          )}
        </div>
      </div>
      {asTable ? (
        table
      ) : (
        <figure>
          <div
            ref={setBox}
            className={styles.picture}
            tabIndex={measured < minWidth ? 0 : undefined}
            role="group"
            aria-label={title}
          >
            <svg
              ref={svg}
              role="group"
              aria-labelledby={`${id}-title`}
              aria-describedby={`${id}-description`}
              width={width}
              height={tall}
              viewBox={`0 0 ${String(width)} ${String(tall)}`}
            >
              {children(width)}
            </svg>
          </div>
          <figcaption id={`${id}-description`} className={styles.caption}>
            {description}
          </figcaption>
        </figure>
      )}
    </section>
  );
}
