set lock_timeout = '5s';

-- What tells of a report follows it in the same transaction, whoever changes the report.
create function deconfliction.follow_report() returns trigger
  language plpgsql security definer set search_path = deconfliction, pg_catalog as $$
begin
  if old.body <> new.body then
    delete from holding where source = 'report' and source_id = new.id;
    delete from notice where report_id = new.id;
  else
    update holding set handling = new.handling, compartment = new.compartment
     where source = 'report' and source_id = new.id;
    update notice set handling = new.handling, compartment = new.compartment
     where report_id = new.id;
  end if;
  return new;
end $$;
create trigger report_moves_in_deconfliction
  after update of body, handling, compartment on reporting.report for each row
  when (old.body is distinct from new.body or old.handling is distinct from new.handling
    or old.compartment is distinct from new.compartment)
  execute function deconfliction.follow_report();
