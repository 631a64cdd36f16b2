set lock_timeout = '5s';

-- What came from a server of another CERT, once for each text, and what became of it.
create table exchange.arrival (
  remote_id    uuid not null references exchange.remote,
  -- SHA-256 of the text as it was sent.
  digest       bytea not null,
  object_id    text collate "C" not null,
  version      text collate "C" not null,
  arrived_at   timestamptz not null,
  -- Why it was refused; empty when it was taken or was here before.
  fault        text not null default '',
  receipted_at timestamptz,
  primary key (remote_id, digest)
);
create index arrival_by_object on exchange.arrival (remote_id, object_id);
create index arrival_without_receipt on exchange.arrival (remote_id, arrived_at)
  where receipted_at is null;

grant select, insert, update (fault, receipted_at) on exchange.arrival to qalxan_app;

alter table exchange.arrival enable row level security;
-- Others see in the log only what they may see in the collection.
create policy arrival_is_seen on exchange.arrival for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or exists (select from exchange.remote r
               join exchange.object_version v on v.collection_id = r.into_id
              where r.id = remote_id and v.object_id = arrival.object_id
                and v.version = arrival.version));
create policy arrival_is_noted on exchange.arrival for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy arrival_moves on exchange.arrival for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
