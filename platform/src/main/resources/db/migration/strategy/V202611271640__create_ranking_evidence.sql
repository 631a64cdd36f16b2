set lock_timeout = '5s';

-- A piece of evidence for questions of rankings: kept once, whatever number of questions it answers.
create table strategy.ranking_evidence (
  id     uuid primary key default uuidv7(),
  number bigint generated always as identity constraint ranking_evidence_number_once unique
);

-- What somebody says of it. The newest approved version holds until the next one is approved.
create table strategy.ranking_version (
  id           uuid primary key default uuidv7(),
  evidence     uuid not null references strategy.ranking_evidence,
  version      integer not null,
  ends         boolean not null default false,
  kind         text not null constraint ranking_version_kind_known
               check (kind in ('document', 'link', 'clause', 'figure', 'stage')),
  title        text collate database.az not null constraint ranking_version_title_length
               check (length(title) between 5 and 300),
  reference    text not null constraint ranking_version_reference_length
               check (length(reference) between 1 and 1000),
  dated        date not null,
  fresh_months integer not null constraint ranking_version_months_bounded
               check (fresh_months between 0 and 120),
  owner        text not null constraint ranking_version_owner_length
               check (length(owner) between 1 and 60),
  words        text collate database.az not null default '' constraint ranking_version_words_length
               check (length(words) <= 4000),
  account      text not null default database.caller_account(),
  author       text collate database.az not null,
  body         text not null,
  at           timestamptz not null,
  state        text not null default 'open' constraint ranking_version_state_known
               check (state in ('open', 'approved', 'refused', 'withdrawn')),
  decided_by   text,
  decider      text,
  decided_at   timestamptz,
  decision     text collate database.az not null default ''
               constraint ranking_version_decision_length check (length(decision) <= 2000),
  constraint ranking_version_once unique (evidence, version),
  constraint ranking_version_link_form check (kind <> 'link' or reference ~ '^https?://'),
  constraint ranking_version_live_has_no_term
    check ((fresh_months = 0) = (kind in ('clause', 'figure', 'stage'))),
  constraint ranking_version_decision_whole check ((state = 'open') = (decided_at is null)
    and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (decider is null)),
  constraint ranking_version_has_four_eyes
    check (state not in ('approved', 'refused') or account <> decided_by),
  constraint ranking_version_is_withdrawn_by_its_own
    check (state <> 'withdrawn' or account = decided_by)
);
create unique index ranking_version_open_once on strategy.ranking_version (evidence)
  where state = 'open';
create index ranking_version_in_order on strategy.ranking_version (evidence, version desc);

-- Which questions a version answers, and how far.
create table strategy.ranking_link (
  version  uuid not null references strategy.ranking_version,
  ranking  text not null,
  edition  text not null,
  question text not null,
  answer   text not null constraint ranking_link_answer_known
           check (answer ~ '^(full|partial|[1-9])$'),
  primary key (version, ranking, edition, question),
  constraint ranking_link_names_bounded
    check (length(ranking) <= 40 and length(edition) <= 40 and length(question) <= 40)
);

grant select, insert on strategy.ranking_evidence, strategy.ranking_version, strategy.ranking_link
  to qalxan_app;
grant update (state, decided_by, decider, decided_at, decision) on strategy.ranking_version
  to qalxan_app;

alter table strategy.ranking_evidence enable row level security;
alter table strategy.ranking_version enable row level security;
alter table strategy.ranking_link enable row level security;
create policy ranking_evidence_is_read on strategy.ranking_evidence for select to qalxan_app
  using ((select access.ceiling('strategy', 'read', 'own')) >= 0);
create policy ranking_evidence_is_added on strategy.ranking_evidence for insert to qalxan_app
  with check ((select access.ceiling('strategy', 'create', 'own')) >= 0);
create policy ranking_version_is_read on strategy.ranking_version for select to qalxan_app
  using ((select access.ceiling('strategy', 'read', 'own')) >= 0);
create policy ranking_version_is_proposed on strategy.ranking_version for insert to qalxan_app
  with check (state = 'open' and account = (select database.caller_account())
    and body = (select database.caller_body()) and body <> ''
    and (select access.ceiling('strategy', 'create', 'own')) >= 0);
-- Decided by somebody else, or withdrawn by whoever proposed it; once.
create policy ranking_version_is_decided on strategy.ranking_version for update to qalxan_app
  using (state = 'open' and (account = (select database.caller_account())
    or (select access.ceiling('strategy', 'decide', 'own')) >= 0))
  with check (decided_by = (select database.caller_account())
    and ((state = 'withdrawn' and account = (select database.caller_account()))
      or (state in ('approved', 'refused')
        and (select access.ceiling('strategy', 'decide', 'own')) >= 0)));
create policy ranking_link_is_read on strategy.ranking_link for select to qalxan_app
  using ((select access.ceiling('strategy', 'read', 'own')) >= 0);
create policy ranking_link_is_proposed on strategy.ranking_link for insert to qalxan_app
  with check (exists (select from strategy.ranking_version v
    where v.id = ranking_link.version and v.state = 'open' and v.account = database.caller_account()));
