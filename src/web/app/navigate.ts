import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Search } from './search.ts';

/** The search part of the address, as plain words. */
export const useAddress = (): Search => useSearch({ strict: false });

/**
 * Changes some names in the search part of the address and keeps the rest; `undefined` takes a name out. `replace`
 * (the default) leaves no extra step for the back button.
 */
export function useChangeAddress(): (changes: Search, options?: { readonly replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (changes, options = {}) => {
      void navigate({
        to: '.',
        search: (before: Search) => ({ ...before, ...changes }),
        replace: options.replace ?? true,
        resetScroll: false,
        hash: true,
      });
    },
    [navigate],
  );
}
