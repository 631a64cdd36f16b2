set lock_timeout = '5s';

-- What a decision asks of a body, by when. The day follows from working days; it is provisional
-- while a year is counted of which nobody has decided the free days.
create table strategy.task (
  id           uuid primary key,
  number       bigint generated always as identity constraint task_number_once unique,
  decision     uuid not null references strategy.decision,
  meeting      uuid not null references strategy.meeting,
  body         text not null,
  handling     smallint not null constraint task_handling_known check (handling between 0 and 4),
  words_az     text collate database.az not null
               constraint task_words_length check (length(words_az) between 5 and 2000),
  words_en     text not null,
  set_on       date not null,
  working_days integer not null
               constraint task_days_known check (working_days between 1 and 500),
  due          date not null,
  provisional  boolean not null,
  reasons      jsonb not null,
  state        text not null constraint task_state_known
               check (state in ('open', 'answered', 'done', 'withdrawn')),
  version      integer not null default 0,
  constraint task_due_later check (due > set_on)
);
create index task_by_due on strategy.task (due) where state in ('open', 'answered');
create index task_by_body on strategy.task (body, number desc);
create index task_by_decision on strategy.task (decision, number);

-- What became of a task; added only.
create table strategy.task_step (
  id       uuid primary key default uuidv7(),
  task     uuid not null references strategy.task,
  kind     text not null constraint task_step_known check (kind in (
    'set', 'answered', 'accepted', 'given-back', 'handed-on', 'withdrawn', 'recounted')),
  words    text collate database.az not null default ''
           constraint task_step_words_length check (length(words) <= 4000),
  link     text not null default '' constraint task_step_link_length check (length(link) <= 500),
  from_body text not null default '',
  to_body  text not null default '',
  due      date not null,
  at       timestamptz not null,
  body     text not null,
  account  text not null,
  name     text not null
);
create index task_step_by_task on strategy.task_step (task, id);

grant select, insert on strategy.task, strategy.task_step to qalxan_app;
grant update (body, set_on, working_days, due, provisional, reasons, state, version)
  on strategy.task to qalxan_app;

alter table strategy.task enable row level security;
create policy task_is_seen on strategy.task for select to qalxan_app using (
  (body = (select database.caller_body())
    and handling <= (select access.ceiling('commission', 'read', 'own')))
  or handling <= (select access.ceiling('commission', 'read', 'any')));
create policy task_is_set on strategy.task for insert to qalxan_app with check (
  handling <= (select access.ceiling('commission', 'administer', 'own'))
  and meeting in (select id from strategy.meeting where state = 'open'));
create policy task_is_kept on strategy.task for update to qalxan_app using (
  handling <= (select access.ceiling('commission', 'administer', 'own'))
  or handling <= (select access.ceiling('commission', 'decide', 'own'))
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('commission', 'create', 'own'))));

alter table strategy.task_step enable row level security;
create policy task_step_is_seen on strategy.task_step for select to qalxan_app using (
  task in (select id from strategy.task));
create policy task_step_is_added on strategy.task_step for insert to qalxan_app with check (
  task in (select id from strategy.task)
  and (account = (select database.caller_account())
    or 'system' = any ((select database.caller_roles())::text[]))
  and greatest((select access.ceiling('commission', 'administer', 'own')),
    (select access.ceiling('commission', 'decide', 'own')),
    (select access.ceiling('commission', 'create', 'own'))) >= 0);
