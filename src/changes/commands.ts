/** What people do with changes in flight. One function each; all leave history. */
export { recordDecision, strikeDecision } from './commands/decisions.ts';
export {
  addModification,
  addPart,
  editModification,
  editPart,
  PART_KINDS,
  remapStages,
  removeModification,
  removePart,
  type PartInput,
  type PartKind,
} from './commands/edit-modification.ts';
export {
  addHorizonEntry,
  editHorizonEntry,
  editHorizonReturn,
  removeHorizonEntry,
  removeHorizonReturn,
} from './commands/edit-horizon.ts';
export { recordHorizonReturn, type HorizonEntryInput, type HorizonReturnInput } from './commands/horizon.ts';
export { recordModification } from './commands/record-modification.ts';
export type {
  DateInput,
  DecisionInput,
  ModificationFields,
  ModificationInput,
  PositionInput,
  Recorded,
  RelationInput,
  UpdateInput,
} from './model/input.ts';
