set lock_timeout = '5s';

-- The contract with modules whose rows follow a report: where it stands now. Only functions of the
-- owner may ask, because it tells of reports that the caller may not see.
create function reporting.standing_of(reports uuid[])
  returns table (id uuid, body text, handling smallint, compartment uuid)
  language sql stable security definer set search_path = reporting, pg_catalog
  begin atomic
    select r.id, r.body, r.handling, r.compartment from reporting.report r
     where r.id = any (reports);
  end;
revoke execute on function reporting.standing_of from public;
