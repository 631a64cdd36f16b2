set lock_timeout = '5s';

-- What is found and is none: said by a person, with a reason, until a day. Marked as the finding is
-- for whose like it was made.
create table monitoring.suppression (
  id          uuid primary key default uuidv7(),
  body        text not null default database.caller_body(),
  rule_id     text not null constraint suppression_of_a_rule check (rule_id <> ''),
  rule_title  text not null,
  source_id   uuid references monitoring.source,
  entity_kind text not null default '',
  entity      text not null default '',
  handling    smallint not null
              constraint suppression_handling_is_tlp check (handling between 0 and 4),
  reason      text not null constraint suppression_reason_length
              check (length(reason) between 10 and 2000),
  until       timestamptz not null,
  made_at     timestamptz not null,
  made_by     text not null,
  account     text not null default database.caller_account(),
  ended_at    timestamptz,
  ended_by    text not null default '',
  constraint suppression_ends_later check (until > made_at),
  constraint suppression_entity_whole check ((entity = '') = (entity_kind = ''))
);
create index suppression_by_body on monitoring.suppression (body, id desc);
create index suppression_live on monitoring.suppression (rule_id) where ended_at is null;

-- That a rule holds for an event, or a correlation for several. Written once: with its batch's mark
-- of being judged, in one transaction.
create table monitoring.finding (
  id            uuid primary key,
  body          text not null,
  handling      smallint not null,
  source_id     uuid not null references monitoring.source,
  event_id      uuid not null,
  batch_id      bigint not null,
  at            timestamptz not null,
  seen_at       timestamptz not null,
  version_id    uuid not null references monitoring.rule_version,
  rule_id       text not null,
  rule_title    text not null,
  level         text not null,
  matched       jsonb not null,
  entities      jsonb not null,
  event_ids     uuid[] not null,
  group_key     text not null default '',
  trial         boolean not null,
  suppressed_by uuid references monitoring.suppression,
  over_budget   boolean not null default false,
  constraint finding_once unique (event_id, version_id, rule_id, group_key)
);
create index finding_by_body on monitoring.finding (body, id desc);
create index finding_by_rule on monitoring.finding (rule_id, id desc);
create index finding_by_source on monitoring.finding (source_id, id desc);
create index finding_by_version on monitoring.finding (version_id, id desc);

-- How often a rule found something on a day at a body: what its noise budget is held against.
create table monitoring.rule_day (
  version_id uuid not null references monitoring.rule_version,
  rule_id    text not null,
  body       text not null,
  day        date not null,
  findings   integer not null default 0,
  primary key (version_id, rule_id, body, day)
);

-- What correlations remember of a body's events, as of a place in the order of judging.
create table monitoring.correlation_state (
  version_id uuid not null references monitoring.rule_version,
  body       text not null,
  judged_no  bigint not null,
  state      bytea not null,
  kept_at    timestamptz not null,
  primary key (version_id, body)
);

grant select, insert, update (ended_at, ended_by) on monitoring.suppression to qalxan_app;
grant select, insert on monitoring.finding to qalxan_app;
grant select, insert, update (findings) on monitoring.rule_day to qalxan_app;
grant select, insert, update (judged_no, state, kept_at), delete
  on monitoring.correlation_state to qalxan_app;

alter table monitoring.suppression enable row level security;
create policy suppression_is_seen on monitoring.suppression for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'read', 'own')))
  or handling <= (select access.ceiling('monitoring', 'read', 'any')));
create policy suppression_is_made on monitoring.suppression for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'update', 'own'))));
create policy suppression_ends on monitoring.suppression for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'update', 'own'))));

alter table monitoring.finding enable row level security;
create policy finding_is_seen on monitoring.finding for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'read', 'own')))
  or handling <= (select access.ceiling('monitoring', 'read', 'any')));
create policy finding_is_made on monitoring.finding for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));

alter table monitoring.rule_day enable row level security;
create policy rule_day_is_seen on monitoring.rule_day for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('monitoring', 'read', 'own')) >= 0)
  or (select access.ceiling('monitoring', 'read', 'any')) >= 0);
create policy rule_day_is_begun on monitoring.rule_day for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy rule_day_is_counted on monitoring.rule_day for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

alter table monitoring.correlation_state enable row level security;
create policy correlation_state_is_the_systems on monitoring.correlation_state to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
