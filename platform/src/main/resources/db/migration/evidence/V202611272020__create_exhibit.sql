set lock_timeout = '5s';

-- An exhibit: a thing or bytes that a case keeps as evidence, or as what may become evidence. A copy
-- is an exhibit of its own that names the one it was made from. The row stands where its case stands;
-- besides, the body that holds it, and the body to which it is offered, see it.
create table evidence.exhibit (
  id                 uuid primary key,
  case_number        text not null,
  sequence           integer not null,
  copy               integer not null default 0,
  copy_of            uuid references evidence.exhibit,
  copy_purpose       text not null default '',
  kind               text not null,
  data_class         text not null,
  title              text collate database.az not null,
  description        text collate database.az not null,
  origin             jsonb not null,
  owner_name         text collate database.az not null default '',
  owner_contact      text not null default '',
  basis              text not null,
  basis_clause       text not null,
  basis_az           text collate database.az not null,
  basis_en           text not null,
  basis_verified     boolean not null,
  basis_document     text collate database.az not null,
  acquisition        jsonb not null,
  stored_id          text,
  sha256             text,
  sha1               text,
  md5                text,
  bytes              bigint,
  file_name          text,
  stored_at          timestamptz,
  state              text not null default 'kept',
  holder_account     text not null,
  holder_name        text collate database.az not null,
  holder_body        text not null,
  place              text collate database.az not null,
  offered_body       text not null default '',
  offered_account    text not null default '',
  registered_at      timestamptz not null,
  registered_by      text collate database.az not null,
  registered_account text not null default database.caller_account(),
  version            integer not null default 0,
  body               text not null,
  handling           smallint not null,
  compartment        uuid,
  constraint exhibit_number_unique unique (case_number, sequence, copy),
  constraint exhibit_number_positive check (sequence >= 1 and copy >= 0),
  constraint exhibit_copy_names_its_source
    check ((copy > 0) = (copy_of is not null) and (copy > 0) = (copy_purpose <> '')),
  constraint exhibit_data_class_known
    check (data_class in ('subscriber', 'traffic', 'content', 'none')),
  constraint exhibit_state_known check (state in ('kept', 'lent', 'returned', 'disposed')),
  constraint exhibit_bytes_complete check (
    (stored_id is null) = (sha256 is null) and (stored_id is null) = (sha1 is null)
    and (stored_id is null) = (md5 is null) and (stored_id is null) = (bytes is null)
    and (stored_id is null) = (file_name is null) and (stored_id is null) = (stored_at is null)),
  constraint exhibit_digests_form check (sha256 ~ '^[0-9a-f]{64}$' and sha1 ~ '^[0-9a-f]{40}$'
    and md5 ~ '^[0-9a-f]{32}$' and bytes >= 0),
  constraint exhibit_handling_is_tlp check (handling between 0 and 4)
);
create index exhibit_by_body on evidence.exhibit (body, registered_at desc);
create index exhibit_by_holder on evidence.exhibit (holder_body, registered_at desc);
create index exhibit_by_offer on evidence.exhibit (offered_body) where offered_body <> '';
create index exhibit_by_source on evidence.exhibit (copy_of) where copy_of is not null;

-- What was seen of a seal, append-only: the last line of a number is how it is.
create table evidence.seal (
  sequence   bigint generated always as identity primary key,
  exhibit_id uuid not null references evidence.exhibit,
  number     text not null,
  state      text not null,
  words      text collate database.az not null,
  at         timestamptz not null,
  author     text collate database.az not null,
  account    text not null default database.caller_account(),
  constraint seal_state_known check (state in ('intact', 'broken', 'opened')),
  constraint seal_number_short check (length(number) between 1 and 60)
);
create index seal_by_exhibit on evidence.seal (exhibit_id, number, sequence);

-- Decisions that something is evidence, or is not; the last one counts.
create table evidence.admission (
  sequence   bigint generated always as identity primary key,
  exhibit_id uuid not null references evidence.exhibit,
  admitted   boolean not null,
  number     text not null,
  decided_on date not null,
  decided_by text collate database.az not null,
  official   text collate database.az not null,
  words      text collate database.az not null,
  at         timestamptz not null,
  author     text collate database.az not null,
  account    text not null default database.caller_account()
);
create index admission_by_exhibit on evidence.admission (exhibit_id, sequence);

