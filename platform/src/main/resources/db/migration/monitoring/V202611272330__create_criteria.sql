set lock_timeout = '5s';

-- By which criteria incidents are found: a whole set for each version. One person proposes, two
-- other people of two bodies sign. The pack's first version holds unsigned, and says so.
create table monitoring.criteria_version (
  number      integer primary key constraint criteria_counted check (number > 0),
  origin      text not null
              constraint criteria_origin_known check (origin in ('pack', 'person')),
  state       text not null default 'proposed' constraint criteria_state_known
              check (state in ('proposed', 'in-force', 'superseded', 'rejected')),
  content     jsonb not null,
  digest      text not null,
  note        text collate database.az not null
              constraint criteria_note_length check (length(note) between 3 and 2000),
  account     text not null default database.caller_account(),
  author      text not null,
  body        text not null,
  proposed_at timestamptz not null,
  in_force_at timestamptz,
  ended_at    timestamptz,
  ended_words text not null default '',
  constraint criteria_in_force_whole check (state not in ('in-force', 'superseded')
    or in_force_at is not null)
);
create unique index criteria_one_in_force on monitoring.criteria_version (state)
  where state = 'in-force';
create unique index criteria_one_proposed on monitoring.criteria_version (state)
  where state = 'proposed';

create table monitoring.criteria_signature (
  version integer not null references monitoring.criteria_version,
  account text not null default database.caller_account(),
  name    text not null,
  body    text not null default database.caller_body(),
  at      timestamptz not null,
  primary key (version, account)
);

grant select, insert on monitoring.criteria_version, monitoring.criteria_signature to qalxan_app;
grant update (state, in_force_at, ended_at, ended_words) on monitoring.criteria_version
  to qalxan_app;

alter table monitoring.criteria_version enable row level security;
alter table monitoring.criteria_signature enable row level security;

-- Criteria name nobody: whoever works here may know by what a finding is judged.
create policy criteria_are_known on monitoring.criteria_version for select to qalxan_app
  using (true);
create policy criteria_signatures_are_known on monitoring.criteria_signature for select
  to qalxan_app using (true);
create policy criteria_are_proposed on monitoring.criteria_version for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[])
    or (origin = 'person' and state = 'proposed' and account = (select database.caller_account())
      and body = (select database.caller_body())
      and (select access.ceiling('incident', 'decide', 'own')) >= 0));
create policy criteria_are_signed on monitoring.criteria_signature for insert to qalxan_app
  with check (account = (select database.caller_account())
    and body = (select database.caller_body())
    and (select access.ceiling('incident', 'decide', 'own')) >= 0
    and exists (select from monitoring.criteria_version v where v.number = version
                 and v.state = 'proposed' and v.account <> (select database.caller_account())));
create policy criteria_move on monitoring.criteria_version for update to qalxan_app
  using ((select access.ceiling('incident', 'decide', 'own')) >= 0
    or 'system' = any ((select database.caller_roles())::text[]));

-- Only what two people of two bodies signed comes into force; the pack's first version holds from
-- the start.
create function monitoring.check_criteria() returns trigger language plpgsql
  set search_path = monitoring, pg_catalog as $$
begin
  if old.state in ('superseded', 'rejected') and new.state <> old.state then
    raise exception 'criteria that ended stay so'
      using errcode = 'check_violation', constraint = 'criteria_stay_ended';
  end if;
  if new.state = 'in-force' and old.state <> 'in-force'
      and (select count(*) from criteria_signature s where s.version = new.number) < 2
      or new.state = 'in-force' and old.state <> 'in-force'
      and (select count(distinct s.body) from criteria_signature s where s.version = new.number) < 2
  then
    raise exception 'criteria are signed by two people of two bodies'
      using errcode = 'check_violation', constraint = 'criteria_are_signed_by_two';
  end if;
  return new;
end $$;
create trigger criteria_signed_by_two before update of state on monitoring.criteria_version
  for each row execute function monitoring.check_criteria();
