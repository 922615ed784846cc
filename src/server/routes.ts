/** Every route of every capability: the one list that the application serves and the policy test walks. */
import { routes as changes } from '../changes/routes.ts';
import { routes as codes } from '../codes/routes.ts';
import { routes as intake } from '../intake/routes.ts';
import { routes as meetings } from '../meetings/routes.ts';
import { routes as papers } from '../papers/routes.ts';
import type { AnyRoute } from '../platform/http/route.ts';
import { routes as plan } from '../plan/routes.ts';
import { routes as records } from './records/routes.ts';

export const ROUTES: readonly AnyRoute[] = [
  ...codes,
  ...changes,
  ...meetings,
  ...plan,
  ...intake,
  ...papers,
  ...records,
];
