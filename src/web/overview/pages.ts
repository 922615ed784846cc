import type { PageDefinition } from '../app/pages.ts';

export const pages: readonly PageDefinition[] = [
  { path: '/', title: 'Overview', load: () => import('./OverviewPage.tsx') },
];
