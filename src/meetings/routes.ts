/** Every HTTP door to groups, meetings, actions, decisions and documents. */
import type { AnyRoute } from '../platform/http/route.ts';
import { actionRoutes } from './routes/actions.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { documentRoutes } from './routes/documents.ts';
import { groupRoutes } from './routes/groups.ts';
import { linkRoutes } from './routes/links.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { toldRoutes } from './routes/told.ts';

export const routes: readonly AnyRoute[] = [
  ...groupRoutes,
  ...meetingRoutes,
  ...toldRoutes,
  ...actionRoutes,
  ...decisionRoutes,
  ...linkRoutes,
  ...documentRoutes,
];
