set lock_timeout = '5s';

grant usage on schema casework to qalxan_app;
grant usage on sequence casework.case_number to qalxan_app;
grant select, insert on casework.case_file to qalxan_app;
grant update (title, handling, restricted, state, state_reason, state_until, changed_at, version)
  on casework.case_file to qalxan_app;
grant select, insert, delete on casework.member to qalxan_app;
grant select, insert on casework.note to qalxan_app;
grant select, insert, update (state, ended_at) on casework.task to qalxan_app;
grant select, insert, delete on casework.offence to qalxan_app;
grant select, insert on casework.happening to qalxan_app;
grant select on casework.closing_reason to qalxan_app;
grant select, insert, update (query), delete on casework.saved_view to qalxan_app;

alter table casework.case_file enable row level security;
alter table casework.member enable row level security;
alter table casework.note enable row level security;
alter table casework.task enable row level security;
alter table casework.offence enable row level security;
alter table casework.happening enable row level security;
alter table casework.saved_view enable row level security;

-- The policies of case_file and member ask for each other; this function ends the circle.
create function casework.is_member(asked uuid) returns boolean
  language sql stable security definer set search_path = casework, pg_catalog
  return exists (select from casework.member m
                  where m.case_id = asked and m.account = database.caller_account());

create policy case_is_read on casework.case_file for select to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('casework', 'read', 'own')))
   or handling <= (select access.ceiling('casework', 'read', 'any')))
  and (not restricted or casework.is_member(id)
       or 'system' = any ((select database.caller_roles())::text[])));

create policy case_is_opened on casework.case_file for insert to qalxan_app with check (
  (body = (select database.caller_body())
    and handling <= (select access.ceiling('casework', 'create', 'own')))
  or handling <= (select access.ceiling('casework', 'create', 'any')));

create policy case_is_changed on casework.case_file for update to qalxan_app using (
  (body = (select database.caller_body())
    and handling <= (select access.ceiling('casework', 'update', 'own')))
  or handling <= (select access.ceiling('casework', 'update', 'any')));

create policy member_is_seen on casework.member for select to qalxan_app
  using (exists (select from casework.case_file c where c.id = case_id));
create policy member_joins on casework.member for insert to qalxan_app
  with check (exists (select from casework.case_file c where c.id = case_id) or account = (select database.caller_account()));
create policy member_leaves on casework.member for delete to qalxan_app
  using (exists (select from casework.case_file c where c.id = case_id));
create policy note_follows_case on casework.note to qalxan_app
  using (exists (select from casework.case_file c where c.id = case_id))
  with check (exists (select from casework.case_file c where c.id = case_id));
create policy task_follows_case on casework.task to qalxan_app
  using (exists (select from casework.case_file c where c.id = case_id))
  with check (exists (select from casework.case_file c where c.id = case_id));
create policy offence_follows_case on casework.offence to qalxan_app
  using (exists (select from casework.case_file c where c.id = case_id))
  with check (exists (select from casework.case_file c where c.id = case_id));
create policy happening_follows_case on casework.happening to qalxan_app
  using (exists (select from casework.case_file c where c.id = case_id))
  with check (exists (select from casework.case_file c where c.id = case_id));
create policy saved_view_is_own on casework.saved_view to qalxan_app
  using (account = (select database.caller_account()))
  with check (account = (select database.caller_account()));
