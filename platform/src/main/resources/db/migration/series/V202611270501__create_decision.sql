set lock_timeout = '5s';

-- What people decided about two reports. Nothing is changed or deleted; a decision is in force while
-- nothing takes it back.
create table series.decision (
  id         uuid primary key,
  one        uuid not null,
  other      uuid not null,
  verdict    text not null,
  reason     text not null collate database.az,
  at         timestamptz not null,
  account    text not null default database.caller_account(),
  name       text not null,
  by_body    text not null default database.caller_body(),
  constraint decision_pair_ordered check (one < other),
  constraint decision_verdict_known check (verdict in ('confirmed', 'rejected')),
  constraint decision_reason_given check (length(reason) between 3 and 4000)
);
create index decision_by_one on series.decision (one);
create index decision_by_other on series.decision (other);

create table series.decision_undone (
  decision uuid primary key references series.decision (id),
  reason   text not null collate database.az,
  at       timestamptz not null,
  account  text not null default database.caller_account(),
  name     text not null,
  by_body  text not null default database.caller_body()
);
