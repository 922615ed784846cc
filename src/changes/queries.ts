/** Questions about changes in flight. */
export { modificationDetail, type ModificationDetail } from './queries/detail.ts';
export { findModification, findModificationByReference, modificationsNamed } from './queries/find.ts';
export { horizonLog, type BodyInLog, type HorizonLog } from './queries/horizon.ts';
export { registerPage, type RegisterPage } from './queries/list.ts';
export { resolveReference, type ResolvedReference } from './queries/resolve.ts';
export { inFlightTimeline, type Timeline, type TimelineBar } from './queries/timeline.ts';
