set lock_timeout = '5s';

-- Somebody who takes part in a case, entered by a person and never by a match: as little as the
-- case needs, and why it is kept.
create table casework.party (
  id            uuid primary key,
  case_id       uuid not null references casework.case_file (id),
  kind          text not null,
  name          text not null collate database.az,
  contact       text not null collate database.az,
  purpose       text not null collate database.az,
  report_id     uuid,
  entered_at    timestamptz not null,
  entered_by    text not null default database.caller_account(),
  author        text not null,
  struck_at     timestamptz,
  struck_reason text not null default '',
  constraint party_kind_known check (kind in ('person', 'organisation')),
  constraint party_name_short check (length(name) between 1 and 200),
  constraint party_contact_short check (length(contact) <= 200),
  constraint party_has_purpose check (length(purpose) between 3 and 500),
  constraint party_struck_with_reason check ((struck_at is null) = (struck_reason = ''))
);
create index party_by_case on casework.party (case_id, entered_at);

-- Which procedural status a party had from when to when, on which ground, by whose hand.
create table casework.party_status (
  id           uuid primary key default uuidv7(),
  party_id     uuid not null references casework.party (id),
  status       text not null,
  since        date not null,
  until        date,
  ground       text not null collate database.az,
  decision     text not null collate database.az,
  set_at       timestamptz not null,
  set_by       text not null default database.caller_account(),
  author       text not null,
  ended_at     timestamptz,
  ender        text not null default '',
  ended_reason text not null default '' collate database.az,
  constraint party_status_until_later check (until is null or until >= since),
  constraint party_status_ended_whole check ((until is null) = (ended_at is null))
);
create unique index party_status_once on casework.party_status (party_id, status)
  where until is null;
create index party_status_by_party on casework.party_status (party_id, since);

grant select, insert, update (name, contact, struck_at, struck_reason) on casework.party
  to qalxan_app;
grant select, insert, update (until, ended_at, ender, ended_reason) on casework.party_status
  to qalxan_app;
alter table casework.party enable row level security;
alter table casework.party_status enable row level security;
-- Who only reads a case does not read its people: those who work on it do.
create policy party_is_known_to_who_works on casework.party to qalxan_app
  using (exists (select from casework.case_file c where c.id = case_id
    and ((c.body = (select database.caller_body())
           and c.handling <= (select access.ceiling('casework', 'update', 'own')))
         or c.handling <= (select access.ceiling('casework', 'update', 'any')))))
  with check (exists (select from casework.case_file c where c.id = case_id
    and ((c.body = (select database.caller_body())
           and c.handling <= (select access.ceiling('casework', 'update', 'own')))
         or c.handling <= (select access.ceiling('casework', 'update', 'any')))));
create policy party_status_follows_party on casework.party_status to qalxan_app
  using (exists (select from casework.party p where p.id = party_id))
  with check (exists (select from casework.party p where p.id = party_id));
