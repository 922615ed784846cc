/**
 * Groups, their meetings, and what meetings leave behind: agendas, actions with their updates, decisions with their
 * escalation, updates between groups, notes, and versioned documents. What any of them is about is a `record_link`.
 */
import { sql, type Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(MEETINGS).execute(database);
}

const MEETINGS = /* sql */ `
create table public.governance_group (
  id text primary key,
  -- Unique whatever its case: CCAG and ccag are one group.
  short_name text not null,
  name text not null,
  -- 1 is the top (the steering group); null where nobody has said.
  level integer,
  parent_id text references public.governance_group (id),
  cadence text not null default '',
  terms_of_reference text not null default '',
  constituencies jsonb not null default '[]',
  chair_role text not null default '',
  -- The group whose meetings the programme counts time by ("since the last meeting").
  main boolean not null default false
);
create unique index governance_group_short_name on public.governance_group (lower(short_name));
create index governance_group_parent on public.governance_group (parent_id);
select public.remember('governance_group');

create table public.meeting (
  id text primary key,
  group_id text not null references public.governance_group (id),
  -- As numbered by the group, without leading zeros: 12, 10.1; null until it has got one.
  number text,
  extraordinary boolean not null default false,
  title text not null default '',
  date date not null,
  -- 24-hour clock, local time of the programme (Europe/London): 10:00.
  start_time text,
  end_time text,
  place text not null default '',
  state text not null,
  introduction text not null default '',
  chair text not null default ''
);
create unique index meeting_number on public.meeting (group_id, extraordinary, number);
create index meeting_date on public.meeting (date, id);
create index meeting_group on public.meeting (group_id, date);
select public.remember('meeting');

create table public.agenda_item (
  id text primary key,
  meeting_id text not null references public.meeting (id),
  position integer not null,
  title text not null,
  objective text not null default '',
  purpose text not null,
  lead jsonb not null default '[]',
  -- Planned length; starts follow from it. Null where the agenda gives none.
  minutes integer,
  page integer,
  -- The text of its section in the pack: [{shape, text}].
  notes jsonb not null default '[]',
  -- What was said and agreed under it, for the minutes.
  minute_text text not null default ''
);
create index agenda_item_meeting on public.agenda_item (meeting_id, position);
select public.remember('agenda_item');

create table public.action (
  id text primary key,
  reference text not null,
  -- The reference with its numbers padded, so that lists sort as people count.
  sort_key text not null,
  group_id text not null references public.governance_group (id),
  meeting_number text not null,
  extraordinary boolean not null default false,
  running_number integer not null,
  text text not null,
  owners jsonb not null default '[]',
  raised jsonb,
  raised_on date,
  due jsonb,
  due_earliest date,
  due_latest date,
  state text not null,
  -- The meeting at which closing was proposed, and the one that agreed to it.
  proposed_at_meeting_id text references public.meeting (id),
  closed_at_meeting_id text references public.meeting (id)
);
create unique index action_reference on public.action (reference);
create index action_sort_key on public.action (sort_key collate "C");
create index action_raised_at on public.action (group_id, meeting_number);
create index action_due on public.action (due_latest);
select public.remember('action');

create table public.action_update (
  id text primary key,
  action_id text not null references public.action (id),
  -- The meeting it was told at; null for one given between meetings.
  meeting_id text references public.meeting (id),
  date date not null,
  verdict text not null,
  words text not null
);
create index action_update_action on public.action_update (action_id, date, id);
create index action_update_meeting on public.action_update (meeting_id);
select public.remember('action_update');

create table public.decision (
  id text primary key,
  reference text not null,
  group_id text not null references public.governance_group (id),
  running_number integer not null,
  meeting_id text references public.meeting (id),
  agenda_item_id text,
  kind text not null,
  text text not null,
  capacity text not null,
  outcome text not null,
  conditions jsonb not null default '[]',
  -- SHA-256 of the exact text that was decided on; null where it binds to none.
  text_sha256 text,
  decided_on date
);
create unique index decision_reference on public.decision (reference);
create index decision_group on public.decision (group_id, running_number);
create index decision_meeting on public.decision (meeting_id);
select public.remember('decision');

create table public.decision_escalation (
  id text primary key,
  decision_id text not null references public.decision (id),
  position integer not null,
  -- Who has it at this step: SRO, PSG, Authority.
  body text not null,
  state text not null,
  decided_on date,
  words text not null default ''
);
create index decision_escalation_decision on public.decision_escalation (decision_id, position);
select public.remember('decision_escalation');

create table public.group_update (
  id text primary key,
  meeting_id text not null references public.meeting (id),
  from_group_id text not null references public.governance_group (id),
  occurred jsonb not null,
  occurred_on date,
  position integer not null,
  items jsonb not null default '[]',
  -- What that group asked of people, without action references of its own.
  requests jsonb not null default '[]',
  -- Where its headline report is, in the words of the source.
  report text not null default ''
);
create index group_update_meeting on public.group_update (meeting_id, position);
create index group_update_from on public.group_update (from_group_id, occurred_on);
select public.remember('group_update');

create table public.meeting_note (
  id text primary key,
  meeting_id text not null references public.meeting (id),
  kind text not null,
  position integer not null,
  title text not null,
  items jsonb not null default '[]'
);
create index meeting_note_meeting on public.meeting_note (meeting_id, position);
select public.remember('meeting_note');

create table public.document (
  id text primary key,
  meeting_id text references public.meeting (id),
  kind text not null,
  label text not null default '',
  title text not null
);
create index document_meeting on public.document (meeting_id, kind);
select public.remember('document');

create table public.document_version (
  id text primary key,
  document_id text not null references public.document (id),
  position integer not null,
  label text not null,
  state text not null,
  content jsonb not null default '[]',
  change_marked boolean not null default false,
  file_id text references public.file (id),
  approved_at_meeting_id text references public.meeting (id)
);
create index document_version_document on public.document_version (document_id, position);
select public.remember('document_version');
`;
