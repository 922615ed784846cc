/** The columns that a change of fields comes to, mapped with the body's profile. */
import type { Profile } from '../../codes/model/profile.ts';
import { isInFlight, stageOrder } from '../../codes/model/shared-stage.ts';
import { mapImpact, mapStage, type MappedStage } from '../../codes/model/stage-mapping.ts';
import type { ColumnPatch } from '../../platform/record/edit.ts';
import type { ModificationFields } from '../model/input.ts';
import type { Modification } from '../model/modification.ts';

/** The part of a modification that fields are compared with; that of a new one is empty. */
export type Present = Pick<
  Modification,
  | 'title'
  | 'titleRaw'
  | 'summary'
  | 'stageRaw'
  | 'stage'
  | 'overlay'
  | 'route'
  | 'impact'
  | 'impactRaw'
  | 'impactReasons'
  | 'lead'
  | 'releaseId'
>;

export const NOTHING_YET: Present = {
  title: '',
  titleRaw: '',
  summary: '',
  stageRaw: '',
  stage: null,
  overlay: null,
  route: null,
  impact: 'unknown',
  impactRaw: '',
  impactReasons: [],
  lead: '',
  releaseId: null,
};

/** The columns of a place on the shared axis. */
export const stageColumns = (mapped: MappedStage): ColumnPatch => ({
  stage: mapped.stage,
  overlay: mapped.overlay,
  stage_order: stageOrder(mapped.stage),
  in_flight: isInFlight(mapped.stage, mapped.overlay),
});

/** Where a raw word puts a change: a word for a state alone (`On Hold`) leaves the stage below it as it was. */
export function placeOf(profile: Profile, stageRaw: string, present: MappedStage): MappedStage {
  const mapped = mapStage(profile, stageRaw);
  if (mapped === null) return { stage: null, overlay: null };
  return mapped.stage === null ? { stage: present.stage, overlay: mapped.overlay } : mapped;
}

/** Columns kept in step with others, which nobody needs to be told of. */
export const DERIVED: readonly string[] = ['stage_order', 'in_flight'];

/** Only the columns that would read differently. */
export function changedColumns(fields: ModificationFields, present: Present, profile: Profile): ColumnPatch {
  const patch: Record<string, unknown> = {};
  const set = (column: string, value: unknown, before: unknown): void => {
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(before)) patch[column] = value;
  };
  set('title', fields.title, present.title);
  set('title_raw', fields.titleRaw, present.titleRaw);
  set('summary', fields.summary, present.summary);
  set('route', fields.route, present.route);
  set('lead', fields.lead, present.lead);
  set('release_id', fields.releaseId, present.releaseId);
  set('stage_raw', fields.stageRaw, present.stageRaw);
  // The same word again says nothing new: what decisions made of the stage since then stays.
  const said = fields.stageRaw !== undefined && fields.stageRaw !== present.stageRaw;
  const place = fields.mapped ?? (said ? placeOf(profile, fields.stageRaw ?? '', present) : null);
  if (place !== null && (place.stage !== present.stage || place.overlay !== present.overlay)) {
    const { stage, overlay, ...kept } = stageColumns(place);
    set('stage', stage, present.stage);
    set('overlay', overlay, present.overlay);
    Object.assign(patch, kept);
  }
  const impactSaid = fields.impactRaw !== undefined && fields.impactRaw !== present.impactRaw;
  const impact = impactSaid ? mapImpact(profile, fields.impactRaw ?? '') : null;
  set('impact_raw', fields.impactRaw, present.impactRaw);
  set('impact_value', fields.impact ?? (impactSaid ? (impact?.value ?? 'unknown') : undefined), present.impact);
  const reasons = impact === null || impact.reason === null ? undefined : [impact.reason];
  set('impact_reasons', fields.impactReasons ?? reasons, present.impactReasons);
  return patch;
}
