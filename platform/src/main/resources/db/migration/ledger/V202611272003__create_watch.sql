set lock_timeout = '5s';

-- Checkpoints that were shown to witnesses and stamped; the newest one lies with the log itself.
create table ledger.checkpoint (
  size     bigint primary key,
  note     bytea not null,
  at       timestamptz not null
);

-- What each configured witness saw last, and what keeps it from cosigning.
create table ledger.witness (
  key         text primary key,
  size        bigint not null default 0,
  since       timestamptz not null,
  cosigned_at timestamptz,
  tried_at    timestamptz,
  trouble     text
);

create table ledger.cosignature (
  size     bigint not null,
  witness  text not null,
  line     text not null,
  at       timestamptz not null,
  taken_at timestamptz not null,
  primary key (size, witness)
);

-- The stamp is over the note as it was stamped, with the cosignatures of that moment.
create table ledger.stamp (
  size      bigint not null,
  authority text not null,
  note      bytea not null,
  answer    bytea not null,
  at        timestamptz not null,
  primary key (size, authority)
);

create table ledger.alarm (
  id        uuid primary key,
  kind      text not null,
  about     text not null,
  detail    text not null,
  raised_at timestamptz not null,
  last_at   timestamptz not null,
  times     integer not null default 1,
  seen_at   timestamptz,
  seen_by   text,
  constraint alarm_is_seen_by_somebody check ((seen_at is null) = (seen_by is null))
);
create unique index alarm_is_open_once on ledger.alarm (kind, about) where seen_at is null;

create table ledger.verification (
  id         uuid primary key,
  started_at timestamptz not null,
  started_by text not null,
  state      text not null default 'running',
  done       bigint not null default 0,
  total      bigint not null default 0,
  size       bigint not null default 0,
  erased     bigint not null default 0,
  findings   bigint not null default 0,
  moved_at   timestamptz not null,
  ended_at   timestamptz,
  constraint verification_has_state check (state in ('running', 'clean', 'findings', 'broken'))
);
create index verification_by_start on ledger.verification (started_at desc);

create table ledger.finding (
  verification uuid not null,
  number       integer not null,
  kind         text not null,
  place        bigint not null,
  what         text not null,
  primary key (verification, number)
);

alter table ledger.checkpoint enable row level security;
alter table ledger.witness enable row level security;
alter table ledger.cosignature enable row level security;
alter table ledger.stamp enable row level security;
alter table ledger.alarm enable row level security;
alter table ledger.verification enable row level security;
alter table ledger.finding enable row level security;

-- The system keeps them; whoever may read about the log reads all of it, because it is one log.
create policy checkpoint_is_kept on ledger.checkpoint to qalxan_app
  using ((select access.ceiling('ledger', 'read', 'any')) >= 0)
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy witness_is_kept on ledger.witness to qalxan_app
  using ((select access.ceiling('ledger', 'read', 'any')) >= 0)
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy cosignature_is_kept on ledger.cosignature to qalxan_app
  using ((select access.ceiling('ledger', 'read', 'any')) >= 0)
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy stamp_is_kept on ledger.stamp to qalxan_app
  using ((select access.ceiling('ledger', 'read', 'any')) >= 0)
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy alarm_is_kept on ledger.alarm to qalxan_app
  using ((select access.ceiling('ledger', 'read', 'any')) >= 0)
  with check ((select access.ceiling('ledger', 'decide', 'any')) >= 0);
create policy verification_is_kept on ledger.verification to qalxan_app
  using ((select access.ceiling('ledger', 'read', 'any')) >= 0)
  with check ((select access.ceiling('ledger', 'create', 'any')) >= 0);
create policy finding_is_kept on ledger.finding to qalxan_app
  using ((select access.ceiling('ledger', 'read', 'any')) >= 0)
  with check ('system' = any ((select database.caller_roles())::text[]));

grant select, insert on ledger.checkpoint, ledger.cosignature, ledger.stamp, ledger.alarm,
  ledger.verification, ledger.finding, ledger.witness to qalxan_app;
grant update (size, cosigned_at, tried_at, trouble) on ledger.witness to qalxan_app;
grant update (last_at, times, seen_at, seen_by) on ledger.alarm to qalxan_app;
grant update (state, done, total, size, erased, findings, moved_at, ended_at)
  on ledger.verification to qalxan_app;
