/** Packs read in: staged, reviewed, accepted; and where each value of the record came from. */
import { sql, type Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(INTAKE).execute(database);
}

const INTAKE = /* sql */ `
create table public.intake (
  id text primary key,
  file_id text not null references public.file (id),
  file_name text not null,
  format text not null,
  group_name text,
  meeting_number text,
  meeting_date date,
  state text not null check (state in ('staged', 'accepted', 'discarded')),
  coverage double precision not null,
  structure_coverage double precision not null,
  counts jsonb not null,
  -- What accepting did, by record: null until accepted.
  outcome jsonb
);
create index intake_file on public.intake (file_id);
create index intake_state on public.intake (state);
select public.remember('intake');

-- What was read, exactly as it was read: the text that spans point into, and the recognised contents. Never changes.
create table public.intake_reading (
  intake_id text primary key references public.intake (id),
  text text not null,
  pages jsonb not null,
  contents jsonb not null,
  notes jsonb not null
);
create trigger intake_reading_never_changes before update or delete on public.intake_reading
  for each row execute function public.refuse_change();

create table public.intake_finding (
  id text primary key,
  intake_id text not null references public.intake (id),
  position integer not null,
  code text not null,
  severity text not null check (severity in ('error', 'warning', 'notice')),
  message text not null,
  span_start integer not null,
  span_end integer not null,
  about text,
  suggestion jsonb,
  state text not null check (state in ('open', 'accepted', 'corrected', 'dismissed')),
  note text not null default '',
  unique (intake_id, position)
);
select public.remember('intake_finding');

-- A value put right by a person; the words of the source stay in the reading.
create table public.intake_correction (
  id text primary key,
  intake_id text not null references public.intake (id),
  finding_id text references public.intake_finding (id),
  record_key text not null,
  path text not null,
  words text not null,
  unique (intake_id, record_key, path)
);
select public.remember('intake_correction');

create table public.provenance (
  id text primary key,
  record_kind text not null,
  record_id text not null,
  field text not null,
  intake_id text not null references public.intake (id),
  span_start integer not null,
  span_end integer not null,
  raw text not null,
  unique (record_kind, record_id, field, intake_id)
);
create index provenance_intake on public.provenance (intake_id);
select public.remember('provenance');
`;
