set lock_timeout = '5s';

-- Linking of the whole country anew: at most one is under way. While it runs, the queue waits.
create table series.relink (
  id         uuid primary key,
  state      text not null,
  part       text not null,
  done       bigint not null,
  total      bigint not null,
  reports    bigint not null,
  changed    bigint not null,
  generation bigint not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at   timestamptz,
  account    text not null default database.caller_account(),
  name       text not null,
  constraint relink_state_known check (state in ('running', 'paused', 'done', 'failed', 'dropped'))
);
create unique index relink_one_under_way on series.relink ((true))
  where state in ('running', 'paused');

-- One row. The generation grows with every step of the linking; the mark says up to which report of
-- the register the reports that came before this module have been queued.
create table series.standing (
  single     boolean primary key default true,
  generation bigint not null,
  queued_to  uuid,
  queued_all boolean not null,
  constraint standing_is_one check (single)
);
insert into series.standing (generation, queued_all) values (0, false);
