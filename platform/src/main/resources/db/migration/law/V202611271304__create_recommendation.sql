set lock_timeout = '5s';

-- What a state is recommended to change in its law, and whom that was asked of.
create table law.recommendation (
  id         uuid primary key default uuidv7(),
  number     bigint generated always as identity constraint recommendation_number_once unique,
  state      text not null constraint recommendation_state_form check (state ~ '^[A-Z]{2}$'),
  instrument text not null,
  article    text not null,
  title      text collate database.az not null
             constraint recommendation_title_length check (length(title) between 5 and 200),
  words      text collate database.az not null
             constraint recommendation_words_length check (length(words) between 10 and 4000),
  asked      text collate database.az not null
             constraint recommendation_asked_length check (length(asked) between 2 and 200),
  source     text not null constraint recommendation_source_length
             check (length(source) between 3 and 500),
  answer_due date,
  made_at    timestamptz not null,
  account    text not null default database.caller_account(),
  author     text not null
);
create index recommendation_latest on law.recommendation (number desc);
create index recommendation_by_clause on law.recommendation (instrument, article);

-- What became of it; added only, so that an answer that is corrected keeps its first wording.
create table law.recommendation_step (
  id             uuid primary key default uuidv7(),
  recommendation uuid not null references law.recommendation,
  kind           text not null constraint recommendation_step_known
                 check (kind in ('answered', 'withdrawn', 'noted')),
  verdict        text constraint recommendation_verdict_known
                 check (verdict in ('accepted', 'partly', 'refused', 'done')),
  words          text collate database.az not null
                 constraint recommendation_step_words_length
                 check (length(words) between 3 and 4000),
  source         text not null default '',
  answered_on    date,
  at             timestamptz not null,
  account        text not null default database.caller_account(),
  name           text not null,
  constraint recommendation_answer_whole
    check ((kind = 'answered') = (verdict is not null and answered_on is not null))
);
create index recommendation_step_by_recommendation
  on law.recommendation_step (recommendation, id);

grant select, insert on law.recommendation to qalxan_app;
grant select, insert on law.recommendation_step to qalxan_app;

alter table law.recommendation enable row level security;
create policy recommendation_is_seen on law.recommendation for select to qalxan_app
  using ((select access.ceiling('law', 'read', 'any')) >= 0);
create policy recommendation_is_made on law.recommendation for insert to qalxan_app with check (
  account = (select database.caller_account())
  and (select access.ceiling('law', 'create', 'any')) >= 0);

alter table law.recommendation_step enable row level security;
create policy recommendation_step_is_seen on law.recommendation_step for select to qalxan_app
  using ((select access.ceiling('law', 'read', 'any')) >= 0);
create policy recommendation_step_is_added on law.recommendation_step for insert to qalxan_app
  with check (account = (select database.caller_account())
    and (select access.ceiling('law', 'update', 'any')) >= 0);
