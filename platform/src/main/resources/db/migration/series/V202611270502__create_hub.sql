set lock_timeout = '5s';

-- How a key is spread over the reports that hold it; kept for hubs and for keys of many reports. When
-- everything is linked anew, the rows that this run has not written are no longer worth keeping.
create table series.census (
  key        bigint primary key,
  kind       text not null,
  reports    integer not null,
  categories integer not null,
  months     integer not null,
  hub        boolean not null,
  census     bytea not null,
  relink     uuid
);

-- The same reports by who may see them.
create table series.census_tally (
  key         bigint not null references series.census (key) on delete cascade,
  body        text not null,
  handling    smallint not null,
  compartment uuid,
  reports     integer not null,
  constraint census_tally_once unique nulls not distinct (key, body, handling, compartment)
) with (fillfactor = 70);

-- What people ruled about an identifier; never changed, only taken back. Whoever rules tells everybody
-- who may read series that this identifier is common, or is not.
create table series.ruling (
  id      uuid primary key,
  key     bigint not null,
  kind    text not null,
  value   text not null,
  verdict text not null,
  reason  text not null collate database.az,
  at      timestamptz not null,
  account text not null default database.caller_account(),
  name    text not null,
  by_body text not null default database.caller_body(),
  constraint ruling_verdict_known check (verdict in ('hub', 'not-hub')),
  constraint ruling_reason_given check (length(reason) between 3 and 4000)
);
create index ruling_by_key on series.ruling (key);

create table series.ruling_undone (
  ruling  uuid primary key references series.ruling (id),
  reason  text not null collate database.az,
  at      timestamptz not null,
  account text not null default database.caller_account(),
  name    text not null,
  by_body text not null default database.caller_body()
);
