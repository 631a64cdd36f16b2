set lock_timeout = '5s';

-- A run that read stored bytes anew. How many it read of which kind is counted from its lines, as
-- far as the reader sees them.
create table evidence.verification_run (
  id         uuid primary key,
  started_at timestamptz not null,
  ended_at   timestamptz,
  author     text collate database.az not null,
  body       text not null default database.caller_body()
);
create index verification_run_by_time on evidence.verification_run (started_at desc);

create table evidence.verification (
  sequence   bigint generated always as identity primary key,
  run_id     uuid not null references evidence.verification_run,
  exhibit_id uuid not null references evidence.exhibit,
  at         timestamptz not null,
  verdict    text not null,
  bytes      bigint not null,
  sha256     text not null,
  ranges     text not null,
  constraint verification_verdict_known check (verdict in ('intact', 'damaged', 'missing', 'sealed', 'erased'))
);
create index verification_by_exhibit on evidence.verification (exhibit_id, sequence);
create index verification_by_run on evidence.verification (run_id, sequence);

-- Bytes that were lost or altered. Only a person ends an alarm, and nothing repairs what it is about.
create table evidence.alarm (
  id              uuid primary key,
  exhibit_id      uuid not null references evidence.exhibit,
  verification    bigint not null references evidence.verification,
  kind            text not null,
  ranges          text not null,
  raised_at       timestamptz not null,
  settled_at      timestamptz,
  settled_by      text collate database.az not null default '',
  settled_account text not null default '',
  settled_words   text collate database.az not null default '',
  constraint alarm_kind_known check (kind in ('damaged', 'missing', 'sealed')),
  constraint alarm_settled_with_words check ((settled_at is null) = (settled_words = ''))
);
create unique index alarm_one_at_a_time on evidence.alarm (exhibit_id, kind)
  where settled_at is null;

grant select, insert on evidence.verification_run, evidence.verification, evidence.alarm
  to qalxan_app;
grant update (ended_at) on evidence.verification_run to qalxan_app;
grant update (settled_at, settled_by, settled_account, settled_words) on evidence.alarm
  to qalxan_app;
alter table evidence.verification_run enable row level security;
alter table evidence.verification enable row level security;
alter table evidence.alarm enable row level security;
create policy verification_run_is_read on evidence.verification_run for select to qalxan_app using (
  (select access.ceiling('evidence', 'read', 'own')) >= 0
  and (body = (select database.caller_body()) or body = ''
    or (select access.ceiling('evidence', 'read', 'any')) >= 0));
create policy verification_run_begins on evidence.verification_run for insert to qalxan_app
  with check ((select access.ceiling('evidence', 'update', 'own')) >= 0);
create policy verification_run_ends on evidence.verification_run for update to qalxan_app
  using ((select access.ceiling('evidence', 'update', 'own')) >= 0
    and (body = (select database.caller_body())
      or (select access.ceiling('evidence', 'update', 'any')) >= 0));
create policy verification_follows on evidence.verification for select to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy verification_is_noted on evidence.verification for insert to qalxan_app
  with check (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy alarm_follows on evidence.alarm for select to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy alarm_is_raised on evidence.alarm for insert to qalxan_app
  with check (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy alarm_is_settled on evidence.alarm for update to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id
    and (evidence.may('decide', e.body, e.handling, e.compartment)
      or evidence.holds('decide', e.holder_body, e.handling, e.compartment))));
