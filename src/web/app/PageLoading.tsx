import type { ReactNode } from 'react';
import { Waiting } from '../parts/Loaded.tsx';

/** Shown when a page's own code takes longer than half a second. */
export function PageLoading(): ReactNode {
  return <Waiting what="the page" />;
}
