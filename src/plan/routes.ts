/** Every HTTP door of the plan. */
import type { AnyRoute } from '../platform/http/route.ts';
import { changeRequestRoutes } from './routes/change-requests.ts';
import { planLinkRoutes } from './routes/links.ts';
import { milestoneRoutes } from './routes/milestones.ts';
import { riskRoutes } from './routes/risks.ts';
import { smallRecordRoutes } from './routes/small-records.ts';

export const routes: readonly AnyRoute[] = [
  ...milestoneRoutes,
  ...changeRequestRoutes,
  ...riskRoutes,
  ...planLinkRoutes,
  ...smallRecordRoutes,
];
