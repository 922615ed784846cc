import type { PageDefinition } from '../app/pages.ts';

export const pages: readonly PageDefinition[] = [
  { path: '/codes', title: 'Codes', load: () => import('./CodesPage.tsx') },
  { path: '/codes/$name', title: 'Code body', load: () => import('./CodePage.tsx') },
];
