set lock_timeout = '5s';

-- A peer's port moves: one person enters the new address, another puts it in force. The database
-- lets the address of a peer be nothing that two people have not agreed on.
create table transmission.peer_address (
  id         uuid primary key,
  peer       text not null references transmission.peer,
  address    text not null constraint peer_address_length check (length(address) between 10 and 300),
  state      text not null default 'proposed' constraint peer_address_state_known
             check (state in ('proposed', 'in-force', 'dropped')),
  entered_at timestamptz not null,
  entered_by text not null default database.caller_account(),
  enterer    text not null,
  decided_at timestamptz,
  decided_by text,
  decider    text,
  constraint peer_address_has_four_eyes check (state <> 'in-force' or decided_by <> entered_by),
  constraint peer_address_decided_whole
    check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null))
);
create unique index peer_address_one_waits on transmission.peer_address (peer)
  where state = 'proposed';
create index peer_address_by_peer on transmission.peer_address (peer, entered_at desc);

alter table transmission.peer_address enable row level security;
create policy peer_address_is_read on transmission.peer_address for select to qalxan_app
  using ((select transmission.may('read')));
create policy peer_address_is_entered on transmission.peer_address for insert to qalxan_app
  with check (state = 'proposed' and (select transmission.may('administer')));
create policy peer_address_is_decided on transmission.peer_address for update to qalxan_app
  using ((select transmission.may('decide')));
grant select, insert on transmission.peer_address to qalxan_app;
grant update (state, decided_at, decided_by, decider) on transmission.peer_address to qalxan_app;
grant update (address) on transmission.peer to qalxan_app;

create function transmission.check_address() returns trigger language plpgsql
  security definer set search_path = transmission, pg_catalog as $$
begin
  if new.address is distinct from old.address and not exists (
      select from peer_address a
       where a.peer = new.code and a.address = new.address and a.state = 'in-force') then
    raise exception 'an address is changed by two people' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger peer_address_is_agreed before update of address on transmission.peer
  for each row execute function transmission.check_address();
