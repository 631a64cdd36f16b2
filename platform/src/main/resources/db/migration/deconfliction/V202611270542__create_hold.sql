set lock_timeout = '5s';

-- What was entered by one person or program on one day, and how many matches it told of. An empty
-- account stands for everything that reached the body from outside, such as the public form.
create table deconfliction.source_day (
  account text not null,
  body    text not null,
  day     date not null,
  reports integer not null default 0,
  bare    integer not null default 0,
  told    integer not null default 0,
  late    integer not null default 0,
  cleared boolean not null default false,
  primary key (account, body, day)
);

-- A source beyond its budget: what it entered tells nobody of a match until a second person has
-- looked at it.
create table deconfliction.hold (
  id         uuid primary key default gen_random_uuid(),
  account    text not null,
  body       text not null,
  day        date not null,
  why        text not null constraint hold_reason_known
             check (why in ('told', 'told-30-days', 'bare')),
  opened_at  timestamptz not null,
  state      text not null default 'open' constraint hold_state_known
             check (state in ('open', 'released', 'rejected')),
  decided_by text,
  decider    text,
  decided_at timestamptz,
  words      text not null default '',
  constraint hold_decided_whole check ((state = 'open') = (decided_at is null)),
  constraint hold_by_another check (decided_by is null or decided_by <> account)
);
create unique index hold_once on deconfliction.hold (account, body) where state = 'open';

-- Tells a body that somebody else's source went beyond its budget with identifiers that stand in the
-- body's own records.
create table deconfliction.alarm (
  hold_id    uuid not null references deconfliction.hold,
  body       text not null,
  raised_at  timestamptz not null,
  seen_at    timestamptz,
  seen_by    text,
  primary key (hold_id, body)
);

grant select, insert, update (reports, bare, told, late, cleared) on deconfliction.source_day to qalxan_app;
grant select, insert on deconfliction.hold to qalxan_app;
grant select, insert, update (seen_at, seen_by) on deconfliction.alarm to qalxan_app;

alter table deconfliction.source_day enable row level security;
create policy source_is_counted on deconfliction.source_day to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

alter table deconfliction.hold enable row level security;
create policy hold_is_opened on deconfliction.hold for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy hold_is_seen on deconfliction.hold for select to qalxan_app using (
  (body = (select database.caller_body()) and account <> (select database.caller_account())
    and (select access.ceiling('deconfliction', 'administer', 'own')) >= 0)
  or (select access.ceiling('deconfliction', 'read', 'any')) >= 0);

alter table deconfliction.alarm enable row level security;
create policy alarm_is_raised on deconfliction.alarm for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy alarm_is_read on deconfliction.alarm for select to qalxan_app using (
  (body = (select database.caller_body())
    and (select access.ceiling('deconfliction', 'decide', 'own')) >= 0)
  or (select access.ceiling('deconfliction', 'read', 'any')) >= 0);
create policy alarm_is_seen on deconfliction.alarm for update to qalxan_app
  using (body = (select database.caller_body())
    and (select access.ceiling('deconfliction', 'decide', 'own')) >= 0);
