set lock_timeout = '5s';

-- Rows of a report stand where the report stands. The caller may have lost sight of it by the very
-- step that moved it, so a function reads where it is now; it takes no word from the caller.
create function assets.follow_reports(reports uuid[]) returns void
  language plpgsql security definer set search_path = assets, pg_catalog as $$
begin
  update transfer t set body = s.body, handling = s.handling, compartment = s.compartment
    from reporting.standing_of(reports) s where t.report_id = s.id;
  update assets.freeze f set body = s.body, handling = s.handling, compartment = s.compartment
    from reporting.standing_of(reports) s where f.report_id = s.id;
  update return_share r set body = s.body, handling = s.handling, compartment = s.compartment
    from reporting.standing_of(reports) s where r.report_id = s.id;
  update frozen_share r set body = s.body, handling = s.handling, compartment = s.compartment
    from reporting.standing_of(reports) s where r.report_id = s.id;
end $$;
revoke execute on function assets.follow_reports from public;
grant execute on function assets.follow_reports to qalxan_app;
