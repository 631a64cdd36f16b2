set lock_timeout = '5s';

-- What a sender handed over at once, under a key of its own: sent again it is taken once. A batch
-- waits until the detection has judged it; judged_no is its place in the order of judging.
create table monitoring.batch (
  id        bigint generated always as identity primary key,
  source_id uuid not null references monitoring.source,
  body      text not null,
  handling  smallint not null,
  key       text not null constraint batch_key_form check (length(key) between 1 and 100),
  digest    text not null,
  lines     integer not null,
  events    integer not null,
  damaged   integer not null,
  taken_at  timestamptz not null,
  first_id  uuid,
  last_id   uuid,
  attempts  integer not null default 0,
  judged_at timestamptz,
  judged_no bigint,
  constraint batch_once unique (source_id, key),
  constraint batch_judged_whole check ((judged_at is null) = (judged_no is null))
);
create index batch_waiting on monitoring.batch (id) where judged_at is null;
create unique index batch_in_order on monitoring.batch (judged_no) where judged_no is not null;
create sequence monitoring.judged;

-- Events as they came, to the byte. The id is a UUID of version 7 of the moment of taking, so that
-- days are ranges of ids: what is over goes with its day's partition.
create table monitoring.event (
  id        uuid primary key,
  source_id uuid not null,
  body      text not null,
  handling  smallint not null,
  at        timestamptz not null,
  batch_id  bigint not null,
  line      integer not null,
  raw       bytea not null
) partition by range (id);
create index event_by_source on monitoring.event (source_id, id);
create index event_by_batch on monitoring.event (batch_id, line);
create table monitoring.event_undated partition of monitoring.event default;

-- By which hosts, users, addresses, names and digests an event is found.
create table monitoring.event_key (
  key      text collate "C" not null,
  event_id uuid not null,
  body     text not null,
  handling smallint not null,
  primary key (key, event_id)
) partition by range (event_id);
create index event_key_by_event on monitoring.event_key (event_id);
create table monitoring.event_key_undated partition of monitoring.event_key default;

-- Lines that are no events: counted in the batch, some kept for repair.
create table monitoring.damaged_line (
  batch_id bigint not null references monitoring.batch,
  line     integer not null,
  body     text not null,
  handling smallint not null,
  problem  text not null,
  place    integer not null,
  raw      bytea not null constraint damaged_line_bounded check (length(raw) <= 65536),
  kept_at  timestamptz not null,
  primary key (batch_id, line)
);

grant select, insert (source_id, body, handling, key, digest, lines, events, damaged,
  taken_at, first_id, last_id), update (attempts, judged_at, judged_no)
  on monitoring.batch to qalxan_app;
grant select, insert on monitoring.event, monitoring.event_key, monitoring.damaged_line
  to qalxan_app;
grant usage on sequence monitoring.judged to qalxan_app;

alter table monitoring.batch enable row level security;
create policy batch_is_seen on monitoring.batch for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= greatest((select access.ceiling('monitoring', 'read', 'own')),
      (select access.ceiling('monitoring', 'create', 'own'))))
  or handling <= (select access.ceiling('monitoring', 'read', 'any')));
create policy batch_is_taken on monitoring.batch for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'create', 'own'))));
create policy batch_is_judged on monitoring.batch for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
create policy batch_is_tried_again on monitoring.batch for update to qalxan_app using (
  judged_at is null and body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'update', 'own')))
  with check (judged_at is null and attempts = 0);

alter table monitoring.event enable row level security;
alter table monitoring.event_undated enable row level security;
create policy event_is_seen on monitoring.event for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'read', 'own')))
  or handling <= (select access.ceiling('monitoring', 'read', 'any')));
create policy event_is_taken on monitoring.event for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'create', 'own'))));

alter table monitoring.event_key enable row level security;
alter table monitoring.event_key_undated enable row level security;
create policy event_key_is_seen on monitoring.event_key for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'read', 'own')))
  or handling <= (select access.ceiling('monitoring', 'read', 'any')));
