set lock_timeout = '5s';

grant usage on schema reporting to qalxan_app;
grant usage on sequence reporting.reference_number to qalxan_app;
grant select, insert on reporting.report to qalxan_app;
grant update (state, body, handling, case_number, closed_reason, first_answer_at, changed_at, version)
  on reporting.report to qalxan_app;
grant select, insert on reporting.contact, reporting.identifier, reporting.message to qalxan_app;
grant select, insert on reporting.happening to qalxan_app;
grant select, insert, update (scan) on reporting.attachment to qalxan_app;
grant insert on reporting.search_keys to qalxan_app;

alter table reporting.report enable row level security;
alter table reporting.contact enable row level security;
alter table reporting.identifier enable row level security;
alter table reporting.message enable row level security;
alter table reporting.attachment enable row level security;
alter table reporting.happening enable row level security;

-- Anybody may report; nobody may make a report look handled.
create policy report_is_received on reporting.report for insert to qalxan_app
  with check (state = 'waiting' and first_answer_at is null and version = 0);

create policy report_is_read on reporting.report for select to qalxan_app using (
  (body = (select database.caller_body())
    and handling <= (select access.ceiling('reporting', 'read', 'own')))
  or handling <= (select access.ceiling('reporting', 'read', 'any'))
  or id = (select database.caller_report()));

create policy report_is_decided on reporting.report for update to qalxan_app
  using (
    (body = (select database.caller_body())
      and handling <= (select access.ceiling('reporting', 'decide', 'own')))
    or handling <= (select access.ceiling('reporting', 'decide', 'any'))
    or id = (select database.caller_report()));

-- Sends a waiting report to another body. A function, because the row leaves the caller's sight and
-- row-level security would refuse an ordinary update; it asks for the right to decide itself.
create function reporting.hand_to_body(report uuid, receiver text, moment timestamptz)
  returns boolean language plpgsql security definer set search_path = reporting, pg_catalog as $$
begin
  update reporting.report r
     set body = receiver, changed_at = moment, version = version + 1
   where r.id = hand_to_body.report and r.state = 'waiting' and r.body <> receiver
     and ((r.body = database.caller_body()
            and r.handling <= access.ceiling('reporting', 'decide', 'own'))
          or r.handling <= access.ceiling('reporting', 'decide', 'any'));
  return found;
end $$;
revoke execute on function reporting.hand_to_body from public;
grant execute on function reporting.hand_to_body to qalxan_app;

-- What belongs to a report is seen by those who see the report.
create policy contact_is_read on reporting.contact for select to qalxan_app
  using (exists (select from reporting.report r where r.id = report_id));
create policy identifier_is_read on reporting.identifier for select to qalxan_app
  using (exists (select from reporting.report r where r.id = report_id));
create policy message_is_read on reporting.message for select to qalxan_app
  using (exists (select from reporting.report r where r.id = report_id));
create policy attachment_is_read on reporting.attachment for select to qalxan_app
  using (exists (select from reporting.report r where r.id = report_id));
create policy happening_is_read on reporting.happening for select to qalxan_app
  using (exists (select from reporting.report r where r.id = report_id));

create policy contact_is_given on reporting.contact for insert to qalxan_app with check (true);
create policy identifier_is_found on reporting.identifier for insert to qalxan_app with check (true);
create policy message_is_sent on reporting.message for insert to qalxan_app with check (true);
create policy attachment_is_given on reporting.attachment for insert to qalxan_app with check (true);
create policy attachment_is_scanned on reporting.attachment for update to qalxan_app
  using (true) with check (true);
create policy happening_is_noted on reporting.happening for insert to qalxan_app with check (true);

-- The reports that have all those words and that the caller may read, newest first.
create function reporting.search(words tsquery, at_most integer) returns setof uuid
  language sql stable security definer set search_path = reporting, pg_catalog
  begin atomic
    select s.report_id
      from reporting.search_keys s
     where s.keys @@ words
       and ((s.body = (select database.caller_body())
              and s.handling <= (select access.ceiling('reporting', 'read', 'own')))
            or s.handling <= (select access.ceiling('reporting', 'read', 'any')))
     order by s.report_id desc
     limit least(at_most, 200);
  end;
revoke execute on function reporting.search from public;
grant execute on function reporting.search to qalxan_app;

-- A report handed to another body, or marked anew, is found by those who may read it now.
create function reporting.follow_in_search() returns trigger
  language plpgsql security definer set search_path = reporting, pg_catalog as $$
begin
  update reporting.search_keys set body = new.body, handling = new.handling
   where report_id = new.id;
  return new;
end $$;
create trigger report_moves_in_search
  after update of body, handling on reporting.report for each row
  when (old.body is distinct from new.body or old.handling is distinct from new.handling)
  execute function reporting.follow_in_search();

-- Which report a reference and the digest of its secret open; the only way for a reporter to get
-- in, and it tells nothing else.
create function reporting.open_with(asked_reference text, digest bytea) returns uuid
  language sql stable security definer set search_path = reporting, pg_catalog
  return (select r.id from reporting.report r
           where r.reference = asked_reference and r.secret_digest = digest);
revoke execute on function reporting.open_with from public;
grant execute on function reporting.open_with to qalxan_app;
