set lock_timeout = '5s';

-- A result that a ranking published, as somebody imported it; of one edition and day the newest
-- import holds, earlier ones stay.
create table strategy.ranking_result (
  id          uuid primary key default uuidv7(),
  ranking     text not null,
  edition     text not null,
  published   date not null,
  year_only   boolean not null default false,
  score       numeric(9, 4),
  rank        integer constraint ranking_result_rank_positive check (rank >= 1),
  countries   integer constraint ranking_result_countries_positive check (countries >= 1),
  level       text not null default '',
  groups      jsonb not null default '{}' constraint ranking_result_groups_are_object
              check (jsonb_typeof(groups) = 'object'),
  questions   jsonb not null default '{}' constraint ranking_result_questions_are_object
              check (jsonb_typeof(questions) = 'object'),
  source      text not null constraint ranking_result_source_length
              check (length(source) between 3 and 500),
  at          timestamptz not null,
  account     text not null default database.caller_account(),
  author      text collate database.az not null,
  verified_by text,
  verifier    text,
  verified_at timestamptz,
  constraint ranking_result_says_something check (score is not null or rank is not null),
  constraint ranking_result_rank_among_countries check (rank <= countries),
  constraint ranking_result_verification_whole check ((verified_by is null) = (verified_at is null)
    and (verified_by is null) = (verifier is null)),
  constraint ranking_result_has_four_eyes check (account <> verified_by)
);
create index ranking_result_newest on strategy.ranking_result (ranking, edition, published, at desc);

grant select, insert on strategy.ranking_result to qalxan_app;
grant update (verified_by, verifier, verified_at) on strategy.ranking_result to qalxan_app;
alter table strategy.ranking_result enable row level security;
create policy ranking_result_is_read on strategy.ranking_result for select to qalxan_app
  using ((select access.ceiling('strategy', 'read', 'own')) >= 0);
create policy ranking_result_is_imported on strategy.ranking_result for insert to qalxan_app
  with check (account = (select database.caller_account()) and verified_by is null
    and (select access.ceiling('strategy', 'administer', 'own')) >= 0);
create policy ranking_result_is_verified on strategy.ranking_result for update to qalxan_app
  using (verified_by is null and (select access.ceiling('strategy', 'decide', 'own')) >= 0)
  with check (verified_by = (select database.caller_account()));
