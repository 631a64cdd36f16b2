set lock_timeout = '5s';

-- What was done with a request, by whom and when; append-only.
create table cooperation.step (
  sequence   bigint generated always as identity primary key,
  request_id uuid not null references cooperation.request,
  at         timestamptz not null,
  kind       text not null,
  account    text not null default database.caller_account(),
  author     text not null,
  detail     text not null,
  facts      jsonb not null default '{}'
);
create index step_by_request on cooperation.step (request_id, sequence);
grant select, insert on cooperation.step to qalxan_app;
alter table cooperation.step enable row level security;
create policy step_follows on cooperation.step for select to qalxan_app
  using (exists (select from cooperation.request r where r.id = request_id));
create policy step_is_noted on cooperation.step for insert to qalxan_app
  with check (exists (select from cooperation.request r where r.id = request_id));

-- What was answered, with the limits that bind whoever uses it; append-only.
create table cooperation.answer (
  id         uuid primary key,
  request_id uuid not null references cooperation.request,
  at         timestamptz not null,
  complete   boolean not null,
  words      text not null,
  limits     jsonb not null,
  conditions text not null default '',
  account    text not null default database.caller_account(),
  author     text not null,
  constraint answer_says_something check (words <> '')
);
create index answer_by_request on cooperation.answer (request_id, at);
grant select, insert on cooperation.answer to qalxan_app;
alter table cooperation.answer enable row level security;
create policy answer_follows on cooperation.answer for select to qalxan_app
  using (exists (select from cooperation.request r where r.id = request_id));
create policy answer_is_given on cooperation.answer for insert to qalxan_app
  with check (exists (select from cooperation.request r where r.id = request_id));
