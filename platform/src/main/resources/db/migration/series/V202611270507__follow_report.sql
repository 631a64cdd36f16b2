set lock_timeout = '5s';

-- Whoever loses sight of a report loses sight of it here in the same transaction, whichever module moved
-- or marked it: row-level security cannot wait for an event that somebody forgets to publish. What is
-- counted follows from the queue.
create function series.follow_report() returns trigger
  language plpgsql security definer set search_path = series, pg_catalog as $$
begin
  update series.report
     set body = new.body, handling = new.handling, compartment = new.compartment
   where report_id = new.id;
  update series.placement
     set body = new.body, handling = new.handling, compartment = new.compartment
   where report_id = new.id;
  insert into series.pending (kind, report_id) values ('moved', new.id);
  return new;
end $$;
revoke execute on function series.follow_report from public;

create trigger report_moves_in_series
  after update of body, handling, compartment on reporting.report for each row
  when (old.body is distinct from new.body or old.handling is distinct from new.handling
    or old.compartment is distinct from new.compartment)
  execute function series.follow_report();
