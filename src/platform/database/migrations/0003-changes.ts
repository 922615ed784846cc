/** Modifications in flight with all their parts, and what the code bodies returned to the horizon log. */
import { sql, type Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(CHANGES).execute(database);
}

const CHANGES = /* sql */ `
create table public.modification (
  id text primary key,
  body_id text not null references public.code_body (id),
  scheme text not null,
  number integer not null,
  suffix text not null default '',
  -- As the body prints it: R0044.
  reference text not null,
  -- body/scheme/padded number/suffix: the one key of the reference, which also sorts as people expect.
  reference_key text not null unique,
  kind text not null,
  title text not null,
  title_raw text not null default '',
  summary text not null default '',
  stage_raw text not null default '',
  stage text,
  overlay text,
  -- Place of the stage on the shared axis, for sorting; null where the stage is not known.
  stage_order smallint,
  in_flight boolean not null,
  route text,
  impact_value text not null,
  impact_raw text not null default '',
  impact_reasons jsonb not null default '[]',
  lead text not null default '',
  release_id text references public.code_release (id) on delete set null,
  -- When anything but a "no change" remark last came to it.
  moved_at timestamptz not null,
  -- The range of the next decision and implementation dates, kept from its dates for sorting and filtering.
  decision_earliest date,
  decision_latest date,
  implementation_earliest date,
  implementation_latest date
);
create index modification_body on public.modification (body_id, reference_key collate "C");
create index modification_in_flight on public.modification (in_flight, reference_key collate "C");
create index modification_stage on public.modification (stage_order, reference_key collate "C");
create index modification_moved on public.modification (moved_at desc, reference_key collate "C");
create index modification_decision_date on public.modification (decision_earliest, reference_key collate "C");
create index modification_implementation on public.modification (implementation_earliest, reference_key collate "C");
create index modification_title on public.modification (lower(title) collate "C", reference_key collate "C");
create index modification_number on public.modification (number);
create index modification_release on public.modification (release_id);
select public.remember('modification');

create table public.modification_former_reference (
  id text primary key,
  modification_id text not null references public.modification (id),
  reference text not null,
  reference_key text not null unique,
  note text not null default ''
);
create index modification_former_reference_of on public.modification_former_reference (modification_id);
select public.remember('modification_former_reference');

create table public.modification_date (
  id text primary key,
  modification_id text not null references public.modification (id),
  type text not null,
  position smallint not null default 0,
  -- Who decides, or what the date is for where there is more than one: Panel, existing sites.
  qualifier text not null default '',
  date jsonb not null,
  earliest date,
  latest date,
  note text not null default ''
);
create index modification_date_of on public.modification_date (modification_id, type, position);
select public.remember('modification_date');

create table public.modification_decision (
  id text primary key,
  modification_id text not null references public.modification (id),
  position integer not null,
  who text not null,
  capacity text not null,
  outcome text not null,
  date date not null,
  text_hash text,
  conditions text not null default '',
  grounds text not null default '',
  appeal_until date,
  -- Why the event was struck out as recorded in error; null for one that stands. Events are never edited.
  struck_because text,
  unique (modification_id, position)
);
select public.remember('modification_decision');

create table public.modification_position (
  id text primary key,
  modification_id text not null references public.modification (id),
  stakeholder text not null,
  stance text not null,
  words text not null default '',
  unique (modification_id, stakeholder)
);
select public.remember('modification_position');

create table public.modification_update (
  id text primary key,
  modification_id text not null references public.modification (id),
  date jsonb not null,
  earliest date,
  words text not null,
  kind text not null,
  meeting_key text
);
create index modification_update_of on public.modification_update (modification_id, earliest);
select public.remember('modification_update');

create table public.modification_relation (
  id text primary key,
  modification_id text not null references public.modification (id),
  relation text not null,
  target_raw text not null,
  -- Key of the reference the words were read as; null where they were not understood. The target may come later.
  target_key text,
  note text not null default '',
  unique (modification_id, relation, target_raw)
);
create index modification_relation_target on public.modification_relation (target_key);
select public.remember('modification_relation');

create table public.horizon_return (
  id text primary key,
  body_id text not null references public.code_body (id),
  -- The meeting (CCAG-12) or month (2022-11) that the return was for.
  period text not null,
  -- The civil day of that meeting, or the last of that month.
  period_date date not null,
  state text not null,
  received date,
  log_date date,
  source text not null default '',
  note text not null default '',
  unique (body_id, period)
);
create index horizon_return_period on public.horizon_return (period_date, period);
select public.remember('horizon_return');

create table public.horizon_entry (
  id text primary key,
  return_id text not null references public.horizon_return (id),
  modification_id text not null references public.modification (id),
  position integer not null default 0,
  stage_raw text not null default '',
  stage text,
  overlay text,
  words text not null default '',
  unique (return_id, modification_id)
);
create index horizon_entry_modification on public.horizon_entry (modification_id);
select public.remember('horizon_entry');
`;
