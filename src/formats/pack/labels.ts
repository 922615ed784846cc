/**
 * The words by which a pack's parts are known, with their aliases, as data. What reads packs and what prints them
 * share this file: the first alias of each list is the one to print.
 */

/** Labels of the horizon template's label/value block, one block per change. */
export const MODIFICATION_LABELS = {
  title: ['Change Title', 'Change', 'Modification Title', 'Title of change'],
  summary: ['Change Summary', 'Summary', 'Modification Summary', 'Summary of change'],
  positions: ['Stakeholder positions', 'Stakeholder position', 'Stakeholder views', 'Positions'],
  raised: ['Date raised', 'Raised', 'Raised date', 'Date of raising'],
  status: ['Status', 'Current status', 'Stage'],
  decision: ['Decision date', 'Decision dates', 'Date of decision', 'Decision due'],
  impact: ['MHHS Impact', 'Programme impact', 'Impact on MHHS', 'MHHS impacts', 'Impact'],
} as const satisfies Record<string, readonly string[]>;
export type ModificationLabel = keyof typeof MODIFICATION_LABELS;

/** Column headings of each table: `required` columns identify the table, the others are read where they are. */
interface TableHeadings {
  readonly required: readonly string[];
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

export const TABLE_HEADINGS = {
  agenda: {
    required: ['title', 'time'],
    columns: {
      position: ['#', 'No', 'No.', 'Number', 'Item no'],
      title: ['Item', 'Agenda item', 'Topic'],
      objective: ['Objective', 'Objectives', 'Purpose of item'],
      purpose: ['Type', 'Purpose', 'For'],
      lead: ['Lead', 'Leads', 'Presenter', 'Owner'],
      time: ['Time', 'Timing', 'Time and duration'],
      page: ['Page', 'Slide', 'Page no', 'Pages'],
    },
  },
  actions: {
    required: ['reference', 'text', 'owner'],
    columns: {
      reference: ['Ref', 'Reference', 'Action ref', 'Action no', 'ID'],
      raised: ['Date Raised', 'Raised', 'Raised on'],
      text: ['Action', 'Action description', 'Description'],
      owner: ['Owner', 'Owners', 'Action owner'],
      due: ['Due Date', 'Due', 'Due by', 'Action due'],
      update: ['Update', 'Updates', 'Latest update', 'Status update', 'Status'],
    },
  },
  issues: {
    required: ['description', 'status', 'impact'],
    columns: {
      description: ['Description', 'Issue', 'Issue description'],
      status: ['Status'],
      impact: ['MHHS impact', 'Programme impact', 'Impact on MHHS', 'Impact'],
    },
  },
  risks: {
    required: ['text', 'mitigation'],
    columns: {
      identifier: ['#', 'Ref', 'No', 'ID', 'Type'],
      text: ['Risk or Issue', 'Risk', 'Risk / Issue', 'Risk/Issue', 'Risk description'],
      mitigation: ['Mitigation Plan', 'Mitigation', 'Mitigations', 'Mitigating actions'],
      rating: ['RAG', 'Rating', 'RAG rating', 'Risk rating'],
    },
  },
  milestones: {
    required: ['title', 'target'],
    columns: {
      title: ['Drafting Milestones', 'Milestone', 'Milestones', 'Drafting Milestone', 'Programme Milestones'],
      target: ['Target date', 'Target', 'Baseline date', 'Planned date'],
      forecast: ['Forecast date', 'Forecast'],
      rating: ['Status', 'RAG', 'RAG status'],
    },
  },
  nextMeetings: {
    required: ['group', 'date', 'time'],
    columns: {
      group: ['Next meeting', 'Meeting', 'Group', 'Next meetings'],
      date: ['Date'],
      time: ['Time', 'Start', 'Start time'],
    },
  },
} as const satisfies Record<string, TableHeadings>;
export type TableName = keyof typeof TABLE_HEADINGS;

/** Lines that head a part of a section. `{group}` stands for a group's short name and `{period}` for a month. */
export const HEADINGS = {
  agenda: ['Agenda'],
  governanceUpdates: ['Governance group updates', 'Updates from governance groups', 'Governance updates'],
  programmeUpdates: ['Wider Programme updates', 'Wider Programme update', 'Programme-wide updates'],
  horizonLog: ['Horizon Scanning Log', 'Code Change Horizon Scanning Log'],
  horizonTemplate: ['Horizon Scanning Code Body Change Update Template', 'Code Body Change Update'],
  recommendation: ['Recommendation', 'Recommendations'],
  situation: ['Situation'],
  complication: ['Complication'],
  freezeOptions: ['Code Freeze Options', 'Freeze Options', 'Change Freeze Options'],
  statusSummary: ['Status Summary', 'Summary of status'],
  deliverables: ['Deliverables', '{period} Deliverables', 'Deliverables for {period}'],
  risks: ['Risks', 'Risks and Issues', 'Key risks'],
  milestones: ['Milestones', 'Drafting Milestones', 'Key milestones'],
  topics: ['{period} {group} Discussion Topics', '{group} Discussion Topics', 'Discussion Topics'],
  groupActions: ['Actions from {period} {group}', 'Actions from {group}'],
  nextSteps: ['Next steps'],
  nextMeetings: ['Next meetings', 'Next meeting'],
} as const satisfies Record<string, readonly string[]>;
export type HeadingName = keyof typeof HEADINGS;

/** First words of an action's update that give its verdict. */
export const VERDICT_WORDS = {
  ongoing: ['Ongoing', 'Open', 'In progress'],
  'recommend-closed': [
    'Recommend closed',
    'Recommend closure',
    'Recommended closed',
    'Propose closed',
    'Propose to close',
  ],
  closed: ['Closed', 'Complete', 'Completed'],
  new: ['New'],
  superseded: ['Superseded'],
} as const satisfies Record<string, readonly string[]>;

/** First words of a section's purpose line, as they stand in the agenda's type column as well. */
export const PURPOSE_WORDS = {
  decision: ['Decision', 'For decision', 'Approval'],
  information: ['Information', 'For information', 'Update'],
  discussion: ['Discussion', 'For discussion'],
} as const satisfies Record<string, readonly string[]>;

/**
 * Remarks that a printed pack makes about itself, which say nothing that its records do not: scaffolding when read.
 */
/** Headings of the first column of a list of contents; the second is `Page`. */
export const CONTENTS_HEADINGS: ReadonlySet<string> = new Set(['section', 'item', 'contents', 'title']);

export const REMARKS = [
  /^\S+ has made no return for this meeting\.?$/i,
  /^\d+ changes?(?: and \d+ issues?)? in flight\.?$/i,
  /^\d+ issues? in flight\.?$/i,
  /^Every forecast here is a copy of its target that nobody has examined since\.?$/i,
  /^Nobody has examined the forecast since it was copied from the target for: .+$/i,
  /^The record as at \d{1,2} \w{3} \d{4}, \d{2}:\d{2} UTC\..*$/,
  /^.{1,60} · Meeting pack$/,
  /^Contents$/,
  /^Also for this meeting$/,
] as const;
