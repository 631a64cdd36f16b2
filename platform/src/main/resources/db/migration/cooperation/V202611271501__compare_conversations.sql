set lock_timeout = '5s';

-- That both ends of a conversation were asked for their digest, and what they said; append-only.
create table cooperation.comparison (
  sequence     bigint generated always as identity primary key,
  request_id   uuid not null references cooperation.request,
  at           timestamptz not null,
  outcome      text not null constraint comparison_outcome_known
               check (outcome in ('same', 'differs', 'unanswered')),
  ours         text not null,
  theirs       text not null,
  detail       text not null default '',
  author       text not null,
  account      text not null default database.caller_account()
);
create index comparison_by_request on cooperation.comparison (request_id, sequence desc);
alter table cooperation.comparison enable row level security;
create policy comparison_follows on cooperation.comparison for select to qalxan_app
  using (exists (select from cooperation.request r where r.id = request_id));
create policy comparison_is_made on cooperation.comparison for insert to qalxan_app
  with check (exists (select from cooperation.request r where r.id = request_id));
grant select, insert on cooperation.comparison to qalxan_app;
