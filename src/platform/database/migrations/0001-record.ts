/**
 * The ledger, and history by trigger.
 *
 * Every change of a record happens inside a command; the command writes one row of `entry` (who, what, why, when) and
 * names it in the transaction's setting `pandect.entry`. `remember('some_table')` then makes the database keep that
 * table's past by itself:
 *
 *   public.some_table    the present, with `entry`, `recorded_at` and `version` kept by the trigger
 *   history.some_table   each former row with the range of instants during which it was the present
 *   past.some_table      a view of the table as at the instant in the setting `pandect.as_at`
 *
 * With `search_path = past, public` the very same queries read the past. A write outside a command fails.
 * `remember` may be called again after a table has got new columns or indexes.
 */
import { sql, type Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(RECORD).execute(database);
}

const RECORD = /* sql */ `
create schema history;
create schema past;

create table public.entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  command text not null,
  reason text,
  request_id text
);
create index entry_at on public.entry (at);

create function public.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is only ever added to (% on %)', tg_op, tg_table_name using errcode = 'PD001';
end $$;
create trigger entry_is_append_only before update or delete on public.entry
  for each row execute function public.refuse_change();
create trigger entry_is_kept before truncate on public.entry execute function public.refuse_change();

-- The instant that past.* views show.
create function public.as_at() returns timestamptz stable language sql as
  $$ select current_setting('pandect.as_at')::timestamptz $$;

create function public.remember(table_name text) returns void language plpgsql as $remember$
declare
  column_list text;
  old_list text;
  extra record;
begin
  execute format('alter table public.%I
    add column if not exists entry bigint not null references public.entry (id),
    add column if not exists recorded_at timestamptz not null,
    add column if not exists version integer not null', table_name);
  execute format('create table if not exists history.%I (
    valid tstzrange not null, ended_by bigint not null references public.entry (id), deleted boolean not null)', table_name);

  -- Columns that the table has and its history lacks.
  for extra in
    select a.attname, format_type(a.atttypid, a.atttypmod) as type
    from pg_attribute a
    where a.attrelid = format('public.%I', table_name)::regclass and a.attnum > 0 and not a.attisdropped
      and not exists (select 1 from pg_attribute h
        where h.attrelid = format('history.%I', table_name)::regclass and h.attname = a.attname and not h.attisdropped)
    order by a.attnum
  loop
    execute format('alter table history.%I add column %I %s', table_name, extra.attname, extra.type);
  end loop;

  execute format('create index if not exists %I on history.%I using gist (valid)', table_name || '_valid', table_name);
  execute format('create index if not exists %I on history.%I (upper(valid))', table_name || '_ended', table_name);
  execute format('create index if not exists %I on public.%I (recorded_at)', table_name || '_recorded_at', table_name);
  -- The past is looked up by the same keys as the present: those of the row itself, and of what it belongs to. Indexes
  -- for sorting and for columns of few values stay out: over fifty versions of each row they find too much, and the
  -- planner that combines them with the range takes twice as long (bench/, "past").
  for extra in
    select c.relname, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = format('public.%I', table_name)::regclass and c.relname <> table_name || '_recorded_at'
      and i.indpred is null
      and (i.indisunique or exists (select 1 from pg_attribute a
        where a.attrelid = i.indrelid and a.attnum = any (i.indkey)
          and (a.attname ~ '(^|_)id$' or (a.attnum = i.indkey[0] and a.attname ~ '_key$'))))
      and not exists (select 1 from pg_class h join pg_namespace n on n.oid = h.relnamespace
        where n.nspname = 'history' and h.relname = c.relname)
  loop
    execute regexp_replace(extra.definition, '^CREATE (UNIQUE )?INDEX (\\S+) ON public\\.', 'CREATE INDEX \\2 ON history.');
  end loop;

  select string_agg(quote_ident(a.attname), ', ' order by a.attnum),
         string_agg('old.' || quote_ident(a.attname), ', ' order by a.attnum)
    into column_list, old_list
    from pg_attribute a
    where a.attrelid = format('public.%I', table_name)::regclass and a.attnum > 0 and not a.attisdropped;

  execute format($keep$
    create or replace function history.%1$I() returns trigger language plpgsql as $body$
    declare
      this_entry bigint := nullif(current_setting('pandect.entry', true), '')::bigint;
      this_instant timestamptz := nullif(current_setting('pandect.entry_at', true), '')::timestamptz;
    begin
      if this_entry is null or this_instant is null then
        raise exception 'Nothing may change %1$s outside a command' using errcode = 'PD002';
      end if;
      if tg_op = 'INSERT' then
        new.entry := this_entry; new.recorded_at := this_instant; new.version := 1;
        return new;
      end if;
      if tg_op = 'UPDATE' then
        if new.id is distinct from old.id then
          raise exception 'The id of a record is permanent (%1$s %%)', old.id using errcode = 'PD003';
        end if;
        new.entry := old.entry; new.recorded_at := old.recorded_at; new.version := old.version;
        if new is not distinct from old then
          return new; -- nothing changed: no trace, no new version
        end if;
        new.entry := this_entry; new.recorded_at := this_instant; new.version := old.version + 1;
      end if;
      -- What one command makes and changes again was never seen in between, so it is not history.
      if old.entry <> this_entry then
        insert into history.%1$I (valid, ended_by, deleted, %2$s)
          values (tstzrange(old.recorded_at, this_instant), this_entry, tg_op = 'DELETE', %3$s);
      elsif tg_op = 'DELETE' then
        -- Changed and then removed by this one command: what it was before, ended by removal.
        update history.%1$I set deleted = true where id = old.id and ended_by = this_entry;
      end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $body$ $keep$, table_name, column_list, old_list);
  execute format('create or replace trigger remember before insert or update or delete on public.%1$I
    for each row execute function history.%1$I()', table_name);
  execute format('create or replace trigger keep before truncate on public.%1$I execute function public.refuse_change()', table_name);

  execute format('drop view if exists past.%I', table_name);
  execute format('create view past.%1$I as
    select %2$s from public.%1$I where recorded_at <= public.as_at()
    union all
    select %2$s from history.%1$I where valid @> public.as_at()', table_name, column_list);
end $remember$;

-- Files as they came in or went out; content is named by its hash and never changes.
create table public.file (
  id text primary key,
  sha256 text not null unique,
  name text not null,
  media_type text not null,
  size integer not null,
  content bytea not null,
  stored_at timestamptz not null default now()
);
create trigger file_is_append_only before update or delete on public.file
  for each row execute function public.refuse_change();

create table public.person (
  id text primary key,
  name text not null,
  roles jsonb not null,
  organisation text not null default ''
);
select public.remember('person');

create table public.session (
  token_sha256 text primary key,
  person_id text not null references public.person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);

-- The programme this record is of: one row.
create table public.programme (
  id text primary key check (id = 'programme'),
  name text not null,
  short_name text not null,
  sample boolean not null default false,
  -- The civil date on which a sample programme stands still; null for a live one, whose today is today.
  standing_date date
);
select public.remember('programme');

-- What a meeting discusses, an action concerns, a milestone awaits: a link between any two records.
create table public.record_link (
  id text primary key,
  from_kind text not null,
  from_id text not null,
  relation text not null,
  to_kind text not null,
  to_id text not null,
  note text not null default '',
  unique (from_kind, from_id, relation, to_kind, to_id)
);
create index record_link_to on public.record_link (to_kind, to_id);
select public.remember('record_link');
`;
