set lock_timeout = '5s';

-- Reports whose identifiers are still to be compared with what other bodies hold: one row for the
-- reports of one transaction, written in it, taken out again in the transaction that compared them.
create table deconfliction.arrival (
  id         bigint generated always as identity primary key,
  reports    uuid[] not null,
  size       integer not null,
  account    text not null default database.caller_account(),
  body       text not null default database.caller_body(),
  counted    boolean not null,
  arrived_at timestamptz not null,
  attempts   integer not null default 0
);
create index arrival_in_order on deconfliction.arrival (attempts, id);

grant usage on schema deconfliction to qalxan_app;
grant select, delete, insert (reports, size, counted, arrived_at), update (attempts)
  on deconfliction.arrival to qalxan_app;

alter table deconfliction.arrival enable row level security;
create policy arrival_is_queued on deconfliction.arrival for insert to qalxan_app with check (true);
create policy arrival_is_taken on deconfliction.arrival to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

-- What is stored already is compared by the same job after the start; nobody is charged for it.
insert into deconfliction.arrival (reports, size, account, body, counted, arrived_at)
  select array_agg(id order by id), count(*), '', '', false, now()
    from (select id, (row_number() over (order by id) - 1) / 2000 as batch
            from reporting.report) as stored
   group by batch order by batch;
