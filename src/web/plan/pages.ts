import type { PageDefinition } from '../app/pages.ts';

export const pages: readonly PageDefinition[] = [
  { path: '/plan', title: 'Plan', load: () => import('./PlanPage.tsx') },
  { path: '/plan/$reference', title: 'Milestone', load: () => import('./MilestonePage.tsx') },
  { path: '/change-requests', title: 'Change requests', load: () => import('./ChangeRequestsPage.tsx') },
  { path: '/change-requests/$reference', title: 'Change request', load: () => import('./ChangeRequestPage.tsx') },
  { path: '/risks', title: 'Risks', load: () => import('./RisksPage.tsx') },
  { path: '/risks/$reference', title: 'Risk', load: () => import('./RiskPage.tsx') },
];
