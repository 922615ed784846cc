/** The marks of the plan's pictures, each centred on a day of the row's line (`y = 0`). */
import type { ReactNode } from 'react';

interface MarkProps {
  readonly x: number;
  readonly className: string | undefined;
}

/** A date agreed or expected; `size` from its centre to its corners. */
export function Diamond({ x, size, className }: MarkProps & { readonly size: number }): ReactNode {
  const reach = String(size);
  return (
    <path
      transform={`translate(${String(x)} 0)`}
      d={`M0 -${reach}L${reach} 0L0 ${reach}L-${reach} 0Z`}
      className={className}
    />
  );
}

/** The day it was reached: solid. */
export function Reached({ x, className }: MarkProps): ReactNode {
  return <circle cx={x} r={6} className={className} />;
}

interface ArrowProps {
  readonly from: number;
  readonly to: number;
  readonly className: string | undefined;
  /** The class of the arrow's head. */
  readonly head: string | undefined;
}

/** Shorter than this a slip is its arrowhead only. */
const SHORT = 12;

/** A slip: from where it was expected then to where it is now, above the row's line so that both marks stay visible. */
export function Arrow({ from, to, className, head }: ArrowProps): ReactNode {
  const way = to >= from ? 1 : -1;
  const short = Math.abs(to - from) < SHORT;
  const end = to - 6 * way;
  const earlier = way < 0 || undefined;
  return (
    <g>
      {!short && <path d={`M${String(from)} -2V-9H${String(end)}`} className={className} data-earlier={earlier} />}
      <path d={`M${String(to)} -9L${String(to - 7 * way)} -13V-5Z`} className={head} data-earlier={earlier} />
    </g>
  );
}
