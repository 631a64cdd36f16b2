set lock_timeout = '5s';

-- How a case was suspended or closed, as a code of the country pack, so that outcomes can be counted.
alter table casework.case_file add column outcome text not null default '';
update casework.case_file set outcome = state || '-other' where state <> 'open';
alter table casework.case_file
  add constraint case_outcome_with_state check ((state = 'open') = (outcome = ''));
grant update (outcome) on casework.case_file to qalxan_app;

-- What the reporter may know of the case that took the own report: its state and since when.
create function casework.told_to_reporter()
  returns table (state text, outcome text, since timestamptz)
  language sql stable security definer set search_path = casework, pg_catalog
  begin atomic
    select c.state, c.outcome,
           coalesce((select max(h.at) from happening h
                      where h.case_id = c.id and h.kind = c.state), c.opened_at)
      from reporting.report r join case_file c on c.number = r.case_number
     where r.id = database.caller_report();
  end;
revoke execute on function casework.told_to_reporter from public;
grant execute on function casework.told_to_reporter to qalxan_app;
