-- What of the events a search index outside of the database has; without one nothing is marked.
alter table monitoring.batch add column indexed_at timestamptz;
create index batch_unindexed on monitoring.batch (id) where indexed_at is null;
create index batch_unindexed_event on monitoring.batch (first_id)
  where indexed_at is null and first_id is not null;
grant update (indexed_at) on monitoring.batch to qalxan_app;
