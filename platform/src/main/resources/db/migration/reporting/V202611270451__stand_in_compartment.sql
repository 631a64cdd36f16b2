set lock_timeout = '5s';

-- A report that belongs to a restricted case is seen by those in the case's compartment alone. The
-- compartment stands in every copied row, as body and handling do.
alter table reporting.report add column compartment uuid;
alter table reporting.identifier add column compartment uuid;
alter table reporting.search_keys add column compartment uuid;
grant update (compartment) on reporting.report to qalxan_app;

create policy report_stands_in_compartment on reporting.report as restrictive for select to qalxan_app
  using (compartment is null or access.in_compartment(compartment)
    or id = (select database.caller_report()));
create policy identifier_stands_in_compartment on reporting.identifier
  as restrictive for select to qalxan_app
  using (compartment is null or access.in_compartment(compartment)
    or report_id = (select database.caller_report()));

drop index reporting.identifier_by_key;
create index identifier_by_key on reporting.identifier (link_key, reported_at desc)
  include (report_id, body, handling, compartment) where link_key <> '';

create or replace function reporting.follow_in_search() returns trigger
  language plpgsql security definer set search_path = reporting, pg_catalog as $$
begin
  update reporting.search_keys
     set body = new.body, handling = new.handling, compartment = new.compartment
   where report_id = new.id;
  update reporting.identifier
     set body = new.body, handling = new.handling, compartment = new.compartment
   where report_id = new.id;
  return new;
end $$;
drop trigger report_moves_in_search on reporting.report;
create trigger report_moves_in_search
  after update of body, handling, compartment on reporting.report for each row
  when (old.body is distinct from new.body or old.handling is distinct from new.handling
    or old.compartment is distinct from new.compartment)
  execute function reporting.follow_in_search();

create or replace function reporting.hand_to_body(report uuid, receiver text, moment timestamptz)
  returns boolean language plpgsql security definer set search_path = reporting, pg_catalog as $$
begin
  update reporting.report r
     set body = receiver, changed_at = moment, version = version + 1
   where r.id = hand_to_body.report and r.state = 'waiting' and r.body <> receiver
     and (r.compartment is null or access.in_compartment(r.compartment))
     and ((r.body = database.caller_body()
            and r.handling <= access.ceiling('reporting', 'decide', 'own'))
          or r.handling <= access.ceiling('reporting', 'decide', 'any'));
  return found;
end $$;

create or replace function reporting.search(words tsquery, at_most integer) returns setof uuid
  language plpgsql stable security definer set search_path = reporting, pg_catalog
  set plan_cache_mode = force_custom_plan as $$
declare
  newest_max constant integer := 20000;
  most     constant integer  := least(at_most, 200);
  my_body  constant text     := database.caller_body();
  own      constant smallint := access.ceiling('reporting', 'read', 'own');
  anyones  constant smallint := access.ceiling('reporting', 'read', 'any');
  newest   uuid[];
begin
  newest := array(
    select n.report_id
      from (select s.* from search_keys s order by s.report_id desc limit newest_max) as n
     where n.keys @@ words
       and ((n.body = my_body and n.handling <= own) or n.handling <= anyones)
       and (n.compartment is null or access.in_compartment(n.compartment))
     order by n.report_id desc limit most);
  if cardinality(newest) >= most then
    return query select unnest(newest);
    return;
  end if;
  return query
    with found as materialized (
      select s.report_id from search_keys s
       where s.keys @@ words
         and ((s.body = my_body and s.handling <= own) or s.handling <= anyones)
         and (s.compartment is null or access.in_compartment(s.compartment)))
    select f.report_id from found f order by f.report_id desc limit most;
end $$;
