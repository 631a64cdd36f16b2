set lock_timeout = '5s';

-- What became of an envelope, for its sender; forgotten after some days.
create table exchange.status (
  id           uuid primary key,
  requested_at timestamptz not null,
  account      text not null default database.caller_account(),
  body         text not null default database.caller_body(),
  content      text not null
);
create index status_by_age on exchange.status (requested_at);

grant select, insert, delete on exchange.status to qalxan_app;

alter table exchange.status enable row level security;
create policy status_is_seen on exchange.status for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or account = (select database.caller_account()));
create policy status_is_kept on exchange.status for insert to qalxan_app with check (
  account = (select database.caller_account())
  and (select access.ceiling('exchange', 'create', 'own')) >= 0);
create policy status_is_forgotten on exchange.status for delete to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[]));
