set lock_timeout = '5s';

-- Records that are not in the log yet. Whoever writes a record queues it, whichever way; only the
-- log's writer takes numbers off.
create table audit.waiting (sequence bigint not null);

create function audit.queue_records() returns trigger
  language plpgsql security definer set search_path = audit, pg_catalog as $$
begin
  insert into audit.waiting select sequence from fresh;
  return null;
end $$;

create trigger records_are_queued after insert on audit.event
  referencing new table as fresh for each statement execute function audit.queue_records();

alter table audit.waiting enable row level security;
create policy waiting_is_taken on audit.waiting to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
grant select, delete on audit.waiting to qalxan_app;

-- Numbers whose content was erased under data-protection law.
create table audit.erasure (
  sequence bigint primary key,
  at       timestamptz not null,
  reason   text not null
);
alter table audit.erasure enable row level security;
create policy erasure_is_read on audit.erasure for select to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
grant select on audit.erasure to qalxan_app;

-- The only way in which a record's content goes: who, to what and why are emptied; that something
-- was done, when and by which kind of act stays.
create function audit.erase(number bigint, at timestamptz, reason text) returns boolean
  language plpgsql security definer set search_path = audit, pg_catalog as $$
begin
  if access.ceiling('ledger', 'update', 'any') < 0 then
    return false;
  end if;
  update audit.event set account = '', subject_id = '', circumstances = '{}', roles = '{}'
    where sequence = number;
  if not found then
    return false;
  end if;
  insert into audit.erasure values (number, at, reason) on conflict do nothing;
  return true;
end $$;
revoke execute on function audit.erase(bigint, timestamptz, text) from public;
grant execute on function audit.erase(bigint, timestamptz, text) to qalxan_app;
