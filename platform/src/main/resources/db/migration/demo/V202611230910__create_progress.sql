set lock_timeout = '5s';

-- How far the synthetic country is loaded: a killed load goes on where it stopped.
create table demo.progress (
  one           boolean primary key default true,
  seed          bigint not null,
  reports       integer not null,
  last_day      date not null,
  loaded        integer not null,
  constraint progress_has_one_row check (one)
);
grant usage on schema demo to qalxan_app;
grant select, insert, update on demo.progress to qalxan_app;