-- The chain: everything that happened to an exhibit, append-only. The content of an entry of the
-- ledger is made of a line here, so that a changed line no longer opens its entry.
create table evidence.custody_event (
  sequence   bigint generated always as identity primary key,
  exhibit_id uuid not null references evidence.exhibit,
  at         timestamptz not null,
  kind       text not null,
  author     text collate database.az not null,
  account    text not null default database.caller_account(),
  body       text not null default database.caller_body(),
  words      text collate database.az not null,
  details    jsonb not null,
  entry      uuid
);
create index custody_event_by_exhibit on evidence.custody_event (exhibit_id, sequence);

grant usage on schema evidence to qalxan_app, qalxan_reader;
grant select, insert on evidence.exhibit, evidence.seal, evidence.admission,
  evidence.custody_event to qalxan_app;
-- Who holds an exhibit changes only by functions that ask for both sides.
grant update (stored_id, sha256, sha1, md5, bytes, file_name, stored_at, state, place, version,
  acquisition) on evidence.exhibit to qalxan_app;

alter table evidence.exhibit enable row level security;
alter table evidence.seal enable row level security;
alter table evidence.admission enable row level security;
alter table evidence.custody_event enable row level security;

-- By its case: as the matrix says, and within the compartment.
create function evidence.may(verb text, owner text, handling smallint, compartment uuid)
  returns boolean language sql stable
  return ((owner = database.caller_body()
      and handling <= access.ceiling('evidence', verb, 'own'))
    or handling <= access.ceiling('evidence', verb, 'any'))
  and (compartment is null or access.in_compartment(compartment));
-- By holding it, or by being asked to take it.
create function evidence.holds(verb text, holder text, handling smallint, compartment uuid)
  returns boolean language sql stable
  return holder <> '' and holder = database.caller_body()
    and handling <= access.ceiling('evidence', verb, 'own')
    and (compartment is null or access.in_compartment(compartment));

create policy exhibit_is_read on evidence.exhibit for select to qalxan_app using (
  evidence.may('read', body, handling, compartment)
  or evidence.holds('read', holder_body, handling, compartment)
  or evidence.holds('read', offered_body, handling, compartment));
create policy exhibit_is_registered on evidence.exhibit for insert to qalxan_app with check (
  evidence.may('create', body, handling, compartment)
  or (copy > 0 and evidence.holds('create', holder_body, handling, compartment)));
create policy exhibit_is_worked_on on evidence.exhibit for update to qalxan_app using (
  evidence.may('update', body, handling, compartment)
  or evidence.holds('update', holder_body, handling, compartment));

create policy seal_follows on evidence.seal for select to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy seal_is_noted on evidence.seal for insert to qalxan_app
  with check (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy admission_follows on evidence.admission for select to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy admission_is_decided on evidence.admission for insert to qalxan_app
  with check (exists (select from evidence.exhibit e where e.id = exhibit_id
    and evidence.may('decide', e.body, e.handling, e.compartment)));
create policy custody_event_follows on evidence.custody_event for select to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy custody_event_is_noted on evidence.custody_event for insert to qalxan_app
  with check (account = database.caller_account()
    and exists (select from evidence.exhibit e where e.id = exhibit_id));

-- Numbers count within a case; the lock lets two people register at once.
create function evidence.next_sequence(asked text) returns integer
  language plpgsql security definer set search_path = evidence, pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('exhibit of ' || asked, 0));
  return (select coalesce(max(e.sequence), 0) + 1 from evidence.exhibit e
           where e.case_number = asked);
end $$;
create function evidence.next_copy(asked text, original integer) returns integer
  language plpgsql security definer set search_path = evidence, pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('exhibit of ' || asked, 0));
  return (select coalesce(max(e.copy), 0) + 1 from evidence.exhibit e
           where e.case_number = asked and e.sequence = original);
end $$;
revoke execute on function evidence.next_sequence, evidence.next_copy from public;
grant execute on function evidence.next_sequence, evidence.next_copy to qalxan_app;