create policy event_key_is_taken on monitoring.event_key for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'create', 'own'))));

alter table monitoring.damaged_line enable row level security;
create policy damaged_line_is_seen on monitoring.damaged_line for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'read', 'own')))
  or handling <= (select access.ceiling('monitoring', 'read', 'any')));
create policy damaged_line_is_kept on monitoring.damaged_line for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'create', 'own'))));

-- The least id of a day (UTC).
create function monitoring.first_id(day date) returns uuid language sql immutable strict
  return (lpad(to_hex((extract(epoch from day) * 1000)::bigint), 12, '0')
    || '00000000000000000000')::uuid;

-- Makes room for a day's events. A day whose events lie in the undated part stays there.
create function monitoring.open_day(day date) returns boolean language plpgsql
  security definer set search_path = monitoring, pg_catalog as $$
declare
  part text;
  lower uuid := monitoring.first_id(day);
  upper uuid := monitoring.first_id(day + 1);
begin
  if not 'system' = any (database.caller_roles())
      or day not between current_date - 1 and current_date + 7
      or to_regclass('monitoring.event_' || to_char(day, 'YYYYMMDD')) is not null
      or exists (select from event_undated where id >= lower and id < upper)
      or exists (select from event_key_undated where event_id >= lower and event_id < upper) then
    return false;
  end if;
  foreach part in array array['event', 'event_key'] loop
    execute format('create table monitoring.%I (like monitoring.%I including all)',
      part || '_' || to_char(day, 'YYYYMMDD'), part);
    execute format('alter table monitoring.%I enable row level security',
      part || '_' || to_char(day, 'YYYYMMDD'));
    execute format('alter table monitoring.%I attach partition monitoring.%I for values from (%L) to (%L)',
      part, part || '_' || to_char(day, 'YYYYMMDD'), lower, upper);
  end loop;
  return true;
end $$;
revoke execute on function monitoring.open_day from public;
grant execute on function monitoring.open_day to qalxan_app;

-- Forgets the events of a source that were taken before a moment; at most so many at once.
create function monitoring.forget_events(source uuid, before timestamptz, most integer)
  returns bigint language plpgsql security definer
  set search_path = monitoring, pg_catalog as $$
declare
  doomed uuid[];
  bound uuid := (lpad(to_hex(floor(extract(epoch from before) * 1000)::bigint), 12, '0')
    || '00000000000000000000')::uuid;
begin
  if not 'system' = any (database.caller_roles()) then
    return 0;
  end if;
  doomed := array(select e.id from event e
                   where e.source_id = source and e.id < bound order by e.id limit most);
  delete from event_key where event_id = any (doomed);
  delete from event where id = any (doomed);
  delete from damaged_line d using batch b
   where b.id = d.batch_id and b.source_id = source and d.kept_at < before;
  return cardinality(doomed);
end $$;
revoke execute on function monitoring.forget_events from public;
grant execute on function monitoring.forget_events to qalxan_app;

-- Drops the rooms of days before that one which are empty.
create function monitoring.drop_empty_days(before date) returns integer language plpgsql
  security definer set search_path = monitoring, pg_catalog as $$
declare
  part record;
  filled boolean;
  dropped integer := 0;
begin
  if not 'system' = any (database.caller_roles()) then
    return 0;
  end if;
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent in ('monitoring.event'::regclass, 'monitoring.event_key'::regclass)
       and c.relname ~ '_[0-9]{8}$' and right(c.relname, 8) < to_char(before, 'YYYYMMDD')
  loop
    execute format('select exists (select from monitoring.%I)', part.relname) into filled;
    if not filled then
      execute format('drop table monitoring.%I', part.relname);
      dropped := dropped + 1;
    end if;
  end loop;
  return dropped;
end $$;
revoke execute on function monitoring.drop_empty_days from public;
grant execute on function monitoring.drop_empty_days to qalxan_app;
