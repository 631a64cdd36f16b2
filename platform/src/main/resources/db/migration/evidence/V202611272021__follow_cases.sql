set lock_timeout = '5s';

-- Exhibits stand where their case stands. The caller may have lost sight of it by the very step that
-- moved it, so the function reads where the cases are now and takes no word from the caller.
create function evidence.follow_cases(cases text[]) returns void
  language plpgsql security definer set search_path = evidence, pg_catalog as $$
begin
  update evidence.exhibit e
     set body = s.body, handling = s.handling, compartment = s.compartment
    from casework.standing_of(cases) s where e.case_number = s.number;
end $$;
revoke execute on function evidence.follow_cases from public;
grant execute on function evidence.follow_cases to qalxan_app;
