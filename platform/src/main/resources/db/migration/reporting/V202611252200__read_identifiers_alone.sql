set lock_timeout = '5s';

-- Whether an identifier may be read stands in its own row, as in search_keys: asking the report's row
-- for each of hundreds of identifiers that a list counts made a page of the list take seconds.
alter table reporting.identifier add column body text, add column handling smallint;
update reporting.identifier i set body = r.body, handling = r.handling
  from reporting.report r where r.id = i.report_id;
alter table reporting.identifier
  alter column body set not null, alter column handling set not null;

drop index reporting.identifier_by_key;
create index identifier_by_key on reporting.identifier (link_key, reported_at desc)
  include (report_id, body, handling) where link_key <> '';

drop policy identifier_is_read on reporting.identifier;
create policy identifier_is_read on reporting.identifier for select to qalxan_app using (
  (body = (select database.caller_body())
    and handling <= (select access.ceiling('reporting', 'read', 'own')))
  or handling <= (select access.ceiling('reporting', 'read', 'any'))
  or report_id = (select database.caller_report()));

create or replace function reporting.follow_in_search() returns trigger
  language plpgsql security definer set search_path = reporting, pg_catalog as $$
begin
  update reporting.search_keys set body = new.body, handling = new.handling
   where report_id = new.id;
  update reporting.identifier set body = new.body, handling = new.handling
   where report_id = new.id;
  return new;
end $$;

-- A filter of the list is answered from the index; the rows are fetched for the page only.
drop index reporting.report_queue;
create index report_queue on reporting.report (body, state, reported_at desc, id desc)
  include (category, region, channel, handling);

-- A frequent word is found fastest among the newest reports, a rare one through the index of words:
-- the words must be known when the plan is made.
alter function reporting.search set plan_cache_mode = force_custom_plan;
