set lock_timeout = '5s';

-- How the log went on after restores, as a person said. Where it goes on under another name, the
-- note is signed by the key that ends and by the one that begins; where the name is the same, there
-- is none.
create table ledger.continuation (
  number        bigint generated always as identity primary key,
  at            timestamptz not null,
  ended_key     text not null,
  size          bigint not null,
  seen          bigint not null,
  next_key      text not null,
  restored_from text not null,
  said_by       text not null,
  reason        text not null,
  note          bytea,
  constraint continuation_counts check (size >= 0 and seen >= size),
  constraint continuation_is_signed check ((note is null) = (ended_key = next_key))
);
alter table ledger.continuation enable row level security;
create policy continuation_is_kept on ledger.continuation to qalxan_app
  using ((select access.ceiling('ledger', 'read', 'any')) >= 0)
  with check ('system' = any ((select database.caller_roles())::text[]));
grant select, insert on ledger.continuation to qalxan_app;

-- What witnesses saw of the ended log says nothing of the next one.
grant update (since) on ledger.witness to qalxan_app;
grant delete on ledger.checkpoint, ledger.cosignature, ledger.stamp to qalxan_app;
create policy checkpoint_is_of_the_log on ledger.checkpoint as restrictive for delete to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
create policy cosignature_is_of_the_log on ledger.cosignature as restrictive for delete
  to qalxan_app using ('system' = any ((select database.caller_roles())::text[]));
create policy stamp_is_of_the_log on ledger.stamp as restrictive for delete to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
