set lock_timeout = '5s';

-- What linking tells of periods: a report counts in the period in which it was made. Counts only,
-- for the system's own job that keeps
-- small ones back; what stands in a compartment is left out. The row "begun" has the second of the
-- oldest record. The answer of a period is empty where nothing was.
create function series.figures(starts timestamptz[], ends timestamptz[], currency text)
  returns table (figure text, place integer, records bigint, amount numeric)
  language sql stable security definer set search_path = series, pg_catalog
  begin atomic
    select v.figure, t.place::integer, v.records, null::numeric
      from (
        select p.place, count(*) as linked, count(s.series) as joined,
          count(distinct s.series) as grown
          from unnest(starts, ends) with ordinality as p (starts_at, ends_at, place)
          join series.report r on r.reported_at >= p.starts_at and r.reported_at < p.ends_at
          left join series.placement s on s.report_id = r.report_id and s.compartment is null
         where r.compartment is null and 'system' = any ((select database.caller_roles())::text[])
         group by p.place) t
      cross join lateral (values
        ('series.compared', t.linked),
        ('series.joined', t.joined),
        ('series.grown', t.grown)) v (figure, records)
    union all
    select 'begun', 0, 0, extract(epoch from min(r.reported_at))::numeric
      from series.report r where r.compartment is null and 'system' = any ((select database.caller_roles())::text[]);
  end;
revoke execute on function series.figures from public;
grant execute on function series.figures to qalxan_app;
