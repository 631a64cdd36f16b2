set lock_timeout = '5s';

-- What receivers said that they keep, or refused, of what went out to them.
create table exchange.receipt (
  collection_id uuid not null references exchange.collection,
  added         timestamptz not null,
  account       text not null default database.caller_account(),
  body          text not null default database.caller_body(),
  receiver      text not null,
  at            timestamptz not null,
  fault         text not null constraint receipt_fault_length check (length(fault) <= 500),
  -- SHA-256 of what the receiver keeps; the same as ours where it is the same.
  meaning       bytea not null,
  primary key (collection_id, added, account)
);
create index receipt_newest on exchange.receipt (at desc);

-- Objects that were corrected or revoked after they may have gone out.
create index object_version_grown on exchange.object_version (collection_id, added)
  where is_last and not is_first;

-- Keeps the receipts of the caller for versions that went out to it; says how many there were.
create function exchange.keep_receipts(collection uuid, receiver text, now timestamptz, ids text[],
    versions text[], faults text[], meanings bytea[]) returns integer
  language sql security definer set search_path = exchange, pg_catalog
  begin atomic
    with said as (
      select distinct on (v.added) v.added, s.fault, s.meaning
        from unnest(ids, versions, faults, meanings) as s (object_id, version, fault, meaning)
        join exchange.object_version v
          on v.collection_id = collection and v.object_id = s.object_id
         and (v.version = s.version or (s.version = '' and v.is_last))
       where exists (select from exchange.delivery d
                      where d.collection_id = collection and d.what = 'objects'
                        and d.account = database.caller_account()
                        and d.moments @> (extract(epoch from v.added) * 1000000)::bigint)
       order by v.added
    ), kept as (
      insert into exchange.receipt (collection_id, added, receiver, at, fault, meaning)
      select collection, said.added, receiver, now, said.fault, said.meaning from said
      on conflict (collection_id, added, account) do update
         set at = excluded.at, fault = excluded.fault, meaning = excluded.meaning
      returning 1
    )
    select count(*)::integer from kept;
  end;
revoke execute on function exchange.keep_receipts from public;
grant execute on function exchange.keep_receipts to qalxan_app;

grant select on exchange.receipt to qalxan_app;

alter table exchange.receipt enable row level security;
create policy receipt_is_seen on exchange.receipt for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or body = (select database.caller_body())
  or exists (select from exchange.collection c
              where c.id = collection_id and c.body = (select database.caller_body()))
  or (select access.ceiling('exchange', 'read', 'any')) >= 0);
