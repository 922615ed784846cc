/** Code bodies, the effective-dated profiles that say how each of them works, and their releases. */
import { sql, type Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(CODES).execute(database);
}

const CODES = /* sql */ `
create table public.code_body (
  id text primary key,
  -- The body's name in every reference and address; it never changes.
  short_name text not null unique,
  name text not null,
  administrator text not null default '',
  aliases jsonb not null default '[]',
  kind text not null,
  -- Whether a return to the monthly horizon log is expected, so that silence is seen.
  expected_in_horizon boolean not null default false,
  position integer not null default 0
);
select public.remember('code_body');

create table public.code_body_profile (
  id text primary key,
  body_id text not null references public.code_body (id),
  effective_from date not null,
  -- Last civil day on which it applies; null while it is the present one.
  effective_to date,
  schemes jsonb not null,
  stages jsonb not null,
  impact_words jsonb not null,
  routes jsonb not null,
  deciders jsonb not null,
  appeal_working_days integer,
  release_rules jsonb not null,
  default_effect jsonb not null,
  note text not null default '',
  unique (body_id, effective_from),
  check (effective_to is null or effective_to >= effective_from)
);
select public.remember('code_body_profile');

create table public.code_release (
  id text primary key,
  body_id text not null references public.code_body (id),
  name text not null,
  date date not null,
  kind text not null,
  note text not null default '',
  unique (body_id, date, name)
);
select public.remember('code_release');
`;
