set lock_timeout = '5s';

-- A server of others is read only when a second person of the body admitted it. Those registered
-- before wait for that too.
alter table exchange.remote
  add column registrant text not null default database.caller_account(),
  add column confirmed_at timestamptz,
  add column confirmed_by text not null default '';

drop index exchange.remote_due;
create index remote_due on exchange.remote (next_at)
  where stopped_at is null and confirmed_at is not null;

-- False when the caller may not: who registered it, who may not decide, or when it was done before.
create function exchange.admit_remote(remote uuid, name text, now timestamptz) returns boolean
  language sql security definer set search_path = exchange, pg_catalog
  begin atomic
    with admitted as (
      update exchange.remote r set confirmed_at = now, confirmed_by = name, next_at = now
       where r.id = remote and r.confirmed_at is null
         and r.body = database.caller_body()
         and r.registrant <> database.caller_account()
         and access.ceiling('exchange', 'decide', 'own') >= 0
      returning 1)
    select exists (select from admitted);
  end;
revoke execute on function exchange.admit_remote from public;
grant execute on function exchange.admit_remote to qalxan_app;
