set lock_timeout = '5s';

create table casework.kept_search (
  account text not null default database.caller_account(),
  query   text not null,
  kept_at timestamptz not null default now(),
  constraint kept_search_once primary key (account, query),
  constraint kept_search_short check (length(query) between 1 and 300)
);
alter table casework.kept_search enable row level security;
create policy kept_search_is_own on casework.kept_search to qalxan_app
  using (account = (select database.caller_account()))
  with check (account = (select database.caller_account()));
grant select, insert, delete on casework.kept_search to qalxan_app;
