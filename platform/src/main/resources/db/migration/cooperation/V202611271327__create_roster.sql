set lock_timeout = '5s';

-- Who is on duty for a body from when until when; a shift that is cancelled stays and says so.
create table cooperation.shift (
  id           uuid primary key,
  body         text not null,
  post         text not null,
  account      text not null,
  name         text not null,
  address      text not null default '',
  phone        text not null default '',
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  entered_at   timestamptz not null,
  entered_by   text not null,
  cancelled_at timestamptz,
  cancelled_by text not null default '',
  reason       text not null default '',
  constraint shift_post_known check (post in ('officer', 'head')),
  constraint shift_runs_forward check (ends_at > starts_at),
  constraint shift_is_no_week check (ends_at <= starts_at + interval '48 hours'),
  constraint shift_cancelled_for_reason check (cancelled_at is null or reason <> '')
);
create index shift_by_time on cooperation.shift (body, ends_at, starts_at)
  where cancelled_at is null;
grant select, insert on cooperation.shift to qalxan_app;
grant update (cancelled_at, cancelled_by, reason) on cooperation.shift to qalxan_app;
alter table cooperation.shift enable row level security;
create policy shift_is_read on cooperation.shift for select to qalxan_app using (
  (body = (select database.caller_body())
    and (select access.ceiling('cooperation', 'read', 'own')) >= 0)
  or 'system' = any ((select database.caller_roles())::text[]));
create policy shift_is_entered on cooperation.shift for insert to qalxan_app with check (
  (body = (select database.caller_body())
    and (select access.ceiling('cooperation', 'administer', 'own')) >= 0)
  or 'system' = any ((select database.caller_roles())::text[]));
create policy shift_is_cancelled on cooperation.shift for update to qalxan_app using (
  body = (select database.caller_body())
    and (select access.ceiling('cooperation', 'administer', 'own')) >= 0);
