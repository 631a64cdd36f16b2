set lock_timeout = '5s';

-- A clock of a request: ceiling, floor or response. A clock that is counted anew ends as 'replaced'
-- and another one stands beside it: nothing is overwritten.
create table cooperation.clock (
  id          uuid primary key,
  request_id  uuid not null references cooperation.request,
  rule        text not null,
  kind        text not null,
  clause      text not null,
  terms       jsonb not null,
  zone        text not null,
  started_at  timestamptz not null,
  ends_at     timestamptz not null,
  provisional boolean not null,
  state       text not null,
  ended_at    timestamptz,
  ended_why   text not null default '',
  replaces    uuid references cooperation.clock,
  constraint clock_kind_known check (kind in ('ceiling', 'floor', 'response')),
  constraint clock_state_known check (state in ('running', 'met', 'ended', 'replaced')),
  constraint clock_end_has_moment check ((state = 'running') = (ended_at is null)),
  constraint clock_runs_forward check (ends_at > started_at)
);
create unique index clock_runs_once on cooperation.clock (request_id, rule)
  where state = 'running';
create index clock_by_request on cooperation.clock (request_id, started_at);
create index clock_provisional on cooperation.clock (request_id)
  where state = 'running' and provisional;
grant select, insert on cooperation.clock to qalxan_app;
grant update (state, ended_at, ended_why) on cooperation.clock to qalxan_app;
alter table cooperation.clock enable row level security;
create policy clock_follows on cooperation.clock for select to qalxan_app
  using (exists (select from cooperation.request r where r.id = request_id));
create policy clock_is_started on cooperation.clock for insert to qalxan_app
  with check (exists (select from cooperation.request r where r.id = request_id));
create policy clock_is_ended on cooperation.clock for update to qalxan_app
  using (exists (select from cooperation.request r where r.id = request_id));
