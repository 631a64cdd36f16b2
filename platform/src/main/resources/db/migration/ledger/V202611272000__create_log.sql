set lock_timeout = '5s';

-- Facts of other modules, durable with the transaction that records them. Content and salt may be
-- erased; the digest that the log binds stays.
create table ledger.fact (
  id            uuid primary key,
  kind          text not null,
  at            timestamptz not null,
  subject       text not null,
  digest        bytea not null,
  salt          bytea,
  content       bytea,
  erased_at     timestamptz,
  erased_reason text,
  constraint fact_has_digest check (length(digest) = 32),
  constraint fact_opens_or_is_erased check (
    (salt is null) = (content is null) and (salt is null) = (erased_at is not null)
    and (erased_at is null) = (erased_reason is null))
);

-- The queue of facts that are not in the log yet.
create table ledger.waiting (id uuid not null);

create function ledger.queue_facts() returns trigger
  language plpgsql security definer set search_path = ledger, pg_catalog as $$
begin
  insert into ledger.waiting select id from fresh;
  return null;
end $$;

create trigger facts_are_queued after insert on ledger.fact
  referencing new table as fresh for each statement execute function ledger.queue_facts();

-- What stands where in the log: a fact by its id, or a record of the journal by its number, whose
-- salts are kept here. Nothing of it is changed but salts when a content is erased.
create table ledger.entry (
  place  bigint primary key,
  id     uuid not null,
  number bigint,
  salt   bytea,
  constraint entry_has_place check (place >= 0),
  constraint entry_has_two_salts check (salt is null or length(salt) = 64)
);
create unique index entry_of_fact on ledger.entry (id) where number is null;
create unique index entry_of_record on ledger.entry (number) where number is not null;

-- Entries that have their places and are not known to be in the log.
create table ledger.batch (
  first   bigint primary key,
  entries bytea not null
);

-- The log itself, where it is kept in the database. Hashes do not compress.
create table ledger.file (
  path  text collate "C" primary key,
  bytes bytea not null
);
alter table ledger.file alter column bytes set storage external;

-- How far the signed log has come, for every instance, and why it goes no further.
create table ledger.standing (
  single boolean primary key default true,
  size   bigint not null default 0,
  at     timestamptz,
  held   text,
  constraint standing_is_one check (single)
);
insert into ledger.standing default values;

-- Where an entry stands is no secret, and tells nothing.
create function ledger.standing_of(entry uuid)
  returns table (place bigint, size bigint, recorded boolean)
  language sql stable security definer set search_path = ledger, pg_catalog
begin atomic
  select e.place, s.size, exists (select from ledger.fact f where f.id = entry)
  from ledger.standing s left join ledger.entry e on e.id = entry and e.number is null;
end;

alter table ledger.fact enable row level security;
alter table ledger.waiting enable row level security;
alter table ledger.entry enable row level security;
alter table ledger.batch enable row level security;
alter table ledger.file enable row level security;
alter table ledger.standing enable row level security;

create policy fact_is_recorded on ledger.fact for insert to qalxan_app with check (true);
create policy fact_is_read on ledger.fact for select to qalxan_app
  using ((select access.ceiling('ledger', 'update', 'any')) >= 0);
create policy fact_is_erased on ledger.fact for update to qalxan_app
  using ((select access.ceiling('ledger', 'update', 'any')) >= 0);
create policy waiting_is_taken on ledger.waiting to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
create policy entry_is_kept on ledger.entry to qalxan_app
  using ((select access.ceiling('ledger', 'update', 'any')) >= 0);
create policy batch_is_kept on ledger.batch to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
create policy file_is_kept on ledger.file to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
create policy standing_is_kept on ledger.standing to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

grant usage on schema ledger to qalxan_app;
grant select, insert on ledger.fact, ledger.entry to qalxan_app;
grant update (salt, content, erased_at, erased_reason) on ledger.fact to qalxan_app;
grant update (salt) on ledger.entry to qalxan_app;
grant select, delete on ledger.waiting to qalxan_app;
grant select, insert, delete on ledger.batch to qalxan_app;
grant select, insert, update, delete on ledger.file to qalxan_app;
grant select on ledger.standing to qalxan_app;
grant update (size, at, held) on ledger.standing to qalxan_app;
grant execute on function ledger.standing_of(uuid) to qalxan_app;
