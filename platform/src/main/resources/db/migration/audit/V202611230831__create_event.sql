set lock_timeout = '5s';

-- Append-only: the application's role may insert and select, nothing else. Who acted is a default
-- taken from the transaction's identity; the role has no right to write those columns itself.
create table audit.event (
  sequence      bigint generated always as identity primary key,
  at            timestamptz not null,
  act           text not null,
  subject_kind  text not null,
  subject_id    text not null,
  account       text not null default database.caller_account(),
  body          text not null default database.caller_body(),
  roles         text[] not null default database.caller_roles(),
  circumstances jsonb not null
);

create index event_by_subject on audit.event (subject_kind, subject_id, sequence desc);
create index event_by_account on audit.event (account, sequence desc);
create index event_by_time on audit.event using brin (at);

grant usage on schema audit to qalxan_app;
grant select, insert (at, act, subject_kind, subject_id, circumstances) on audit.event to qalxan_app;
