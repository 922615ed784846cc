/** The descriptions of every kind that intake writes, for telling what accepting did. */
import { HORIZON_RETURN, MODIFICATION } from '../../changes/descriptions.ts';
import {
  ACTION_DESCRIPTION,
  DECISION_DESCRIPTION,
  DOCUMENT_DESCRIPTION,
  MEETING_DESCRIPTION,
} from '../../meetings/model/descriptions.ts';
import { PLAN_DESCRIPTIONS } from '../../plan/model/descriptions.ts';
import type { RecordDescription } from '../../platform/record/description.ts';

/** Parts of a meeting that a pack has as records of their own: told by themselves, so the meeting's parts stay out. */
const AGENDA_ITEM: RecordDescription = {
  kind: 'agenda-item',
  table: 'agenda_item',
  labels: {
    position: 'Position',
    title: 'Title',
    objective: 'Objective',
    purpose: 'Purpose',
    lead: 'Lead',
    minutes: 'Minutes',
    page: 'Page',
    notes: 'Papers',
  },
  parts: [],
};
const GROUP_UPDATE: RecordDescription = {
  kind: 'group-update',
  table: 'group_update',
  labels: { occurred: 'Date', items: 'Points', requests: 'Requests', report: 'Report' },
  parts: [],
};
const MEETING_NOTE: RecordDescription = {
  kind: 'meeting-note',
  table: 'meeting_note',
  labels: { title: 'Title', items: 'Points' },
  parts: [],
};

/** By kind. */
export const DESCRIPTIONS: ReadonlyMap<string, RecordDescription> = new Map(
  [
    { ...MEETING_DESCRIPTION, parts: [] },
    AGENDA_ITEM,
    GROUP_UPDATE,
    MEETING_NOTE,
    ACTION_DESCRIPTION,
    DECISION_DESCRIPTION,
    DOCUMENT_DESCRIPTION,
    MODIFICATION,
    HORIZON_RETURN,
    ...PLAN_DESCRIPTIONS,
  ].map((description) => [description.kind, description]),
);
