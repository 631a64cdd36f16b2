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

-- What witnesses saw of the ended log says nothing of the next one; what was shown of it beyond the
-- tree that was restored is no part of the next one either. Only the transaction that lets the log go
-- on under another name may forget that.
grant update (since) on ledger.witness to qalxan_app;
create function ledger.forget_ended(restored bigint) returns void
  language plpgsql security definer set search_path = ledger, pg_catalog as $$
begin
  if not exists (select from ledger.continuation c where c.size = restored and c.note is not null
      and c.xmin = pg_current_xact_id()::xid) then
    raise exception 'the log does not go on from %', restored using errcode = '42501';
  end if;
  delete from ledger.cosignature where size >= restored;
  delete from ledger.stamp where size >= restored;
  delete from ledger.checkpoint where size >= restored;
end $$;
revoke execute on function ledger.forget_ended from public;
grant execute on function ledger.forget_ended to qalxan_app;
