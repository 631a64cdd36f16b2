set lock_timeout = '5s';

-- Who holds parts of the net and is told of trouble there; kept by the body that tells them.
create table exchange.network_owner (
  id         uuid primary key default uuidv7(),
  body       text not null default database.caller_body(),
  name       text not null constraint network_owner_name_length check (length(name) between 2 and 200),
  country    text not null default '' constraint network_owner_country_form check (country ~ '^([A-Z]{2})?$'),
  language   text not null constraint network_owner_language_known check (language in ('az', 'en')),
  -- The organisation of the directory whose people see and answer its notices here.
  owner_body text not null default '',
  -- Whom to tell when this one does not answer.
  superior   uuid references exchange.network_owner,
  -- The name of a holder in a registry's file; empty for one entered here.
  registry_id text not null default '',
  bundled_on date,
  made_at    timestamptz not null,
  made_by    text not null,
  ended_at   timestamptz,
  constraint network_owner_not_its_own_superior check (superior is null or superior <> id)
);
create unique index network_owner_name_once on exchange.network_owner (body, lower(name))
  where ended_at is null and registry_id = '';
create unique index network_owner_registry_once on exchange.network_owner (body, registry_id)
  where registry_id <> '';
create index network_owner_by_owner_body on exchange.network_owner (owner_body)
  where owner_body <> '';

-- Ways to reach an owner, the best first.
create table exchange.owner_channel (
  id         uuid primary key default uuidv7(),
  owner_id   uuid not null references exchange.network_owner,
  kind       text not null constraint owner_channel_kind_known check (kind in ('mail', 'phone')),
  address    text not null constraint owner_channel_address_length check (length(address) between 3 and 254),
  rank       smallint not null constraint owner_channel_rank_bounded check (rank between 1 and 99),
  state      text not null default 'unverified' constraint owner_channel_state_known
             check (state in ('unverified', 'verified', 'bounced', 'ended')),
  checked_at timestamptz,
  made_at    timestamptz not null,
  made_by    text not null
);
create unique index owner_channel_once on exchange.owner_channel (owner_id, kind, lower(address))
  where state <> 'ended';
create index owner_channel_by_owner on exchange.owner_channel (owner_id, rank);

-- That a part of the net is an owner's for a time. A claim holds only after somebody else than who
-- made it approved it; what a registry's file says holds until an approved claim says otherwise.
create table exchange.claim (
  id              uuid primary key default uuidv7(),
  owner_id        uuid not null references exchange.network_owner,
  kind            text not null constraint claim_kind_known check (kind in ('prefix', 'asn', 'domain')),
  value           text not null constraint claim_value_length check (length(value) between 1 and 260),
  source          text not null constraint claim_source_known check (source in ('claim', 'registry')),
  state           text not null constraint claim_state_known
                  check (state in ('asked', 'approved', 'refused')),
  from_at         timestamptz not null,
  until_at        timestamptz,
  asked_at        timestamptz not null,
  asked_by        text not null,
  asked_account   text not null default database.caller_account(),
  decided_at      timestamptz,
  decided_by      text not null default '',
  decided_account text not null default '',
  reason          text not null default '' constraint claim_reason_length check (length(reason) <= 2000),
  constraint claim_ends_later check (until_at is null or until_at >= from_at),
  constraint claim_decided_whole check ((state = 'asked') = (decided_at is null)),
  constraint claim_by_two_people check (source = 'registry' or state = 'asked'
    or (decided_account <> '' and decided_account <> asked_account))
);
create unique index claim_once on exchange.claim (owner_id, kind, value, source)
  where state <> 'refused' and until_at is null;
create index claim_by_owner on exchange.claim (owner_id, id);
create index claim_asked on exchange.claim (id) where state = 'asked';

-- Counts changes of claims, so that whoever holds them in memory knows when to read anew.
create table exchange.claim_edition (
  one     boolean primary key default true constraint claim_edition_is_one check (one),
  edition bigint not null
);
insert into exchange.claim_edition (edition) values (1);
create function exchange.count_claims() returns trigger language plpgsql
  security definer set search_path = exchange, pg_catalog as $$
begin
  update claim_edition set edition = edition + 1;
  return null;
end $$;
create trigger claim_is_counted after insert or update on exchange.claim
  for each statement execute function exchange.count_claims();

grant select, insert, update (name, country, language, owner_body, superior, bundled_on, ended_at)
  on exchange.network_owner to qalxan_app;
grant select, insert, update (rank, state, checked_at) on exchange.owner_channel to qalxan_app;
grant select, insert, update (state, until_at, decided_at, decided_by, decided_account, reason)
  on exchange.claim to qalxan_app;
grant select on exchange.claim_edition to qalxan_app;

-- Who keeps the register, or speaks for an owner in it.
create function exchange.keeps(kept text) returns boolean language sql stable
  return 'system' = any (database.caller_roles())
    or (kept = database.caller_body() and access.ceiling('notice', 'create', 'own') >= 0);

alter table exchange.network_owner enable row level security;
create policy network_owner_is_seen on exchange.network_owner for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body()) and (select access.ceiling('notice', 'create', 'own')) >= 0)
  or (owner_body = (select database.caller_body()) and owner_body <> ''
    and (select access.ceiling('notice', 'read', 'own')) >= 0)
  or (select access.ceiling('notice', 'read', 'any')) >= 0);
create policy network_owner_is_entered on exchange.network_owner for insert to qalxan_app
  with check (exchange.keeps(body));
create policy network_owner_is_kept on exchange.network_owner for update to qalxan_app
  using (exchange.keeps(body));

alter table exchange.owner_channel enable row level security;
create policy owner_channel_is_seen on exchange.owner_channel for select to qalxan_app
  using (exists (select from exchange.network_owner o where o.id = owner_id));
create policy owner_channel_is_entered on exchange.owner_channel for insert to qalxan_app
  with check (exists (select from exchange.network_owner o
    where o.id = owner_id and exchange.keeps(o.body)));
create policy owner_channel_is_kept on exchange.owner_channel for update to qalxan_app
  using (exists (select from exchange.network_owner o
    where o.id = owner_id and exchange.keeps(o.body)));

alter table exchange.claim enable row level security;
create policy claim_is_seen on exchange.claim for select to qalxan_app
  using (exists (select from exchange.network_owner o where o.id = owner_id));
create policy claim_is_asked on exchange.claim for insert to qalxan_app with check (
  exists (select from exchange.network_owner o where o.id = owner_id and exchange.keeps(o.body))
  or (state = 'asked' and source = 'claim'
    and (select access.ceiling('notice', 'update', 'own')) >= 0
    and exists (select from exchange.network_owner o
      where o.id = owner_id and o.owner_body = database.caller_body())));
create policy claim_is_decided on exchange.claim for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or ((select access.ceiling('notice', 'decide', 'own')) >= 0
    and exists (select from exchange.network_owner o
      where o.id = owner_id and o.body = database.caller_body())));

alter table exchange.claim_edition enable row level security;
create policy claim_edition_is_read on exchange.claim_edition for select to qalxan_app using (true);
