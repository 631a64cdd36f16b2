set lock_timeout = '5s';

-- Idempotency keys of programs; each caller has its own.
create table reporting.request_key (
  account   text not null default database.caller_account(),
  key       text not null,
  digest    text not null,
  report_id uuid not null,
  reference text not null,
  at        timestamptz not null,
  constraint request_key_once primary key (account, key)
);
create index request_key_by_age on reporting.request_key using brin (at);

-- Files of reports: checked first, imported after a person said so, row by row exactly once because
-- rows_done moves in the transaction that stores the rows.
create table reporting.import (
  id            uuid primary key,
  account       text not null default database.caller_account(),
  body          text not null default database.caller_body(),
  roles         text not null,
  file_name     text not null,
  sha256        text not null,
  bytes         bigint not null,
  state         text not null,
  rows_total    integer not null,
  rows_wrong    integer not null,
  rows_done     integer not null default 0,
  rows_stored   integer not null default 0,
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  constraint import_state_known check (state in ('checked', 'running', 'paused', 'done', 'dropped')),
  constraint import_rows_counted check (rows_done between 0 and rows_total)
);
create index import_by_body on reporting.import (body, created_at desc);

grant select, insert on reporting.request_key to qalxan_app;
grant select, insert, update (state, rows_done, rows_stored, changed_at)
  on reporting.import to qalxan_app;

alter table reporting.request_key enable row level security;
create policy request_key_is_own on reporting.request_key to qalxan_app
  using (account = (select database.caller_account()))
  with check (account = (select database.caller_account()));

alter table reporting.import enable row level security;
create policy import_is_seen on reporting.import for select to qalxan_app
  using (body = (select database.caller_body())
         or 'system' = any ((select database.caller_roles())::text[]));
create policy import_is_made on reporting.import for insert to qalxan_app
  with check (body = (select database.caller_body()) and body <> '');
create policy import_moves on reporting.import for update to qalxan_app
  using (body = (select database.caller_body())
         or 'system' = any ((select database.caller_roles())::text[]));
