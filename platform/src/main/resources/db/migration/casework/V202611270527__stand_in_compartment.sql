set lock_timeout = '5s';

-- A restricted case stands in a compartment of named people, and its reports stand there with it.
alter table casework.case_file add column compartment uuid;

-- In which compartments a case stood, so that it can be told later who could see it.
create table casework.case_compartment (
  case_id     uuid not null references casework.case_file (id),
  compartment uuid not null,
  since       timestamptz not null,
  lifted_at   timestamptz,
  constraint case_compartment_pk primary key (case_id, since)
);
create unique index case_compartment_one_at_a_time on casework.case_compartment (case_id)
  where lifted_at is null;

do $$
declare
  one  record;
  made uuid;
begin
  for one in select * from casework.case_file c where c.restricted loop
    made := gen_random_uuid();
    insert into access.compartment (id, body, created_at, created_by)
    values (made, one.body, one.changed_at, 'job:migration');
    insert into access.compartment_entry (compartment, account, name, since, given_by)
    select made, m.account, m.name, m.since, 'job:migration'
      from casework.member m where m.case_id = one.id;
    insert into casework.case_compartment (case_id, compartment, since)
    values (one.id, made, one.changed_at);
    update casework.case_file set compartment = made where id = one.id;
    perform reporting.stand_with_case(one.number, one.body, made, one.changed_at);
  end loop;
end $$;

drop policy case_is_read on casework.case_file;
drop policy case_is_opened on casework.case_file;
drop policy case_is_changed on casework.case_file;
drop function casework.is_member;
alter table casework.case_file drop column restricted;
grant update (compartment) on casework.case_file to qalxan_app;
grant select, insert, update (lifted_at) on casework.case_compartment to qalxan_app;

create policy case_is_read on casework.case_file for select to qalxan_app using (
  (body = (select database.caller_body())
    and handling <= (select access.ceiling('casework', 'read', 'own')))
  or handling <= (select access.ceiling('casework', 'read', 'any')));
create policy case_is_opened on casework.case_file for insert to qalxan_app with check (
  (body = (select database.caller_body())
    and handling <= (select access.ceiling('casework', 'create', 'own')))
  or handling <= (select access.ceiling('casework', 'create', 'any')));
create policy case_is_changed on casework.case_file for update to qalxan_app using (
  (body = (select database.caller_body())
    and handling <= (select access.ceiling('casework', 'update', 'own')))
  or handling <= (select access.ceiling('casework', 'update', 'any')));
create policy case_stands_in_compartment on casework.case_file as restrictive for all to qalxan_app
  using (compartment is null or access.in_compartment(compartment))
  with check (compartment is null or access.in_compartment(compartment));

-- Whoever broke the glass reads, and decides nothing.
create policy case_is_changed_by_who_stands_inside on casework.case_file
  as restrictive for update to qalxan_app
  using (compartment is null or access.stands_in_compartment(compartment))
  with check (compartment is null or access.stands_in_compartment(compartment));

alter table casework.case_compartment enable row level security;
create policy case_compartment_follows_case on casework.case_compartment to qalxan_app
  using (exists (select from casework.case_file c where c.id = case_id))
  with check (exists (select from casework.case_file c where c.id = case_id));

-- Whatever moves a case moves the reports that it took.
create function casework.carry_reports() returns trigger
  language plpgsql security definer set search_path = casework, pg_catalog as $$
begin
  perform reporting.stand_with_case(new.number, new.body, new.compartment, new.changed_at);
  return new;
end $$;
create trigger case_carries_its_reports
  after update of body, compartment on casework.case_file for each row
  when (old.body is distinct from new.body or old.compartment is distinct from new.compartment)
  execute function casework.carry_reports();

-- A member leaves and the record of it stays; nobody joins a case out of sight.
alter table casework.member add column left_at timestamptz;
drop policy member_joins on casework.member;
drop policy member_leaves on casework.member;
revoke delete on casework.member from qalxan_app;
grant update (name, lead, since, left_at) on casework.member to qalxan_app;
create policy member_joins on casework.member for insert to qalxan_app
  with check (exists (select from casework.case_file c where c.id = case_id));
create policy member_leaves on casework.member for update to qalxan_app
  using (exists (select from casework.case_file c where c.id = case_id));
