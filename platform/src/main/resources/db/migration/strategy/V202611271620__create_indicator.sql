set lock_timeout = '5s';

-- What an indicator is: a version for each change, proposed by one person and judged by another. The
-- version in force is the one that was approved last. What the country pack brings is our proposal: it
-- is in force until somebody changes it, and says so.
create table strategy.indicator_version (
  id            uuid primary key,
  code          text not null constraint indicator_code_form check (code ~ '^[a-z][a-z0-9-]{1,59}$'),
  number        integer not null constraint indicator_version_counted check (number > 0),
  name_az       text collate database.az not null
                constraint indicator_name_az_length check (length(name_az) between 3 and 200),
  name_en       text not null
                constraint indicator_name_en_length check (length(name_en) between 3 and 200),
  why_az        text collate database.az not null
                constraint indicator_why_az_length check (length(why_az) <= 1000),
  why_en        text not null constraint indicator_why_en_length check (length(why_en) <= 1000),
  unit          text not null,
  direction     text not null
                constraint indicator_direction_known check (direction in ('up', 'down', 'keep')),
  baseline      numeric,
  target        numeric,
  target_on     date,
  step          text not null
                constraint indicator_step_known check (step in ('month', 'quarter', 'year')),
  formula       text not null default ''
                constraint indicator_formula_length check (length(formula) <= 1000),
  owner         text not null,
  measures      text[] not null,
  aims          text[] not null,
  retired       boolean not null default false,
  origin        text not null
                constraint indicator_origin_known check (origin in ('pack', 'person')),
  reason        text collate database.az not null
                constraint indicator_reason_length check (length(reason) between 3 and 1000),
  account       text not null default database.caller_account(),
  author        text not null,
  proposed_at   timestamptz not null,
  state         text not null default 'proposed' constraint indicator_state_known
                check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  decided_by    text,
  decider       text,
  decided_at    timestamptz,
  words         text collate database.az not null default ''
                constraint indicator_words_length check (length(words) <= 1000),
  constraint indicator_version_once unique (code, number),
  constraint indicator_decided_whole check ((state = 'proposed') = (decided_at is null)
    and (decided_at is null) = (decided_by is null) and (decided_at is null) = (decider is null)),
  constraint indicator_has_four_eyes check (origin = 'pack' or state in ('proposed', 'withdrawn')
    or account <> decided_by),
  constraint indicator_target_has_day check (target_on is null or target is not null)
);
create index indicator_version_in_force on strategy.indicator_version (code, decided_at desc)
  where state = 'approved';
create index indicator_version_proposed on strategy.indicator_version (proposed_at)
  where state = 'proposed';

-- What was said of a period: never changed, only followed by another saying. Figures are kept with the
-- value, so that a past one can be shown as it was reckoned then.
create table strategy.indicator_value (
  sequence    bigint generated always as identity primary key,
  code        text not null,
  version     uuid not null references strategy.indicator_version,
  period      text not null constraint indicator_period_form
              check (period ~ '^[0-9]{4}(-[0-9]{2}|Q[1-4])?$'),
  period_from date not null,
  value       numeric,
  causes      jsonb not null default '[]',
  figures     jsonb not null default '[]',
  hand        boolean not null,
  said_at     timestamptz not null,
  account     text not null default database.caller_account(),
  author      text not null default '',
  source      text collate database.az not null default ''
              constraint indicator_source_length check (length(source) <= 500),
  source_on   date,
  constraint indicator_value_or_cause check ((value is null) = (causes <> '[]'::jsonb)),
  constraint indicator_hand_has_source check (not hand
    or (value is not null and length(source) >= 3 and source_on is not null and author <> ''))
);
create index indicator_value_by_period
  on strategy.indicator_value (version, period_from, sequence desc);
create index indicator_value_by_code on strategy.indicator_value (code, period_from, sequence desc);

-- That a version was worked out in a month; once, so that nobody learns of a single record by asking
-- again.
create table strategy.indicator_round (
  version uuid not null references strategy.indicator_version,
  month   date not null,
  at      timestamptz not null,
  constraint indicator_round_once primary key (version, month)
);

grant select, insert on strategy.indicator_version, strategy.indicator_value,
  strategy.indicator_round to qalxan_app;
grant update (state, decided_by, decider, decided_at, words) on strategy.indicator_version
  to qalxan_app;

alter table strategy.indicator_version enable row level security;
alter table strategy.indicator_value enable row level security;
alter table strategy.indicator_round enable row level security;

-- Indicators are public as the plan is: small counts are kept back before they are stored.
create policy indicator_version_is_public on strategy.indicator_version for select to qalxan_app
  using (true);
create policy indicator_value_is_public on strategy.indicator_value for select to qalxan_app
  using (true);
create policy indicator_round_is_public on strategy.indicator_round for select to qalxan_app
  using (true);

create policy indicator_version_is_proposed on strategy.indicator_version for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[])
    or (origin = 'person' and state = 'proposed' and account = (select database.caller_account())
      and owner = (select database.caller_body())
      and (select access.ceiling('strategy', 'create', 'own')) >= 0));
create policy indicator_version_is_judged on strategy.indicator_version for update to qalxan_app
  using (state = 'proposed' and (account = (select database.caller_account())
      or (select access.ceiling('strategy', 'decide', 'any')) >= 0))
  with check (decided_by = (select database.caller_account())
    and ((state = 'withdrawn' and account = (select database.caller_account()))
      or (state in ('approved', 'refused') and account <> (select database.caller_account())
        and (select access.ceiling('strategy', 'decide', 'any')) >= 0)));

-- The system works values out; people of the owning body enter by hand what no register tells.
create policy indicator_value_is_said on strategy.indicator_value for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[])
    or (hand and account = (select database.caller_account())
      and (select access.ceiling('strategy', 'update', 'own')) >= 0
      and exists (select from strategy.indicator_version v
                   where v.id = version and v.owner = (select database.caller_body())
                     and v.formula = '' and v.state = 'approved')));
create policy indicator_round_is_made on strategy.indicator_round for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
