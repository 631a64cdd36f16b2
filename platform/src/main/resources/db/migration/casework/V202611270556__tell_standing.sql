set lock_timeout = '5s';

-- The contract with modules whose rows belong to a case: where it stands now. Only functions of the
-- owner may ask, because it tells of cases that the caller may not see.
create function casework.standing_of(cases text[])
  returns table (number text, body text, handling smallint, compartment uuid)
  language sql stable security definer set search_path = casework, pg_catalog
  begin atomic
    select c.number, c.body, c.handling, c.compartment from casework.case_file c
     where c.number = any (cases);
  end;
revoke execute on function casework.standing_of from public;
