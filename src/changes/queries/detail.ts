/** Everything of one modification, and what may come next. */
import { profileOn, type Profile } from '../../codes/model/profile.ts';
import { nextStages } from '../../codes/model/stage-mapping.ts';
import { profilesOf, releasesOf, type CodeRelease } from '../../codes/store.ts';
import type { Database } from '../../platform/database/tables.ts';
import { linksSeenFrom, type SeenLink } from '../../platform/record/linking.ts';
import type { CivilDate } from '../../values/partial-date.ts';
import { decisionState, nextDecisions, type DecisionState, type DecisionStep } from '../model/decisions.ts';
import type { HorizonMention } from '../model/horizon.ts';
import type {
  Decision,
  FormerReference,
  Modification,
  ModificationDate,
  RelationTo,
  StakeholderPosition,
  Update,
} from '../model/modification.ts';
import { logsNaming } from '../store/horizon.ts';
import {
  datesOf,
  decisionsOf,
  formerReferencesOf,
  positionsOf,
  relationsOf,
  relationsTo,
  updatesOf,
} from '../store/modifications.ts';

/** A step that is allowed from here, by the body's own stages. */
export interface StageStep {
  /** The word to set as `stageRaw`. */
  readonly name: string;
  readonly stage: Profile['stages'][number]['stage'];
  readonly overlay: Profile['stages'][number]['overlay'];
}

export interface ModificationDetail {
  readonly modification: Modification;
  readonly dates: readonly ModificationDate[];
  readonly decisions: readonly Decision[];
  readonly decisionState: DecisionState;
  readonly positions: readonly StakeholderPosition[];
  readonly updates: readonly Update[];
  readonly relations: readonly RelationTo[];
  /** What other changes say of this one. */
  readonly relatedFrom: readonly RelationTo[];
  readonly formerReferences: readonly FormerReference[];
  readonly release: CodeRelease | null;
  /** The horizon logs that named it, latest first. */
  readonly horizon: readonly HorizonMention[];
  /** All links from and to other records; whoever shows them resolves their ends. */
  readonly links: readonly SeenLink[];
  readonly next: { readonly stages: readonly StageStep[]; readonly decisions: readonly DecisionStep[] };
  readonly routes: readonly { readonly key: string; readonly name: string }[];
}

/** The parts of a modification and what may come next on the civil day. */
export async function modificationDetail(
  database: Database,
  modification: Modification,
  on: CivilDate,
): Promise<ModificationDetail> {
  const { id } = modification;
  const decisions = await decisionsOf(database, id);
  const state = decisionState(decisions);
  const profile = profileOn(await profilesOf(database, modification.bodyId), on);
  const stages = profile === null ? [] : nextStages(profile, modification.stageRaw);
  const release =
    modification.releaseId === null
      ? null
      : ((await releasesOf(database, modification.bodyId)).find((one) => one.id === modification.releaseId) ?? null);
  return {
    modification,
    dates: await datesOf(database, id),
    decisions,
    decisionState: state,
    positions: await positionsOf(database, id),
    updates: await updatesOf(database, id),
    relations: await relationsOf(database, id),
    relatedFrom: await relationsTo(database, id),
    formerReferences: await formerReferencesOf(database, id),
    release,
    horizon: await logsNaming(database, id),
    links: await linksSeenFrom(database, { kind: 'modification', id }),
    next: {
      stages: stages.map(({ name, stage, overlay }) => ({ name, stage, overlay })),
      decisions: nextDecisions(state),
    },
    routes: profile === null ? [] : profile.routes.map(({ key, name }) => ({ key, name })),
  };
}
