import { useMemo } from 'react';
import { useAddress, useChangeAddress } from './navigate.ts';
import { oneOf } from './search.ts';

/** What the time bar says: the moment looked at, and the earlier one it is compared with. */
export interface Moment {
  /** An ISO instant, a day (`2022-11-01`) or a meeting's reference (`CCAG-11`); null is now. */
  readonly asAt: string | null;
  /** The same; null compares with nothing. */
  readonly since: string | null;
  /** True when the page shows the record as it was; nothing can be edited then. */
  readonly inPast: boolean;
  /** What every read passes on to the server. */
  readonly query: Readonly<Record<'asAt' | 'since', string | undefined>>;
}

/** The moment in the address: `?asAt=` and `?since=`. */
export function useMoment(): Moment {
  const address = useAddress();
  const asAt = oneOf(address.asAt);
  const since = oneOf(address.since);
  return useMemo(
    () => ({ asAt, since, inPast: asAt !== null, query: { asAt: asAt ?? undefined, since: since ?? undefined } }),
    [asAt, since],
  );
}

/** Moves the time bar; what is not named stays. Null means now, or compared with nothing. */
export function useChangeMoment(): (changes: {
  readonly asAt?: string | null;
  readonly since?: string | null;
}) => void {
  const change = useChangeAddress();
  return (changes) => {
    change(
      {
        ...(changes.asAt === undefined ? {} : { asAt: changes.asAt ?? undefined }),
        ...(changes.since === undefined ? {} : { since: changes.since ?? undefined }),
      },
      { replace: false },
    );
  };
}
