/** The main places, in the order people visit them in a month, with the key pressed after `g`. */
export interface Place {
  readonly path: string;
  readonly label: string;
  /** What one finds there, for the palette. */
  readonly about: string;
  readonly key: string;
}

export const places: readonly Place[] = [
  { path: '/', label: 'Overview', about: 'What needs attention now', key: 'o' },
  { path: '/register', label: 'Register', about: 'Changes in flight across all codes', key: 'r' },
  { path: '/meetings', label: 'Meetings', about: 'Agendas, minutes and papers', key: 'm' },
  { path: '/actions', label: 'Actions', about: 'Who owes what by when', key: 'a' },
  { path: '/decisions', label: 'Decisions', about: 'What was decided, by whom, on which text', key: 'd' },
  { path: '/plan', label: 'Plan', about: 'Milestones, forecasts and slips', key: 'p' },
  { path: '/change-requests', label: 'Change requests', about: 'Requests to change the programme', key: 'q' },
  { path: '/risks', label: 'Risks', about: 'Causes, mitigations and owners', key: 'k' },
  { path: '/intake', label: 'Intake', about: 'Papers read in, reviewed and accepted', key: 'i' },
  { path: '/codes', label: 'Codes', about: 'Code bodies, their stages and releases', key: 'c' },
];
