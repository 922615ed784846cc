import type { PageDefinition } from '../app/pages.ts';

export const pages: readonly PageDefinition[] = [
  { path: '/register', title: 'Register', load: () => import('./RegisterPage.tsx') },
  { path: '/register/$reference', title: 'Change', load: () => import('./ChangePage.tsx') },
];
