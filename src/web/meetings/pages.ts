import type { PageDefinition } from '../app/pages.ts';

export const pages: readonly PageDefinition[] = [
  { path: '/meetings', title: 'Meetings', load: () => import('./MeetingsPage.tsx') },
  { path: '/meetings/$reference', title: 'Meeting', load: () => import('./MeetingPage.tsx') },
  { path: '/groups', title: 'Groups', load: () => import('./GroupsPage.tsx') },
  { path: '/groups/$name', title: 'Group', load: () => import('./GroupPage.tsx') },
  { path: '/actions', title: 'Actions', load: () => import('./ActionsPage.tsx') },
  { path: '/actions/$reference', title: 'Action', load: () => import('./ActionPage.tsx') },
  { path: '/decisions', title: 'Decisions', load: () => import('./DecisionsPage.tsx') },
  { path: '/decisions/$reference', title: 'Decision', load: () => import('./DecisionPage.tsx') },
];
