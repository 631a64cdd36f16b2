set lock_timeout = '5s';

-- Detection rules that are kept and put into force together. Reach 'every': they judge the events of
-- all bodies; 'own': only those of the body that keeps them.
create table monitoring.rule_set (
  id      uuid primary key default uuidv7(),
  body    text not null default database.caller_body(),
  name    text not null constraint rule_set_name_length check (length(name) between 1 and 200),
  reach   text not null constraint rule_set_reach_known check (reach in ('own', 'every')),
  budget  integer not null constraint rule_set_budget_bounded check (budget between 1 and 1000000),
  made_at timestamptz not null,
  made_by text not null,
  constraint rule_set_name_once unique (body, name)
);

-- A set as it was handed in once: its files never change, only its state.
create table monitoring.rule_version (
  id           uuid primary key default uuidv7(),
  set_id       uuid not null references monitoring.rule_set,
  number       integer not null,
  state        text not null default 'draft' constraint rule_version_state_known
               check (state in ('draft', 'tested', 'trial', 'active', 'retired')),
  note         text not null,
  digest       text not null,
  made_at      timestamptz not null,
  made_by      text not null,
  maker        text not null default database.caller_account(),
  files        integer not null,
  rules        integer not null,
  correlations integer not null,
  refused      integer not null,
  cases        integer not null,
  failed       integer not null,
  flaws        jsonb not null,
  version      integer not null default 0,
  constraint rule_version_number_once unique (set_id, number)
);
create unique index rule_version_one_active on monitoring.rule_version (set_id)
  where state = 'active';
create unique index rule_version_one_trial on monitoring.rule_version (set_id)
  where state = 'trial';

create table monitoring.rule_file (
  version_id uuid not null references monitoring.rule_version,
  path       text not null,
  content    bytea not null,
  primary key (version_id, path)
);

-- Who a rule is: its author and licence go with everything that it finds (DRL 1.1).
create table monitoring.rule (
  version_id      uuid not null references monitoring.rule_version,
  rule_id         text not null,
  kind            text not null constraint rule_kind_known check (kind in ('rule', 'correlation')),
  title           text not null,
  level           text not null,
  status          text not null,
  author          text not null,
  license         text not null,
  tags            text[] not null,
  refs            text[] not null,
  false_positives text[] not null,
  path            text not null,
  line            integer not null,
  logsource       text not null,
  primary key (version_id, rule_id)
);

create table monitoring.rule_step (
  id         uuid primary key default uuidv7(),
  version_id uuid not null references monitoring.rule_version,
  at         timestamptz not null,
  state      text not null,
  name       text not null,
  account    text not null default database.caller_account(),
  reason     text not null
);
create index rule_step_by_version on monitoring.rule_step (version_id, id);

-- What a version would have found in stored events; without one that ended well no version becomes
-- active.
create table monitoring.back_test (
  id          uuid primary key default uuidv7(),
  version_id  uuid not null references monitoring.rule_version,
  body        text not null,
  from_at     timestamptz not null,
  until_at    timestamptz not null,
  state       text not null default 'waiting' constraint back_test_state_known
              check (state in ('waiting', 'running', 'done', 'failed')),
  events      bigint not null default 0,
  damaged     bigint not null default 0,
  findings    bigint not null default 0,
  by_rule     jsonb not null default '[]',
  asked_at    timestamptz not null,
  asked_by    text not null,
  account     text not null default database.caller_account(),
  finished_at timestamptz
);
create index back_test_by_version on monitoring.back_test (version_id, id);
create index back_test_open on monitoring.back_test (id) where state in ('waiting', 'running');

grant select, insert, update (budget) on monitoring.rule_set to qalxan_app;
grant select, insert, update (state, version) on monitoring.rule_version to qalxan_app;
grant select, insert on monitoring.rule_file, monitoring.rule, monitoring.rule_step to qalxan_app;
grant select, insert, update (state, events, damaged, findings, by_rule, finished_at)
  on monitoring.back_test to qalxan_app;

alter table monitoring.rule_set enable row level security;
create policy rule_set_is_seen on monitoring.rule_set for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or ((body = (select database.caller_body()) or reach = 'every')
    and (select access.ceiling('monitoring', 'read', 'own')) >= 0)
  or (select access.ceiling('monitoring', 'read', 'any')) >= 0);
create policy rule_set_is_made on monitoring.rule_set for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('monitoring', 'update', 'own')) >= 0
    and (reach = 'own' or (select access.ceiling('monitoring', 'decide', 'any')) >= 0)));
