set lock_timeout = '5s';

-- Which requests belong to which cases. A row stands where its case stands, so that a case out of
-- sight is not told of by a request in sight.
create table cooperation.case_link (
  request_id  uuid not null references cooperation.request,
  case_number text not null,
  at          timestamptz not null,
  author      text not null,
  account     text not null default database.caller_account(),
  detached_at timestamptz,
  detached_by text not null default '',
  body        text not null,
  handling    smallint not null,
  compartment uuid,
  constraint case_link_pk primary key (request_id, case_number),
  constraint case_link_handling_is_tlp check (handling between 0 and 4)
);
create index case_link_by_case on cooperation.case_link (case_number);
grant select, insert on cooperation.case_link to qalxan_app;
grant update (at, author, detached_at, detached_by) on cooperation.case_link to qalxan_app;
alter table cooperation.case_link enable row level security;
create policy case_link_is_read on cooperation.case_link for select to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('casework', 'read', 'own')))
   or handling <= (select access.ceiling('casework', 'read', 'any')))
  and (compartment is null or access.in_compartment(compartment))
  and exists (select from cooperation.request r where r.id = request_id));
create policy case_link_is_made on cooperation.case_link for insert to qalxan_app with check (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('casework', 'read', 'own')))
   or handling <= (select access.ceiling('casework', 'read', 'any')))
  and (compartment is null or access.in_compartment(compartment))
  and exists (select from cooperation.request r where r.id = request_id));
create policy case_link_ends on cooperation.case_link for update to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('casework', 'read', 'own')))
   or handling <= (select access.ceiling('casework', 'read', 'any')))
  and (compartment is null or access.in_compartment(compartment)));

-- Links, and requests that were opened from a case, stand where the case is now. The caller may have
-- lost sight of it by the step that moved it, so the function takes no word from the caller.
create function cooperation.follow_cases(cases text[]) returns void
  language plpgsql security definer set search_path = cooperation, pg_catalog as $$
begin
  update cooperation.case_link l
     set body = s.body, handling = s.handling, compartment = s.compartment
    from casework.standing_of(cases) s where l.case_number = s.number;
  update cooperation.request r
     set compartment = s.compartment, handling = greatest(r.handling, s.handling)
    from casework.standing_of(cases) s where r.home_case = s.number;
end $$;
revoke execute on function cooperation.follow_cases from public;
grant execute on function cooperation.follow_cases to qalxan_app;
