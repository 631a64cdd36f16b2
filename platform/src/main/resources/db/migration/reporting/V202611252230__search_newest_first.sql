set lock_timeout = '5s';

-- The reports that have all those words and that the caller may read, newest first. How often words
-- stand together is not known beforehand: frequent ones are found among the newest reports, and what
-- is not frequent there has few enough finds to be sorted from the index of words.
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
     order by n.report_id desc limit most);
  if cardinality(newest) >= most then
    return query select unnest(newest);
    return;
  end if;
  return query
    with found as materialized (
      select s.report_id from search_keys s
       where s.keys @@ words
         and ((s.body = my_body and s.handling <= own) or s.handling <= anyones))
    select f.report_id from found f order by f.report_id desc limit most;
end $$;
