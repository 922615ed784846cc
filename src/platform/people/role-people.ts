/** The people of a programme nobody has set up accounts for: one for each role, named by role alone. */
import type { Person } from './store.ts';

export const ROLE_PEOPLE: readonly Person[] = [
  { id: 'person_secretariat', name: 'Secretariat', roles: ['secretariat'], organisation: 'Programme office' },
  { id: 'person_chair', name: 'Chair', roles: ['chair'], organisation: 'Programme' },
  { id: 'person_drafter', name: 'Code drafter', roles: ['drafter'], organisation: 'Code administrator' },
  { id: 'person_member', name: 'Group member', roles: ['member'], organisation: 'Supplier' },
  { id: 'person_observer', name: 'Observer', roles: ['observer'], organisation: 'Regulator' },
];
