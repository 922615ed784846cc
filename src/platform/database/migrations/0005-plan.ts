/**
 * The plan: milestones and what depends on what, deliverables, drafting topic areas, planning assumptions, change
 * requests, risks, code-freeze options and the monthly status report.
 *
 * `…_key` columns hold normalised words, so that the same thing read again from another pack finds its record.
 */
import { sql, type Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(PLAN).execute(database);
}

const PLAN = /* sql */ `
create table public.milestone (
  id text primary key,
  reference text unique,
  title text not null,
  title_key text not null,
  -- 1 for the milestones whose change the regulator decides, 2 and 3 for the programme's own; null where nobody said.
  tier integer check (tier between 1 and 9),
  topic_area text,
  owner text,
  baseline jsonb,
  baseline_earliest date,
  target jsonb,
  target_earliest date,
  forecast jsonb,
  forecast_earliest date,
  -- The forecast before the present one; null until the forecast first moves.
  previous_forecast jsonb,
  actual jsonb,
  actual_earliest date,
  -- As the programme reported it, which is not how it stands: see the rule in src/plan/model/standing.ts.
  rag text not null default 'none' check (rag in ('red', 'amber', 'green', 'none')),
  rag_raw text,
  rag_reason text not null default '',
  -- When a person last looked at the forecast and stood by it, and who.
  examined_at timestamptz,
  examined_by text,
  source text,
  position integer not null
);
create index milestone_title_key on public.milestone (title_key);
select public.remember('milestone');

create table public.milestone_dependency (
  id text primary key,
  from_id text not null references public.milestone (id) on delete cascade,
  to_id text not null references public.milestone (id) on delete cascade,
  kind text not null check (kind in ('aligned-with', 'after', 'awaits')),
  lag_days integer not null default 0,
  note text not null default '',
  -- The dependency in words, for the history of the milestone: 'aligned with M10'.
  words text not null,
  unique (from_id, to_id),
  check (from_id <> to_id)
);
create index milestone_dependency_to on public.milestone_dependency (to_id);
select public.remember('milestone_dependency');

create table public.topic_area (
  id text primary key,
  name text not null,
  name_key text not null unique,
  state text not null default 'not-started',
  note text not null default '',
  milestone_id text references public.milestone (id) on delete set null,
  position integer not null
);
create index topic_area_milestone on public.topic_area (milestone_id);
select public.remember('topic_area');

create table public.deliverable (
  id text primary key,
  text text not null,
  text_key text not null unique,
  due jsonb,
  due_earliest date,
  state text not null default 'planned',
  meeting_key text,
  position integer not null
);
select public.remember('deliverable');

create table public.planning_assumption (
  id text primary key,
  text text not null,
  text_key text not null unique,
  explicit boolean not null default true,
  source text,
  state text not null default 'proposed',
  position integer not null
);
select public.remember('planning_assumption');

create table public.change_request (
  id text primary key,
  number integer not null unique,
  title text not null,
  request text,
  raised_by text,
  raised_on date,
  state text not null,
  assessment_from date,
  assessment_to date,
  -- References of milestones, in order: ["M6"].
  affected_milestones jsonb not null default '[]',
  -- Whole pounds, and what kind of figure it is ('ROM': rough order of magnitude).
  cost_amount integer,
  cost_kind text,
  schedule_weeks_min integer,
  schedule_weeks_max integer,
  benefit text,
  decision_group text,
  outcome text check (outcome in ('approved', 'approved-with-conditions', 'rejected', 'deferred', 'withdrawn')),
  outcome_note text not null default '',
  decided_by text,
  decided_on date,
  check (schedule_weeks_min <= schedule_weeks_max),
  check ((state = 'outcome') = (outcome is not null))
);
select public.remember('change_request');

create table public.change_request_impact (
  id text primary key,
  change_request_id text not null references public.change_request (id) on delete cascade,
  position integer not null,
  kind text not null check (kind in ('risk', 'scope', 'cost', 'schedule', 'benefit')),
  text text not null
);
create index change_request_impact_of on public.change_request_impact (change_request_id);
select public.remember('change_request_impact');

create table public.change_request_recommendation (
  id text primary key,
  change_request_id text not null references public.change_request (id) on delete cascade,
  position integer not null,
  text text not null,
  condition text,
  by_group text,
  outcome text
);
create index change_request_recommendation_of on public.change_request_recommendation (change_request_id);
select public.remember('change_request_recommendation');

create table public.risk (
  id text primary key,
  number integer not null unique,
  type text not null check (type in ('risk', 'issue')),
  -- The identifier the source gives it, where it gives one of its own.
  identifier text,
  description text not null,
  description_key text not null,
  cause text,
  effect text,
  rag text not null default 'none' check (rag in ('red', 'amber', 'green', 'none')),
  rating_raw text,
  owner text,
  review_date date,
  state text not null default 'open',
  source text
);
create index risk_description_key on public.risk (description_key);
select public.remember('risk');

create table public.risk_mitigation (
  id text primary key,
  risk_id text not null references public.risk (id) on delete cascade,
  position integer not null,
  text text not null,
  done boolean not null default false
);
create index risk_mitigation_of on public.risk_mitigation (risk_id);
select public.remember('risk_mitigation');

create table public.freeze_option (
  id text primary key,
  number integer not null unique,
  name text not null,
  text text not null,
  who_can_act text
);
select public.remember('freeze_option');

create table public.freeze_recommendation (
  id text primary key,
  text text not null,
  text_key text not null unique,
  by_group text,
  meeting_key text,
  outcome text,
  position integer not null
);
select public.remember('freeze_recommendation');

create table public.status_report (
  id text primary key,
  meeting_key text not null unique,
  date date,
  summary text not null,
  percent_complete integer check (percent_complete between 0 and 100),
  rag text not null default 'none' check (rag in ('red', 'amber', 'green', 'none'))
);
select public.remember('status_report');
`;
