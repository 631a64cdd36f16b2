set lock_timeout = '5s';

-- What somebody must do about a request, planned when its clock starts and raised when its moment
-- comes: once for each plan and cycle, whatever happens to the program between.
create table cooperation.task (
  id           uuid primary key,
  request_id   uuid not null references cooperation.request,
  plan         text not null,
  cycle        integer not null,
  ladder       text not null,
  raise_at     timestamptz not null,
  due_at       timestamptz not null,
  state        text not null,
  raised_at    timestamptz,
  missed_in    uuid,
  level        integer not null default 0,
  next_step_at timestamptz,
  done_at      timestamptz,
  done_by      text not null default '',
  words        text not null default '',
  constraint task_once unique (request_id, plan, cycle),
  constraint task_state_known check (state in ('planned', 'open', 'done', 'dropped')),
  constraint task_open_was_raised check (state <> 'open' or raised_at is not null),
  constraint task_end_has_moment check ((state in ('done', 'dropped')) = (done_at is not null)),
  constraint task_due_after_raised check (due_at >= raise_at)
);
create index task_to_raise on cooperation.task (raise_at, id) where state = 'planned';
create index task_to_escalate on cooperation.task (next_step_at, id)
  where state = 'open' and next_step_at is not null;
create index task_by_request on cooperation.task (request_id, raise_at);
grant select, insert on cooperation.task to qalxan_app;
grant update (raise_at, due_at, state, raised_at, missed_in, level, next_step_at, done_at, done_by,
    words)
  on cooperation.task to qalxan_app;
alter table cooperation.task enable row level security;
create policy task_follows on cooperation.task for select to qalxan_app
  using (exists (select from cooperation.request r where r.id = request_id));
create policy task_is_planned on cooperation.task for insert to qalxan_app
  with check (exists (select from cooperation.request r where r.id = request_id));
create policy task_is_worked_on on cooperation.task for update to qalxan_app
  using (exists (select from cooperation.request r where r.id = request_id));

-- Who was told of a task at which step of the ladder, and whether the message went out.
create table cooperation.notice (
  id         uuid primary key,
  request_id uuid not null references cooperation.request,
  task_id    uuid not null references cooperation.task,
  level      integer not null,
  addressee  text not null,
  account    text not null default '',
  name       text not null default '',
  address    text not null default '',
  at         timestamptz not null,
  missed     boolean not null default false,
  state      text not null,
  settled_at timestamptz,
  detail     text not null default '',
  constraint notice_once unique (task_id, level, addressee, account),
  constraint notice_state_known check (state in ('queued', 'sent', 'failed', 'on-page'))
);
create index notice_to_send on cooperation.notice (at, id) where state = 'queued';
create index notice_by_request on cooperation.notice (request_id, at);
create index notice_by_account on cooperation.notice (account, at) where account <> '';
grant select, insert on cooperation.notice to qalxan_app;
grant update (state, settled_at, detail) on cooperation.notice to qalxan_app;
alter table cooperation.notice enable row level security;
create policy notice_follows on cooperation.notice for select to qalxan_app
  using (exists (select from cooperation.request r where r.id = request_id));
create policy notice_is_written on cooperation.notice for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy notice_is_settled on cooperation.notice for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

-- When the rounds last ran, and the gaps in which they did not.
create table cooperation.round (
  single  boolean primary key default true check (single),
  last_at timestamptz not null
);
create table cooperation.downtime (
  id       uuid primary key,
  from_at  timestamptz not null,
  until_at timestamptz not null,
  constraint downtime_once unique (from_at),
  constraint downtime_runs_forward check (until_at > from_at)
);
grant select, insert, update (last_at) on cooperation.round to qalxan_app;
grant select, insert on cooperation.downtime to qalxan_app;
alter table cooperation.round enable row level security;
alter table cooperation.downtime enable row level security;
create policy round_is_the_systems on cooperation.round for all to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
create policy downtime_is_read on cooperation.downtime for select to qalxan_app
  using ((select access.ceiling('cooperation', 'read', 'own')) >= 0);
create policy downtime_is_noted on cooperation.downtime for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));

-- Clauses whose law changed: the rounds count the clocks of open requests anew and ask for a look.
-- Whoever changes the law need not see any request.
create table cooperation.law_change (
  id      uuid primary key,
  at      timestamptz not null,
  clauses text[] not null
);
grant select, insert, delete on cooperation.law_change to qalxan_app;
alter table cooperation.law_change enable row level security;
create policy law_change_is_queued on cooperation.law_change for insert to qalxan_app
  with check (true);
create policy law_change_is_the_systems on cooperation.law_change for select to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
create policy law_change_is_worked_off on cooperation.law_change for delete to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
