set lock_timeout = '5s';

-- The keys of reports that came in large batches wait here, without an index of words, which took
-- nearly half of an import's time in the database; they move to search_keys when no import runs.
-- A search reads both.
create table reporting.fresh_search_keys (
  report_id   uuid primary key,
  body        text not null,
  handling    smallint not null,
  compartment uuid,
  keys        tsvector not null
);
grant insert on reporting.fresh_search_keys to qalxan_app;

-- Moves some of the waiting keys and tells how many; the job runs it until none are left.
create function reporting.index_fresh_words(at_most integer) returns integer
  language plpgsql security definer set search_path = reporting, pg_catalog as $$
declare
  moved integer;
begin
  if not 'system' = any (database.caller_roles()) then
    return 0;
  end if;
  with chosen as (
    select f.report_id from fresh_search_keys f order by f.report_id
     limit at_most for update skip locked),
  taken as (
    delete from fresh_search_keys f using chosen c where f.report_id = c.report_id
    returning f.report_id, f.body, f.handling, f.compartment, f.keys)
  insert into search_keys (report_id, body, handling, compartment, keys) select * from taken;
  get diagnostics moved = row_count;
  return moved;
end $$;
revoke execute on function reporting.index_fresh_words from public;
grant execute on function reporting.index_fresh_words to qalxan_app;

-- First the waiting keys, then the others: keys that are being moved are waited for and then found.
create or replace function reporting.follow_in_search() returns trigger
  language plpgsql security definer set search_path = reporting, pg_catalog as $$
begin
  update reporting.fresh_search_keys
     set body = new.body, handling = new.handling, compartment = new.compartment
   where report_id = new.id;
  update reporting.search_keys
     set body = new.body, handling = new.handling, compartment = new.compartment
   where report_id = new.id;
  update reporting.identifier
     set body = new.body, handling = new.handling, compartment = new.compartment
   where report_id = new.id;
  return new;
end $$;

create or replace function reporting.note_addition(more tsvector, moment timestamptz) returns void
  language sql security definer set search_path = reporting, pg_catalog
  begin atomic
    update report set changed_at = moment, version = version + 1
     where id = database.caller_report();
    update fresh_search_keys set keys = keys || more where report_id = database.caller_report();
    update search_keys set keys = keys || more where report_id = database.caller_report();
  end;

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
      from ((select s.* from search_keys s order by s.report_id desc limit newest_max)
            union all
            (select f.report_id, f.body, f.handling, f.keys, f.compartment
               from fresh_search_keys f order by f.report_id desc limit newest_max)) as n
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
         and (s.compartment is null or access.in_compartment(s.compartment))
      union all
      select f.report_id from fresh_search_keys f
       where f.keys @@ words
         and ((f.body = my_body and f.handling <= own) or f.handling <= anyones)
         and (f.compartment is null or access.in_compartment(f.compartment)))
    select f.report_id from found f order by f.report_id desc limit most;
end $$;
