/** Every HTTP door of the plan. */
import type { AnyRoute } from '../platform/http/route.ts';
import { changeRequestPartRoutes } from './routes/change-request-parts.ts';
import { changeRequestRoutes } from './routes/change-requests.ts';
import { dependencyRoutes } from './routes/dependencies.ts';
import { planLinkRoutes } from './routes/links.ts';
import { milestoneRoutes } from './routes/milestones.ts';
import { planPictureRoutes } from './routes/plan-picture.ts';
import { riskRoutes } from './routes/risks.ts';
import { smallRecordRoutes } from './routes/small-records.ts';

export const routes: readonly AnyRoute[] = [
  ...milestoneRoutes,
  ...planPictureRoutes,
  ...dependencyRoutes,
  ...changeRequestRoutes,
  ...changeRequestPartRoutes,
  ...riskRoutes,
  ...planLinkRoutes,
  ...smallRecordRoutes,
];
