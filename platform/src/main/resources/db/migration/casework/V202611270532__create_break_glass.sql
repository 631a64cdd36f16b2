set lock_timeout = '5s';

-- Somebody outside asks to see a secluded case at once; a second person consents. The number stands
-- as it was typed: a request for a case that does not exist looks like any other.
create table casework.break_glass (
  id             uuid primary key,
  case_number    text not null,
  case_id        uuid references casework.case_file (id),
  body           text not null default database.caller_body(),
  account        text not null default database.caller_account(),
  name           text not null,
  reason         text not null collate database.az,
  asked_at       timestamptz not null,
  state          text not null default 'asked',
  decided_at     timestamptz,
  decided_by     text not null default '',
  decider        text not null default '',
  decision_words text not null default '' collate database.az,
  until          timestamptz,
  constraint break_glass_state_known check (state in ('asked', 'approved', 'refused')),
  constraint break_glass_by_two check (decided_by = '' or decided_by <> account),
  constraint break_glass_decided_whole
    check ((state = 'asked') = (decided_at is null) and (state = 'asked') = (decided_by = '')),
  constraint break_glass_approved_ends check ((state = 'approved') = (until is not null))
);
create index break_glass_by_body on casework.break_glass (body, state, asked_at desc);
create index break_glass_by_account on casework.break_glass (account, asked_at desc);
create index break_glass_by_case on casework.break_glass (case_id, decided_at desc);

-- Who has taken note of an alarm; until then it stands among what waits for that person.
create table casework.alarm_seen (
  break_glass uuid not null references casework.break_glass (id),
  account     text not null default database.caller_account(),
  at          timestamptz not null,
  constraint alarm_seen_once primary key (break_glass, account)
);

grant select, insert on casework.break_glass to qalxan_app;
grant update (state, decided_at, decided_by, decider, decision_words)
  on casework.break_glass to qalxan_app;
grant select, insert on casework.alarm_seen to qalxan_app;
alter table casework.break_glass enable row level security;
alter table casework.alarm_seen enable row level security;

create policy break_glass_is_seen on casework.break_glass for select to qalxan_app using (
  account = (select database.caller_account())
  or 'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('casework', 'administer', 'own')) >= 0)
  or (state = 'approved' and (
    (body = (select database.caller_body())
      and (select access.ceiling('audit', 'read', 'own')) >= 0)
    or (select access.ceiling('audit', 'read', 'any')) >= 0
    or exists (select from casework.case_file c where c.id = case_id))));
create policy break_glass_is_asked on casework.break_glass for insert to qalxan_app with check (
  state = 'asked' and case_id is null and account = (select database.caller_account())
  and body = (select database.caller_body())
  and (select access.ceiling('casework', 'read', 'own')) >= 0);
create policy break_glass_is_refused on casework.break_glass for update to qalxan_app
  using (state = 'asked' and body = (select database.caller_body())
    and account <> (select database.caller_account())
    and (select access.ceiling('casework', 'administer', 'own')) >= 0)
  with check (state = 'refused');
create policy alarm_is_seen_by_oneself on casework.alarm_seen to qalxan_app
  using (account = (select database.caller_account()))
  with check (account = (select database.caller_account())
    and exists (select from casework.break_glass b where b.id = break_glass));

-- A second person consents. The answer is the same whether there is such a case or not; when there
-- is, the one who asked enters its compartment until then, and the case remembers it.
create function casework.approve_break_glass(
    asked uuid, decider_name text, words text, moment timestamptz, ends timestamptz)
  returns boolean language plpgsql security definer set search_path = casework, pg_catalog as $$
declare
  b break_glass%rowtype;
  c case_file%rowtype;
begin
  if ends > moment + interval '4 hours' then
    raise exception 'broken glass closes after four hours' using errcode = 'check_violation';
  end if;
  update break_glass g
     set state = 'approved', decided_at = moment, decided_by = database.caller_account(),
         decider = decider_name, decision_words = words, until = ends
   where g.id = asked and g.state = 'asked' and g.body = database.caller_body()
     and g.account <> database.caller_account() and g.asked_at > moment - interval '24 hours'
     and access.ceiling('casework', 'administer', 'own') >= 0
  returning * into b;
  if not found then
    return false;
  end if;
  select * into c from case_file f
   where f.number = b.case_number and f.body = b.body and f.compartment is not null
     and f.handling <= access.ceiling('casework', 'administer', 'own');
  if found then
    perform access.break_into(
      c.compartment, b.account, b.name, ends, b.reason, decider_name, moment);
    update break_glass g set case_id = c.id where g.id = b.id;
    insert into happening (case_id, at, kind, author, detail)
    values (c.id, moment, 'glass-broken', b.name, decider_name || ' · ' || b.reason);
  end if;
  return true;
end $$;
revoke execute on function casework.approve_break_glass from public;
grant execute on function casework.approve_break_glass to qalxan_app;
