set lock_timeout = '5s';

-- Findings of one entity of a body that are near each other in time. An alert is as narrow as the
-- narrowest of its findings.
create table monitoring.alert (
  id           uuid primary key default uuidv7(),
  body         text not null,
  handling     smallint not null
               constraint alert_handling_is_tlp check (handling between 0 and 4),
  sector       text not null,
  entity_kind  text not null,
  entity       text not null,
  first_at     timestamptz not null,
  last_at      timestamptz not null,
  seen_at      timestamptz not null,
  findings     integer not null default 0,
  level        smallint not null constraint alert_level_known check (level between 1 and 5),
  title        text not null,
  dismissed_at timestamptz,
  dismissed_by text not null default '',
  words        text collate database.az not null default '',
  constraint alert_in_time check (last_at >= first_at)
);
create index alert_by_entity on monitoring.alert (body, entity_kind, entity, last_at desc);
create index alert_latest on monitoring.alert (last_at desc, id desc);

-- Each finding stands in one alert, with what criteria measure of it.
create table monitoring.alert_finding (
  finding_id  uuid primary key,
  alert_id    uuid not null references monitoring.alert,
  at          timestamptz not null,
  seen_at     timestamptz not null,
  source_id   uuid not null,
  rule_id     text not null,
  level       smallint not null,
  criticality smallint not null,
  techniques  text[] not null,
  tactics     text[] not null,
  hosts       text[] not null
);
create index alert_finding_by_alert on monitoring.alert_finding (alert_id, at desc);
create index alert_finding_by_source on monitoring.alert_finding (source_id, at);
create index alert_finding_in_time on monitoring.alert_finding (at);

create table monitoring.alert_entity (
  alert_id uuid not null references monitoring.alert,
  kind     text not null,
  value    text not null,
  body     text not null,
  last_at  timestamptz not null,
  primary key (alert_id, kind, value)
);
create index alert_entity_by_value on monitoring.alert_entity (kind, value, last_at desc);

grant select, insert, update (handling, last_at, first_at, seen_at, findings, level, title,
  dismissed_at, dismissed_by, words) on monitoring.alert to qalxan_app;
grant select, insert on monitoring.alert_finding to qalxan_app;
grant select, insert, update (last_at) on monitoring.alert_entity to qalxan_app;

alter table monitoring.alert enable row level security;
create policy alert_is_seen on monitoring.alert for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('incident', 'read', 'own')))
  or handling <= (select access.ceiling('incident', 'read', 'any')));
create policy alert_is_made on monitoring.alert for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy alert_grows on monitoring.alert for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('incident', 'update', 'own')))
  or handling <= (select access.ceiling('incident', 'update', 'any')));

alter table monitoring.alert_finding enable row level security;
create policy alert_finding_is_seen on monitoring.alert_finding for select to qalxan_app
  using (exists (select from monitoring.alert a where a.id = alert_id));
create policy alert_finding_is_made on monitoring.alert_finding for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));

alter table monitoring.alert_entity enable row level security;
create policy alert_entity_is_seen on monitoring.alert_entity for select to qalxan_app
  using (exists (select from monitoring.alert a where a.id = alert_id));
create policy alert_entity_is_made on monitoring.alert_entity for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy alert_entity_grows on monitoring.alert_entity for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
