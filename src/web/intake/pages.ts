import type { PageDefinition } from '../app/pages.ts';

export const pages: readonly PageDefinition[] = [
  { path: '/intake', title: 'Intake', load: () => import('./IntakePage.tsx') },
  { path: '/intake/$id', title: 'Review', load: () => import('./ReviewPage.tsx') },
];
