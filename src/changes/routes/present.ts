/** From records to answers. */
import { todayAt } from '../../platform/people/today.ts';
import { presented } from '../../codes/present.ts';
import type { Database, Instant } from '../../platform/database/tables.ts';
import type { Problem } from '../../platform/errors/problem.ts';
import type { RequestContext } from '../../platform/http/route.ts';
import { abilities } from '../../platform/policy/policy.ts';
import { changesOf, type RecordChange } from '../../platform/record/description.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import { ok, type Result } from '../../values/result.ts';
import { modificationTold } from '../descriptions.ts';
import { modificationHref, type Modification, type RelationTo } from '../model/modification.ts';
import { findModification, modificationDetail, type TimelineBar } from '../queries.ts';
import type { ListedModification } from '../store/list.ts';
import { releaseNames } from '../store/modifications.ts';

/** Key of a modification in addresses: `REC-R0044`. */
export const keyOf = (modification: { readonly body: string; readonly reference: string }): string =>
  modificationHref(modification).slice('/register/'.length);

/** The instant looked at; null for now. */
export const untilOf = (context: RequestContext): Instant | null =>
  context.moment.kind === 'as-at' ? context.moment.at : null;

/** The civil day looked at: that of the moment asked for, or today as the programme counts it. */
export const dayOf = (database: Database, context: RequestContext): Promise<CivilDate> =>
  context.moment.kind === 'as-at' ? Promise.resolve(context.moment.at.slice(0, 10)) : todayAt(database);

/**
 * What changed in these modifications since the instant the caller compares with; nothing without one. Asked of the
 * reading's own database: the embedded engine has one session, and a reading of the past holds it.
 */
export async function marks(
  database: Database,
  context: RequestContext,
  ids: readonly string[],
): Promise<Map<string, RecordChange[]>> {
  if (context.since === null || ids.length === 0) return new Map();
  return changesOf(
    database,
    modificationTold(await releaseNames(database)),
    { after: context.since, until: untilOf(context) },
    ids,
  );
}

/** A row of the register. */
export const presentItem = (item: ListedModification, changes: readonly RecordChange[]) => {
  const { sortKey: _sortKey, referenceKey: _referenceKey, ...shown } = item;
  return {
    ...presented(shown),
    key: keyOf(item),
    href: modificationHref(item),
    groupKey: item.body,
    changes: [...changes],
  };
};

const presentRelation = ({ targetKey: _targetKey, target, ...relation }: RelationTo) => ({
  ...relation,
  target: target === null ? null : { ...target, href: modificationHref(target) },
});

async function presentDetail(database: Database, context: RequestContext, modification: Modification) {
  const detail = await modificationDetail(database, modification, await dayOf(database, context));
  const changes = await marks(database, context, [modification.id]);
  const { referenceKey: _referenceKey, releaseId: _releaseId, ...shown } = modification;
  return {
    ...presented(shown),
    key: keyOf(modification),
    href: modificationHref(modification),
    routes: presented(detail.routes),
    release: presented(detail.release),
    horizon: presented(detail.horizon),
    formerReferences: presented(detail.formerReferences),
    dates: presented(detail.dates),
    decisions: presented(detail.decisions),
    decisionState: detail.decisionState,
    positions: presented(detail.positions),
    updates: presented(detail.updates),
    relations: detail.relations.map(presentRelation),
    relatedFrom: detail.relatedFrom.map(presentRelation),
    links: [...detail.links],
    next: presented(detail.next),
    changes: changes.get(modification.id) ?? [],
    may: abilities(context.actor, 'modification'),
  };
}

/** The detail of the modification named, at the moment asked for. */
export const answerDetail = (context: RequestContext, idOrReference: string) =>
  context.read(async (database) => {
    const found = await findModification(database, idOrReference, await dayOf(database, context));
    return found.kind === 'failed' ? found : ok(await presentDetail(database, context, found.value));
  });

/** Answers with the detail of the modification that a command wrote. */
export async function answerAfter(context: RequestContext, done: Result<string, Problem>) {
  return done.kind === 'failed' ? done : answerDetail(context, done.value);
}

/** A bar of the in-flight picture. */
export const presentBar = ({ modification, ...bar }: TimelineBar) => ({
  ...presented(bar),
  id: modification.id,
  key: keyOf(modification),
  href: modificationHref(modification),
  reference: modification.reference,
  title: modification.title,
  kind: modification.kind,
  stage: modification.stage,
  stageRaw: modification.stageRaw,
  overlay: modification.overlay,
  impact: modification.impact,
  releaseName: modification.releaseName,
  releaseDate: modification.releaseDate,
});
