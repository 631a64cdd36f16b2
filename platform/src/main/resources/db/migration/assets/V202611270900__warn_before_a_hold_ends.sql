set lock_timeout = '5s';

-- When somebody should begin to act: before its end for a hold, which takes time to renew. A hold
-- of before this column is called for at its end, and early from its next step on.
alter table assets.freeze
  add column warn_at timestamptz;
update assets.freeze set warn_at = due_at where due_at is not null;
alter table assets.freeze
  drop constraint freeze_clock_has_end,
  add constraint freeze_clock_has_end check ((clock = '') = (due_at is null)
    and (clock = '') = (warn_at is null) and warn_at <= due_at);
drop index assets.freeze_by_clock;
create index freeze_by_clock on assets.freeze (body, warn_at) where warn_at is not null;
grant update (warn_at) on assets.freeze to qalxan_app;
