set lock_timeout = '5s';

grant usage on schema monitoring to qalxan_app;

-- Where log events come from, what it watches and for what purpose. Its body and marking are those of
-- every event and finding that comes of it; both stay as they are for the source's whole life.
create table monitoring.source (
  id              uuid primary key default uuidv7(),
  body            text not null default database.caller_body(),
  name            text not null constraint source_name_length check (length(name) between 1 and 200),
  sector          text not null,
  watches         text not null
                  constraint source_watches_length check (length(watches) between 1 and 300),
  criticality     smallint not null
                  constraint source_criticality_known check (criticality between 1 and 4),
  format          text not null,
  product         text not null default '',
  category        text not null default '',
  service         text not null default '',
  purpose         text not null
                  constraint source_purpose_length check (length(purpose) between 10 and 2000),
  retention_days  integer not null
                  constraint source_retention_bounded check (retention_days between 1 and 1096),
  silence_minutes integer not null
                  constraint source_silence_bounded check (silence_minutes between 1 and 43200),
  handling        smallint not null
                  constraint source_handling_is_tlp check (handling between 0 and 4),
  opened_at       timestamptz not null,
  opened_by       text not null,
  closed_at       timestamptz,
  version         integer not null default 0,
  constraint source_name_once unique (body, name)
);

-- Which program may send for the source; a program with a key may send for no other.
create table monitoring.source_key (
  account    uuid primary key,
  source_id  uuid not null references monitoring.source,
  name       text not null,
  issued_at  timestamptz not null,
  issued_by  text not null,
  ends_at    timestamptz not null,
  revoked_at timestamptz
);
create index source_key_by_source on monitoring.source_key (source_id);

-- When the source was last heard, and since when it is silent.
create table monitoring.source_pulse (
  source_id uuid primary key references monitoring.source,
  last_seen timestamptz
);

create table monitoring.source_hour (
  source_id uuid not null references monitoring.source,
  hour      timestamptz not null,
  events    bigint not null default 0,
  damaged   bigint not null default 0,
  primary key (source_id, hour)
);

create table monitoring.silence (
  id         uuid primary key default uuidv7(),
  source_id  uuid not null references monitoring.source,
  since      timestamptz not null,
  noticed_at timestamptz not null,
  ended_at   timestamptz,
  seen_at    timestamptz,
  seen_by    text not null default ''
);
create unique index silence_once on monitoring.silence (source_id) where ended_at is null;

grant select, insert, update (name, sector, watches, criticality, format, product, category,
  service, purpose, retention_days, silence_minutes, closed_at, version)
  on monitoring.source to qalxan_app;
grant select, insert, update (revoked_at) on monitoring.source_key to qalxan_app;
grant select, insert, update (last_seen) on monitoring.source_pulse to qalxan_app;
grant select, insert, update (events, damaged) on monitoring.source_hour to qalxan_app;
grant select, insert, update (ended_at, seen_at, seen_by) on monitoring.silence to qalxan_app;

alter table monitoring.source enable row level security;
create policy source_is_seen on monitoring.source for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= greatest((select access.ceiling('monitoring', 'read', 'own')),
      (select access.ceiling('monitoring', 'create', 'own'))))
  or handling <= (select access.ceiling('monitoring', 'read', 'any')));
create policy source_is_opened on monitoring.source for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'update', 'own'))));
create policy source_is_kept on monitoring.source for update to qalxan_app using (
  body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'update', 'own')));

alter table monitoring.source_key enable row level security;
create policy source_key_is_seen on monitoring.source_key for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or account::text = (select database.caller_account())
  or ((select access.ceiling('monitoring', 'read', 'own')) >= 0
    and exists (select from monitoring.source s
                 where s.id = source_id and s.body = (select database.caller_body()))));
create policy source_key_is_issued on monitoring.source_key for insert to qalxan_app with check (
  (select access.ceiling('monitoring', 'update', 'own')) >= 0
  and exists (select from monitoring.source s
               where s.id = source_id and s.body = (select database.caller_body())));
create policy source_key_is_revoked on monitoring.source_key for update to qalxan_app using (
  (select access.ceiling('monitoring', 'update', 'own')) >= 0
  and exists (select from monitoring.source s
               where s.id = source_id and s.body = (select database.caller_body())));

alter table monitoring.source_pulse enable row level security;
create policy pulse_is_seen on monitoring.source_pulse for select to qalxan_app
  using (exists (select from monitoring.source s where s.id = source_id));
create policy pulse_is_begun on monitoring.source_pulse for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy pulse_is_felt on monitoring.source_pulse for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

alter table monitoring.source_hour enable row level security;
create policy hour_is_seen on monitoring.source_hour for select to qalxan_app
  using (exists (select from monitoring.source s where s.id = source_id));
create policy hour_is_begun on monitoring.source_hour for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy hour_is_counted on monitoring.source_hour for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

alter table monitoring.silence enable row level security;
create policy silence_is_seen on monitoring.silence for select to qalxan_app
  using (exists (select from monitoring.source s where s.id = source_id));
create policy silence_is_noticed on monitoring.silence for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy silence_moves on monitoring.silence for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or ((select access.ceiling('monitoring', 'update', 'own')) >= 0
    and exists (select from monitoring.source s
                 where s.id = source_id and s.body = (select database.caller_body()))));
