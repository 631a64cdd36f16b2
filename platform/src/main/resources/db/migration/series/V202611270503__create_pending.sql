set lock_timeout = '5s';

-- What the linking still has to take notice of; written in the transaction of the fact, deleted in the
-- transaction that has dealt with it.
create table series.pending (
  id        bigint generated always as identity primary key,
  kind      text not null,
  report_id uuid,
  other_id  uuid,
  key       bigint,
  at        timestamptz not null default clock_timestamp(),
  attempts  smallint not null default 0,
  constraint pending_kind_known check (kind in ('report', 'withdrawn', 'moved', 'pair', 'key')),
  constraint pending_names_its_subject check (
    case kind when 'key' then key is not null
              when 'pair' then report_id is not null and other_id is not null
              else report_id is not null end)
);
