set lock_timeout = '5s';

-- Rows stand where the report or the case stands that they belong to. The caller may have lost sight
-- of it by the very step that moved it, so functions read where it is now; they take no word from the
-- caller.
create function assets.follow_reports(reports uuid[]) returns void
  language plpgsql security definer set search_path = assets, pg_catalog as $$
begin
  update assets.transfer t
     set body = s.body, handling = s.handling, compartment = s.compartment
    from reporting.standing_of(reports) s where t.report_id = s.id;
  update assets.freeze f
     set body = s.body, handling = s.handling, compartment = s.compartment
    from reporting.standing_of(reports) s where f.report_id = s.id;
  update assets.return_share r
     set body = s.body, handling = s.handling, compartment = s.compartment
    from reporting.standing_of(reports) s where r.report_id = s.id;
  update assets.frozen_share r
     set body = s.body, handling = s.handling, compartment = s.compartment
    from reporting.standing_of(reports) s where r.report_id = s.id;
end $$;

create function assets.follow_cases(cases text[]) returns void
  language plpgsql security definer set search_path = assets, pg_catalog as $$
begin
  update assets.transfer t
     set body = s.body, handling = s.handling, compartment = s.compartment
    from casework.standing_of(cases) s where t.case_number = s.number;
  update assets.freeze f
     set body = s.body, handling = s.handling, compartment = s.compartment
    from casework.standing_of(cases) s where f.case_number = s.number;
end $$;

-- Of pairs of a report and a holding, those for which no freeze was drafted yet. A function, because
-- whoever accepts a report need not hold a right to freezes.
create function assets.without_freeze(reports uuid[], holdings text[])
  returns table (report uuid, holding text)
  language sql stable security definer set search_path = assets, pg_catalog
  begin atomic
    select asked.report, asked.holding from unnest(reports, holdings) as asked (report, holding)
     where not exists (select from assets.freeze f
                        where f.report_id = asked.report and f.holding_key = asked.holding);
  end;

revoke execute on function assets.follow_reports, assets.follow_cases, assets.without_freeze
  from public;
grant execute on function assets.follow_reports, assets.follow_cases, assets.without_freeze
  to qalxan_app;
