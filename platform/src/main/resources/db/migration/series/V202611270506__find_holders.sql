set lock_timeout = '5s';

-- The operators of arrays are not leak-proof, so PostgreSQL would not use the index of keys under
-- row-level security (see docs/adr/0006). These functions use it with their owner's rights and ask for
-- the caller's themselves.

-- For the linking: the reports that hold any of the keys, of each key those with the smallest ids. The
-- keys are looked up some at a time, because an inverted index takes longer than in proportion for many.
create function series.holders(asked bigint[], per_key integer) returns setof uuid
  language sql stable security definer set search_path = series, pg_catalog
  set enable_seqscan = off
  begin atomic
    select distinct ranked.report_id
      from (select one.key, r.report_id,
                   row_number() over (partition by one.key order by r.report_id) as place
              from (select array_agg(k.key) as keys
                      from unnest(asked) with ordinality as k (key, place)
                     group by k.place / 32) as chunk
             cross join lateral (
               select h.report_id, h.keys from series.report h where h.keys && chunk.keys) as r
             cross join lateral unnest(r.keys) as one (key)
             where one.key = any (chunk.keys)) as ranked
     where ranked.place <= per_key and series.is_system();
  end;
revoke execute on function series.holders from public;
grant execute on function series.holders to qalxan_app;

-- For people: the reports that hold the keys and that the caller may see, of each key
-- as many as asked for: all, or some in the order of arrival.
create function series.visible_holders(asked bigint[], per_key integer)
  returns table (key bigint, report_id uuid)
  language plpgsql stable security definer set search_path = series, pg_catalog
  set enable_seqscan = off as $$
declare
  my_body constant text     := database.caller_body();
  own     constant smallint := series.ceiling('own');
  anyones constant smallint := series.ceiling('any');
begin
  return query
    select k.key, r.report_id
      from unnest(asked) as k (key)
     cross join lateral (
       select h.report_id from series.report h
        where h.keys && array[k.key]
          and ((h.body = my_body and h.handling <= own) or h.handling <= anyones)
          and (h.compartment is null or access.in_compartment(h.compartment))
        limit least(per_key, 4096)) as r;
end $$;
revoke execute on function series.visible_holders from public;
grant execute on function series.visible_holders to qalxan_app;

-- For the linking: how the reports that hold these keys are spread over those who may see them.
create function series.holder_counts(asked bigint[])
  returns table (key bigint, body text, handling smallint, compartment uuid, reports bigint)
  language sql stable security definer set search_path = series, pg_catalog
  set enable_seqscan = off
  begin atomic
    select k.key, h.body, h.handling, h.compartment, count(*)
      from unnest(asked) as k (key)
      join lateral (
        select r.body, r.handling, r.compartment from series.report r
         where r.keys && array[k.key]) as h on true
     where series.is_system()
     group by k.key, h.body, h.handling, h.compartment;
  end;
revoke execute on function series.holder_counts from public;
grant execute on function series.holder_counts to qalxan_app;

-- For the linking: reports that hold an identifier which few reports made common are kept as candidates.
create function series.mark_candidates(asked bigint[]) returns void
  language sql security definer set search_path = series, pg_catalog
  set enable_seqscan = off
  begin atomic
    insert into placement (report_id, component, score, width, candidate, reported_at, body, handling,
                           compartment)
    select distinct on (h.report_id) h.report_id, h.report_id, 0, 0, true, h.reported_at, h.body,
           h.handling, h.compartment
      from unnest(asked) as k (key)
     cross join lateral (select r.* from report r where r.keys && array[k.key]) as h
     where series.is_system()
     order by h.report_id
    on conflict (report_id) do update set candidate = true where not placement.candidate;
  end;
revoke execute on function series.mark_candidates from public;
grant execute on function series.mark_candidates to qalxan_app;
