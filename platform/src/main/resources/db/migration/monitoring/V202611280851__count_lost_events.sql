set lock_timeout = '5s';

-- What the rules could not use of a source's events, by the hour in which they were judged; a
-- correlation rule that could not use an event counts it once.
create table monitoring.source_loss (
  source_id  uuid not null references monitoring.source,
  hour       timestamptz not null,
  late       bigint not null default 0,
  shed       bigint not null default 0,
  ungrouped  bigint not null default 0,
  unreadable bigint not null default 0,
  late_ones  uuid[] not null default '{}'
    constraint source_loss_sample_bounded check (cardinality(late_ones) <= 20),
  primary key (source_id, hour)
);

grant select, insert, update (late, shed, ungrouped, unreadable, late_ones)
  on monitoring.source_loss to qalxan_app;
alter table monitoring.source_loss enable row level security;
create policy loss_is_seen on monitoring.source_loss for select to qalxan_app
  using (exists (select from monitoring.source s where s.id = source_id));
create policy loss_is_begun on monitoring.source_loss for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy loss_is_counted on monitoring.source_loss for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

-- A damaged line that somebody repaired was taken again as a batch of its own; its bytes stay.
alter table monitoring.damaged_line
  add column repaired_batch bigint,
  add column repaired_at timestamptz,
  add column repaired_by text,
  add constraint damaged_line_repaired_whole check (
    (repaired_batch is null) = (repaired_at is null)
    and (repaired_batch is null) = (repaired_by is null));
grant update (repaired_batch, repaired_at, repaired_by) on monitoring.damaged_line to qalxan_app;
create policy damaged_line_is_repaired on monitoring.damaged_line for update to qalxan_app using (
  repaired_batch is null and body = (select database.caller_body())
    and handling <= (select access.ceiling('monitoring', 'update', 'own')))
  with check (repaired_batch is not null);
