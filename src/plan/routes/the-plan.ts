import { todayAt } from '../../platform/people/today.ts';
import type { RequestContext } from '../../platform/http/route.ts';
import { plan } from '../queries/milestones.ts';

/** Every milestone as it stands on the civil day of the moment asked for. */
export async function thePlan(context: RequestContext) {
  return context.read(async (database) => {
    const today = await todayAt(database, context.moment);
    return { today, milestones: await plan(database, today) };
  });
}
