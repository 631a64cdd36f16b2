set lock_timeout = '5s';

-- An entry of the SWOT picture; what it says stands in its versions.
create table strategy.swot_entry (
  id      uuid primary key,
  number  bigint generated always as identity constraint swot_entry_number_once unique,
  made_at timestamptz not null,
  account text not null default database.caller_account()
);

-- What an entry says, as proposed by one person and decided by another; words are never changed.
create table strategy.swot_version (
  id          uuid primary key,
  entry       uuid not null references strategy.swot_entry,
  version     integer not null,
  kind        text not null constraint swot_version_kind_known
              check (kind in ('added', 'changed', 'dropped')),
  field       text not null constraint swot_field_known
              check (field in ('strength', 'weakness', 'opportunity', 'threat')),
  words_az    text collate database.az not null
              constraint swot_words_length check (length(words_az) between 5 and 500),
  words_en    text not null,
  evidence    text collate database.az not null
              constraint swot_evidence_length check (length(evidence) between 5 and 2000),
  link        text not null default '' constraint swot_link_length check (length(link) <= 500),
  evidence_on date not null,
  measures    text[] not null,
  targets     text[] not null,
  risks       text[] not null,
  reason      text collate database.az not null
              constraint swot_reason_length check (length(reason) between 5 and 2000),
  proposed_at timestamptz not null,
  body        text not null,
  account     text not null,
  author      text not null,
  decided_at  timestamptz,
  verdict     text constraint swot_verdict_known
              check (verdict in ('approved', 'refused', 'withdrawn')),
  decider_account text not null default '',
  decider     text not null default '',
  remark      text collate database.az not null default '',
  constraint swot_version_once unique (entry, version),
  constraint swot_verdict_whole check ((decided_at is null) = (verdict is null)),
  constraint swot_decided_by_another
    check (verdict is null or verdict = 'withdrawn' or decider_account <> account)
);
create unique index swot_version_one_waits on strategy.swot_version (entry)
  where decided_at is null;
create index swot_version_by_measure on strategy.swot_version using gin (measures);

grant select, insert on strategy.swot_entry, strategy.swot_version to qalxan_app;
grant update (decided_at, verdict, decider_account, decider, remark)
  on strategy.swot_version to qalxan_app;

alter table strategy.swot_entry enable row level security;
create policy swot_entry_is_seen on strategy.swot_entry for select to qalxan_app using (
  (select access.ceiling('strategy', 'read', 'any')) >= 0);
create policy swot_entry_is_made on strategy.swot_entry for insert to qalxan_app with check (
  account = (select database.caller_account())
  and (select access.ceiling('strategy', 'create', 'own')) >= 0);

alter table strategy.swot_version enable row level security;
create policy swot_version_is_seen on strategy.swot_version for select to qalxan_app using (
  (select access.ceiling('strategy', 'read', 'any')) >= 0);
create policy swot_version_is_proposed on strategy.swot_version for insert to qalxan_app
  with check ((select access.ceiling('strategy', 'create', 'own')) >= 0
    and (account = (select database.caller_account())
      or 'system' = any ((select database.caller_roles())::text[])));
create policy swot_version_is_decided on strategy.swot_version for update to qalxan_app using (
  decided_at is null
  and greatest((select access.ceiling('strategy', 'decide', 'own')),
    (select access.ceiling('strategy', 'create', 'own'))) >= 0)
  with check (decider_account = (select database.caller_account())
    or 'system' = any ((select database.caller_roles())::text[]));
