set lock_timeout = '5s';

-- Any act is recorded; the record is read only by callers who hold audit:read: acts of their own
-- body's people, or of everybody's.
alter table audit.event enable row level security;

create policy event_is_recorded on audit.event for insert to qalxan_app with check (true);
create policy event_is_read on audit.event for select to qalxan_app using (
  (select access.ceiling('audit', 'read', 'any')) >= 0
  or (body = (select database.caller_body())
      and (select access.ceiling('audit', 'read', 'own')) >= 0));
