/** HTTP doors to changes in flight and the horizon log. */
import type { AnyRoute } from '../platform/http/route.ts';
import { horizonRoutes } from './routes/horizon.ts';
import { modificationLinkRoutes } from './routes/links.ts';
import { modificationRoutes } from './routes/modification.ts';
import { registerRoutes } from './routes/register.ts';

export const routes: readonly AnyRoute[] = [
  ...registerRoutes,
  ...modificationRoutes,
  ...modificationLinkRoutes,
  ...horizonRoutes,
];
