import { useEffect, useState } from 'react';

/** After how long waiting is shown: half a second, below which a flash of progress only disturbs. */
export const PATIENCE_MS = 500;

/** True once `waiting` has been true for half a second; false as soon as it no longer is. */
export function useLater(waiting: boolean, after = PATIENCE_MS): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), after);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waiting, after]);
  return waiting && late;
}
