set lock_timeout = '5s';

-- Numbers by which stories that read alike find each other (docs/adr/0014); null of reports that were
-- linked before these were kept, until they are signed. Here and not in a table of their own, so that
-- they are written with the row, seen with it and gone with it. The index keeps its list of pending
-- entries: people look things up here, the linking only writes.
alter table series.report add column bands integer[];
create index report_by_band on series.report using gin (bands);

-- Up to which report the stories of those have been signed.
alter table series.standing
  add column signed_to  uuid,
  add column signed_all boolean not null default false;

-- For people: the reports that the caller may see and that share numbers with the asked ones, and how
-- many. What more of them share than told is a template and proposes nothing. As series.visible_holders,
-- it uses the index with its owner's rights and asks for the caller's itself; an inverted index
-- is read by bitmaps alone, so nothing else is left to the planner, who takes a limit for a reason to walk
-- through the primary key.
create function series.visible_alike(asked integer[], template integer)
  returns table (report_id uuid, shared integer)
  language plpgsql stable security definer set search_path = series, pg_catalog
  set enable_seqscan = off set enable_indexscan = off as $$
declare
  my_body constant text     := database.caller_body();
  own     constant smallint := series.ceiling('own');
  anyones constant smallint := series.ceiling('any');
begin
  return query
    select one.id, count(*)::integer
      from unnest(asked) as b (band)
     cross join lateral (
       select array_agg(seen.id) as ids
         from (select h.report_id as id from series.report h
                where h.bands && array[b.band]
                  and ((h.body = my_body and h.handling <= own) or h.handling <= anyones)
                  and (h.compartment is null or access.in_compartment(h.compartment))
                limit least(template, 4096) + 1) as seen) as held
     cross join lateral unnest(held.ids) as one (id)
     where cardinality(held.ids) <= template
     group by one.id;
end $$;
revoke execute on function series.visible_alike from public;
grant execute on function series.visible_alike to qalxan_app;
