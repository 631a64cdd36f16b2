set lock_timeout = '5s';

-- What criteria, or a person, called an incident. An incident of several bodies belongs to the body
-- that coordinates; each body keeps its own.
create table monitoring.incident (
  id              uuid primary key default uuidv7(),
  number          text not null constraint incident_number_once unique
                  constraint incident_number_form check (number ~ '^HD-[0-9]{4}-[0-9]{6}$'),
  body            text not null,
  handling        smallint not null
                  constraint incident_handling_is_tlp check (handling between 0 and 4),
  sector          text not null,
  scope           text not null
                  constraint incident_scope_known check (scope in ('body', 'country')),
  title           text not null
                  constraint incident_title_length check (length(title) between 3 and 200),
  severity        text not null constraint incident_severity_known
                  check (severity in ('low', 'medium', 'high', 'critical')),
  category        text not null,
  category_by     text not null default '',
  state           text not null default 'new' constraint incident_state_known
                  check (state in ('new', 'acknowledged', 'closed', 'merged')),
  first_at        timestamptz not null,
  last_at         timestamptz not null,
  detected_at     timestamptz not null,
  opened_at       timestamptz not null,
  critical_at     timestamptz,
  raised_by       text not null default '',
  acknowledged_at timestamptz,
  acknowledged_by text not null default '',
  closed_at       timestamptz,
  closed_by       text not null default '',
  outcome         text constraint incident_outcome_known
                  check (outcome in ('true-positive', 'false-positive', 'benign', 'duplicate')),
  merged_into     uuid references monitoring.incident,
  case_number     text not null default '',
  constraint incident_closed_whole check ((state = 'closed') = (closed_at is not null)
    and (closed_at is null) = (outcome is null)),
  constraint incident_merged_whole check ((state = 'merged') = (merged_into is not null)),
  constraint incident_acknowledged_whole
    check (acknowledged_at is not null or state <> 'acknowledged'),
  constraint incident_critical_since check ((severity = 'critical') = (critical_at is not null))
);
create index incident_latest on monitoring.incident (opened_at desc, id desc);
create index incident_open on monitoring.incident (body, last_at desc)
  where state in ('new', 'acknowledged');
create index incident_of_case on monitoring.incident (case_number) where case_number <> '';

create table monitoring.incident_alert (
  incident_id uuid not null references monitoring.incident,
  alert_id    uuid not null references monitoring.alert,
  at          timestamptz not null,
  primary key (incident_id, alert_id)
);
create index incident_alert_by_alert on monitoring.incident_alert (alert_id);

-- Why it is one, and why that grave: the criterion as it was, what was measured, what was asked.
create table monitoring.incident_criterion (
  incident_id uuid not null references monitoring.incident,
  version     integer not null references monitoring.criteria_version,
  code        text not null,
  name_az     text collate database.az not null,
  name_en     text not null,
  severity    text not null,
  within      text not null default '',
  measured    jsonb not null,
  reached_at  timestamptz not null,
  noted_at    timestamptz not null,
  primary key (incident_id, version, code)
);

-- Everything that was done about it; added only.
create table monitoring.incident_step (
  id          bigint generated always as identity primary key,
  incident_id uuid not null references monitoring.incident,
  at          timestamptz not null,
  kind        text not null,
  account     text not null default database.caller_account(),
  author      text not null,
  detail      text not null default '',
  words       text collate database.az not null default ''
              constraint incident_words_length check (length(words) <= 4000)
);
create index incident_step_by_incident on monitoring.incident_step (incident_id, id);

-- Who was called about a critical case, and what became of the message.
create table monitoring.incident_call (
  id          uuid primary key default uuidv7(),
  incident_id uuid not null references monitoring.incident,
  step        integer not null,
  whom        text not null,
  account     text not null,
  name        text not null,
  address     text not null,
  at          timestamptz not null,
  state       text not null constraint incident_call_state_known
              check (state in ('queued', 'sent', 'failed', 'nobody')),
  trouble     text not null default '',
  constraint incident_call_once unique (incident_id, step, account)
);

-- What was told to another centre or body about it, and how it went there.
create table monitoring.incident_notice (
  id          uuid primary key default uuidv7(),
  incident_id uuid not null references monitoring.incident,
  receiver    text not null,
  way         text not null
              constraint incident_notice_way_known check (way ~ '^[a-z]{2,20}$'),
  address     text not null default '',
  mail        uuid,
  protection  text not null default '',
  words       text collate database.az not null
              constraint incident_notice_length check (length(words) between 10 and 8000),
  at          timestamptz not null,
  author      text not null,
  account     text not null default database.caller_account()
);
create index incident_notice_by_incident on monitoring.incident_notice (incident_id);

grant select, insert, update (handling, title, severity, category, category_by, state, first_at,
  last_at, critical_at, acknowledged_at, acknowledged_by, closed_at, closed_by, outcome,
  merged_into, case_number) on monitoring.incident to qalxan_app;
grant select, insert on monitoring.incident_alert, monitoring.incident_criterion,
  monitoring.incident_step, monitoring.incident_notice to qalxan_app;
grant select, insert, update (state, trouble) on monitoring.incident_call to qalxan_app;

alter table monitoring.incident enable row level security;
create policy incident_is_seen on monitoring.incident for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('incident', 'read', 'own')))
  or handling <= (select access.ceiling('incident', 'read', 'any')));
create policy incident_is_opened on monitoring.incident for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('incident', 'create', 'own'))));
create policy incident_moves on monitoring.incident for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('incident', 'update', 'own')))
  or handling <= (select access.ceiling('incident', 'update', 'any')));

alter table monitoring.incident_alert enable row level security;
create policy incident_alert_is_seen on monitoring.incident_alert for select to qalxan_app
  using (exists (select from monitoring.incident i where i.id = incident_id));
create policy incident_alert_is_tied on monitoring.incident_alert for insert to qalxan_app
  with check (exists (select from monitoring.incident i where i.id = incident_id)
    and exists (select from monitoring.alert a where a.id = alert_id));

alter table monitoring.incident_criterion enable row level security;
create policy incident_criterion_is_seen on monitoring.incident_criterion for select to qalxan_app
  using (exists (select from monitoring.incident i where i.id = incident_id));
create policy incident_criterion_is_noted on monitoring.incident_criterion for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));

alter table monitoring.incident_step enable row level security;
create policy incident_step_is_seen on monitoring.incident_step for select to qalxan_app
  using (exists (select from monitoring.incident i where i.id = incident_id));
create policy incident_step_is_noted on monitoring.incident_step for insert to qalxan_app
  with check (account = (select database.caller_account())
    and exists (select from monitoring.incident i where i.id = incident_id));

alter table monitoring.incident_call enable row level security;
create policy incident_call_is_seen on monitoring.incident_call for select to qalxan_app
  using (exists (select from monitoring.incident i where i.id = incident_id));
create policy incident_call_is_made on monitoring.incident_call for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy incident_call_moves on monitoring.incident_call for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

alter table monitoring.incident_notice enable row level security;
create policy incident_notice_is_seen on monitoring.incident_notice for select to qalxan_app
  using (exists (select from monitoring.incident i where i.id = incident_id));
create policy incident_notice_is_made on monitoring.incident_notice for insert to qalxan_app
  with check (account = (select database.caller_account())
    and exists (select from monitoring.incident i where i.id = incident_id));
