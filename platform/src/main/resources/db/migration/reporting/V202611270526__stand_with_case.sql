set lock_timeout = '5s';

-- No update reaches what the caller may not see, whatever it reads.
create policy report_is_changed_in_compartment on reporting.report
  as restrictive for update to qalxan_app
  using (compartment is null or access.in_compartment(compartment)
    or id = (select database.caller_report()))
  with check (true);

-- A report stands where the case that took it stands: body and compartment. For the trigger of the
-- module that owns cases; nobody else may call it.
create function reporting.stand_with_case(
    taken_by text, at_body text, secluded_in uuid, moment timestamptz)
  returns void language sql security definer set search_path = reporting, pg_catalog
  begin atomic
    update report
       set body = at_body, compartment = secluded_in, changed_at = moment, version = version + 1
     where case_number = taken_by
       and (body <> at_body or compartment is distinct from secluded_in);
  end;
revoke execute on function reporting.stand_with_case from public;

-- A report leaves the case that took it: for the next case that holds it, or back to the queue. A
-- function, because those who work on cases need not decide on waiting reports.
create function reporting.leave_case(
    asked uuid, taken_by text, next_case text, moment timestamptz)
  returns boolean language plpgsql security definer set search_path = reporting, pg_catalog as $$
begin
  update report r
     set state = case when next_case = '' then 'waiting' else 'accepted' end,
         case_number = nullif(next_case, ''), compartment = null, changed_at = moment,
         version = version + 1
   where r.id = asked and r.case_number = taken_by
     and (r.compartment is null or access.in_compartment(r.compartment))
     and ((r.body = database.caller_body()
            and r.handling <= access.ceiling('casework', 'update', 'own'))
          or r.handling <= access.ceiling('casework', 'update', 'any'));
  return found;
end $$;

-- Undoes it while the report waits: only a case that the report left by this road takes it back.
create function reporting.rejoin_case(
    asked uuid, taken_by text, secluded_in uuid, moment timestamptz)
  returns boolean language plpgsql security definer set search_path = reporting, pg_catalog as $$
begin
  update report r
     set state = 'accepted', case_number = taken_by, compartment = secluded_in,
         changed_at = moment, version = version + 1
   where r.id = asked and r.state = 'waiting'
     and (secluded_in is null or access.in_compartment(secluded_in))
     and (r.compartment is null or access.in_compartment(r.compartment))
     and ((r.body = database.caller_body()
            and r.handling <= access.ceiling('casework', 'update', 'own'))
          or r.handling <= access.ceiling('casework', 'update', 'any'))
     and exists (select from happening h
                  where h.report_id = asked and h.kind = 'left-case' and h.detail = taken_by);
  return found;
end $$;
revoke execute on function reporting.leave_case, reporting.rejoin_case from public;
grant execute on function reporting.leave_case, reporting.rejoin_case to qalxan_app;
