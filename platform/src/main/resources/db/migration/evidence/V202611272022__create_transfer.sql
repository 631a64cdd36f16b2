set lock_timeout = '5s';

-- A transfer of exhibits of one case from one person to another, signed by both. The statement that
-- both sign is kept as its digest beside each signature; it is made of these columns and the items.
create table evidence.transfer (
  id               uuid primary key,
  case_number      text not null,
  number           integer not null,
  state            text not null default 'proposed',
  from_account     text not null default database.caller_account(),
  from_name        text collate database.az not null,
  from_body        text not null default database.caller_body(),
  to_account       text not null,
  to_name          text collate database.az not null,
  to_body          text not null,
  reason           text collate database.az not null,
  basis            text collate database.az not null,
  condition        text collate database.az not null,
  place            text collate database.az not null,
  seals_intact     boolean not null,
  proposed_at      timestamptz not null,
  due_at           timestamptz not null,
  statement        text not null,
  digest           text not null,
  giver_factor     text not null,
  decided_at       timestamptz,
  decider_account  text not null default '',
  decider_name     text collate database.az not null default '',
  receiver_factor  text not null default '',
  receiver_words   text collate database.az not null default '',
  found_intact     boolean,
  body             text not null,
  handling         smallint not null,
  compartment      uuid,
  constraint transfer_number_unique unique (case_number, number),
  constraint transfer_state_known check (state in ('proposed', 'signed', 'refused', 'withdrawn')),
  constraint transfer_decided_once check ((state = 'proposed') = (decided_at is null)),
  constraint transfer_signed_by_both check (state <> 'signed'
    or (giver_factor <> '' and receiver_factor <> '' and decider_account <> ''
      and decider_account <> from_account)),
  constraint transfer_digest_form check (digest ~ '^[0-9a-f]{64}$')
);
create index transfer_by_case on evidence.transfer (case_number, number desc);
create index transfer_open_to on evidence.transfer (to_body, due_at) where state = 'proposed';
create index transfer_open_from on evidence.transfer (from_body, due_at) where state = 'proposed';

create table evidence.transfer_item (
  transfer_id uuid not null references evidence.transfer,
  place       integer not null,
  exhibit_id  uuid not null references evidence.exhibit,
  number      text not null,
  title       text collate database.az not null,
  seals       text not null,
  constraint transfer_item_pk primary key (transfer_id, place),
  constraint transfer_item_once unique (transfer_id, exhibit_id)
);
create index transfer_item_by_exhibit on evidence.transfer_item (exhibit_id);

grant select, insert on evidence.transfer, evidence.transfer_item to qalxan_app;
alter table evidence.transfer enable row level security;
alter table evidence.transfer_item enable row level security;

create policy transfer_is_read on evidence.transfer for select to qalxan_app using (
  evidence.may('read', body, handling, compartment)
  or evidence.holds('read', from_body, handling, compartment)
  or evidence.holds('read', to_body, handling, compartment));
create policy transfer_is_proposed on evidence.transfer for insert to qalxan_app with check (
  state = 'proposed' and from_account = database.caller_account()
  and from_body = database.caller_body()
  and (evidence.may('update', body, handling, compartment)
    or evidence.holds('update', from_body, handling, compartment)));
create policy transfer_item_follows on evidence.transfer_item for select to qalxan_app
  using (exists (select from evidence.transfer t where t.id = transfer_id));
create policy transfer_item_is_listed on evidence.transfer_item for insert to qalxan_app
  with check (exists (select from evidence.transfer t where t.id = transfer_id
      and t.state = 'proposed' and t.from_account = database.caller_account())
    and exists (select from evidence.exhibit e where e.id = exhibit_id));

create function evidence.next_transfer(asked text) returns integer
  language plpgsql security definer set search_path = evidence, pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('transfer of ' || asked, 0));
  return (select coalesce(max(t.number), 0) + 1 from evidence.transfer t
           where t.case_number = asked);
end $$;

-- Marks the exhibits of a fresh transfer as offered; how many of them were the caller's to give and
-- not offered already. A person gives what they hold, or what another of their body holds when they
-- may decide there.
create function evidence.offer(asked uuid) returns integer
  language plpgsql security definer set search_path = evidence, pg_catalog as $$
declare
  offered integer;
begin
  update evidence.exhibit e
     set offered_body = t.to_body, offered_account = t.to_account, version = e.version + 1
    from evidence.transfer t join evidence.transfer_item i on i.transfer_id = t.id
   where t.id = asked and i.exhibit_id = e.id and t.state = 'proposed'
     and t.from_account = database.caller_account() and e.case_number = t.case_number
     and e.state = 'kept' and e.offered_body = '' and e.holder_body = database.caller_body()
     and (e.holder_account = database.caller_account()
       or evidence.may('decide', e.body, e.handling, e.compartment)
       or evidence.holds('decide', e.holder_body, e.handling, e.compartment));
  get diagnostics offered = row_count;
  return offered;
end $$;

-- The receiver signs: the exhibits change hands. False when it is not the caller's to sign, or has
-- been decided already. Whoever gave cannot take.
create function evidence.sign_transfer(asked uuid, who text, factor text, words text,
    intact boolean, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = evidence, pg_catalog as $$
declare
  taken evidence.transfer;
begin
  update evidence.transfer t
     set state = 'signed', decided_at = moment, decider_account = database.caller_account(),
         decider_name = who, receiver_factor = factor, receiver_words = words,
         found_intact = intact
   where t.id = asked and t.state = 'proposed' and t.from_account <> database.caller_account()
     and (t.to_account = '' or t.to_account = database.caller_account())
     and evidence.holds('update', t.to_body, t.handling, t.compartment)
  returning * into taken;
  if taken.id is null then
    return false;
  end if;
  update evidence.exhibit e
     set holder_account = database.caller_account(), holder_name = who,
         holder_body = taken.to_body, place = taken.place, offered_body = '',
         offered_account = '', version = e.version + 1
    from evidence.transfer_item i
   where i.transfer_id = asked and e.id = i.exhibit_id;
  return true;
end $$;

-- The receiver refuses with a reason, or the giver takes the offer back.
create function evidence.end_transfer(asked uuid, outcome text, who text, words text,
    moment timestamptz) returns boolean
  language plpgsql security definer set search_path = evidence, pg_catalog as $$
declare
  ended uuid;
begin
  update evidence.transfer t
     set state = outcome, decided_at = moment, decider_account = database.caller_account(),
         decider_name = who, receiver_words = words
   where t.id = asked and t.state = 'proposed'
     and ((outcome = 'refused' and t.from_account <> database.caller_account()
         and (t.to_account = '' or t.to_account = database.caller_account())
         and evidence.holds('update', t.to_body, t.handling, t.compartment))
       or (outcome = 'withdrawn' and t.from_account = database.caller_account()))
  returning t.id into ended;
  if ended is null then
    return false;
  end if;
  update evidence.exhibit e set offered_body = '', offered_account = '', version = e.version + 1
    from evidence.transfer_item i where i.transfer_id = asked and e.id = i.exhibit_id;
  return true;
end $$;
revoke execute on function evidence.next_transfer, evidence.offer, evidence.sign_transfer,
  evidence.end_transfer from public;
grant execute on function evidence.next_transfer, evidence.offer, evidence.sign_transfer,
  evidence.end_transfer to qalxan_app;