create policy rule_set_is_kept on monitoring.rule_set for update to qalxan_app using (
  body = (select database.caller_body())
  and (select access.ceiling('monitoring', 'decide', 'own')) >= 0);

alter table monitoring.rule_version enable row level security;
create policy rule_version_is_seen on monitoring.rule_version for select to qalxan_app
  using (exists (select from monitoring.rule_set s where s.id = set_id));
create policy rule_version_is_made on monitoring.rule_version for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or ((select access.ceiling('monitoring', 'update', 'own')) >= 0
    and exists (select from monitoring.rule_set s
                 where s.id = set_id and s.body = (select database.caller_body()))));
create policy rule_version_moves on monitoring.rule_version for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or ((select access.ceiling('monitoring', 'update', 'own')) >= 0
    and exists (select from monitoring.rule_set s
                 where s.id = set_id and s.body = (select database.caller_body()))));

-- A version becomes active, or stops being it, only by those who decide, and active only when it was
-- tried on stored events.
create function monitoring.check_rule_version() returns trigger language plpgsql
  set search_path = monitoring, pg_catalog as $$
begin
  if not ((old.state, new.state) in (('draft', 'tested'), ('tested', 'trial'), ('tested', 'active'),
      ('trial', 'active'), ('trial', 'tested'), ('draft', 'retired'), ('tested', 'retired'),
      ('trial', 'retired'), ('active', 'retired'), ('retired', 'tested')) or old.state = new.state) then
    raise exception 'a rule version cannot go from % to %', old.state, new.state
      using errcode = 'check_violation', constraint = 'rule_version_moves_by_its_rules';
  end if;
  if 'active' in (old.state, new.state) and old.state <> new.state
      and not 'system' = any (database.caller_roles())
      and access.ceiling('monitoring', 'decide', 'own') < 0 then
    raise exception 'only who decides puts rules into force'
      using errcode = 'check_violation', constraint = 'rule_version_moves_by_its_rules';
  end if;
  if new.state = 'active' and old.state <> 'active'
      and not exists (select from back_test b where b.version_id = new.id and b.state = 'done') then
    raise exception 'the version was not tried on stored events'
      using errcode = 'check_violation', constraint = 'rule_version_back_tested';
  end if;
  return new;
end $$;
create trigger rule_version_moves_by_its_rules before update of state on monitoring.rule_version
  for each row execute function monitoring.check_rule_version();

alter table monitoring.rule_file enable row level security;
create policy rule_file_is_seen on monitoring.rule_file for select to qalxan_app
  using (exists (select from monitoring.rule_version v where v.id = version_id));
create policy rule_file_is_kept on monitoring.rule_file for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or ((select access.ceiling('monitoring', 'update', 'own')) >= 0
    and exists (select from monitoring.rule_version v join monitoring.rule_set s on s.id = v.set_id
                 where v.id = version_id and v.state = 'draft'
                   and s.body = (select database.caller_body()))));

alter table monitoring.rule enable row level security;
create policy rule_is_seen on monitoring.rule for select to qalxan_app
  using (exists (select from monitoring.rule_version v where v.id = version_id));
create policy rule_is_kept on monitoring.rule for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or ((select access.ceiling('monitoring', 'update', 'own')) >= 0
    and exists (select from monitoring.rule_version v join monitoring.rule_set s on s.id = v.set_id
                 where v.id = version_id and v.state = 'draft'
                   and s.body = (select database.caller_body()))));

alter table monitoring.rule_step enable row level security;
create policy rule_step_is_seen on monitoring.rule_step for select to qalxan_app
  using (exists (select from monitoring.rule_version v where v.id = version_id));
create policy rule_step_is_noted on monitoring.rule_step for insert to qalxan_app
  with check (exists (select from monitoring.rule_version v where v.id = version_id));

-- What a back-test says counts the events of bodies: seen by the body that keeps the rules.
alter table monitoring.back_test enable row level security;
create policy back_test_is_seen on monitoring.back_test for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('monitoring', 'read', 'own')) >= 0)
  or (select access.ceiling('monitoring', 'read', 'any')) >= 0);
create policy back_test_is_asked on monitoring.back_test for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('monitoring', 'update', 'own')) >= 0
    and exists (select from monitoring.rule_version v join monitoring.rule_set s on s.id = v.set_id
                 where v.id = version_id and s.body = (select database.caller_body()))));
create policy back_test_runs on monitoring.back_test for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
