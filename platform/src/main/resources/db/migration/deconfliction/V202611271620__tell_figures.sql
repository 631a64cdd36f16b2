set lock_timeout = '5s';

-- What questions between bodies tell of periods; never what a body holds. Counts only, for the
-- system's own job that keeps
-- small ones back; what stands in a compartment is left out. The row "begun" has the second of the
-- oldest record. The answer of a period is empty where nothing was.
create function deconfliction.figures(starts timestamptz[], ends timestamptz[], currency text)
  returns table (figure text, place integer, records bigint, amount numeric)
  language sql stable security definer set search_path = deconfliction, pg_catalog
  begin atomic
    select v.figure, t.place::integer, v.records, v.amount
      from (
        select p.place, count(*) as asked, count(a.decided_at) as decided,
          (percentile_cont(0.5) within group (
            order by extract(epoch from a.decided_at - a.asked_at)) / 3600)::numeric as decision_hours
          from unnest(starts, ends) with ordinality as p (starts_at, ends_at, place)
          join deconfliction.ask a on a.asked_at >= p.starts_at and a.asked_at < p.ends_at
         where a.state <> 'withdrawn' and 'system' = any ((select database.caller_roles())::text[])
           and not exists (select from deconfliction.holding h
                            where h.hit_id = a.hit_id and h.compartment is not null)
         group by p.place) t
      cross join lateral (values
        ('deconfliction.asked', t.asked, null::numeric),
        ('deconfliction.decided', t.decided, null),
        ('deconfliction.decision_hours', t.decided, t.decision_hours)) v (figure, records, amount)
    union all
    select 'begun', 0, 0, extract(epoch from min(a.asked_at))::numeric
      from deconfliction.ask a where 'system' = any ((select database.caller_roles())::text[]);
  end;
revoke execute on function deconfliction.figures from public;
grant execute on function deconfliction.figures to qalxan_app;
