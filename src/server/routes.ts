/** Every route of every capability: the one list that the application serves and the policy test walks. */
import type { AnyRoute } from '../platform/http/route.ts';

export const ROUTES: readonly AnyRoute[] = [];
