/** The engine's public face: everything that readers, writers, commands and capabilities may use. See README.md. */
export { apply } from './apply.ts';
export { audit, type AuditOptions, type AuditReport } from './audit/audit.ts';
export type { AuditFinding, Deviation } from './audit/finding.ts';
export { check, type CheckReport } from './check/check.ts';
export type { CheckFinding } from './check/finding.ts';
export { collide } from './collide/collide.ts';
export { CollisionIndex, createCollisionIndex } from './collide/collision-index.ts';
export { readKnowledge } from './collide/read-knowledge.ts';
export type { Collision, CollisionClass, CollisionPlace, CollisionSide, Severity } from './collide/collision.ts';
export { activate, missingVariants, type ContingentText } from './collide/contingent.ts';
export { derive } from './derive/derive.ts';
export { Draft } from './draft.ts';
export { footprintOf } from './footprint/footprint-of.ts';
export type { Footprint } from './footprint/footprint.ts';
export { hashOf, type Hash } from './hash.ts';
export { holes } from './holes/holes.ts';
export { HOUSE_STYLES, houseStyle } from './house-styles/index.ts';
export type { HouseStyle } from './house-styles/model.ts';
export { proposeNumber } from './house-styles/propose-number.ts';
export type { Commencement, Instrument, InstrumentPart, TextView } from './instrument.ts';
export { merge, type Merge } from './merge/merge.ts';
export type { MergeCollision } from './merge/collision.ts';
export { byId, byNumbers } from './operation.ts';
export type { Operation, Occurrence, Selection, Slot, Stub, Target } from './operation.ts';
export { failureInWords, type FailureReason, type OperationFailure } from './operation-failure.ts';
export type { Doubt } from './outline/doubt.ts';
export { readMarkdown } from './outline/read-markdown.ts';
export { readPlainText } from './outline/read-plain-text.ts';
export { recogniseStyle } from './outline/recognise-style.ts';
export { writePlainText } from './outline/write-plain-text.ts';
export { Provision, provisionsUnder, type ProvisionFields, type ProvisionId, type TextPart } from './provision.ts';
export { rebase, type Rebase } from './rebase/rebase.ts';
export { acceptAll, rejectAll } from './redline/accept-and-reject.ts';
export { redlineAgainstTwo } from './redline/against-two.ts';
export { redlineAsHtml } from './redline/as-html.ts';
export { redlineAsJson } from './redline/as-json.ts';
export { redlineAsText } from './redline/as-text.ts';
export { redline, type Redline } from './redline/redline.ts';
export { printCitation } from './references/print-citation.ts';
export { reassignedReferences } from './references/reassigned.ts';
export type { Reference } from './references/reference.ts';
export { references, referencesIn, References, type OtherCode } from './references/references.ts';
export { NO_ATTRIBUTES, Text, type Attributes, type Mark, type MarkKind } from './text.ts';
export { definitionsIn, terms } from './terms/terms.ts';
export {
  createTimeline,
  Timeline,
  type PartFailure,
  type TextAtDate,
  type TimelineQuestion,
} from './timeline/timeline.ts';
export { MAX_HEIGHT, Version, type VersionRefusal } from './version.ts';
