set lock_timeout = '5s';

-- What the register of orders to operators tells of periods; practice does not count. Counts only,
-- for the system's own job that keeps
-- small ones back; what stands in a compartment is left out. The row "begun" has the second of the
-- oldest record. The answer of a period is empty where nothing was.
create function operators.figures(starts timestamptz[], ends timestamptz[], currency text)
  returns table (figure text, place integer, records bigint, amount numeric)
  language sql stable security definer set search_path = operators, pg_catalog
  begin atomic
    select v.figure, t.place::integer, v.records, v.amount
      from (
        select p.place, count(*) as served, count(o.answered_at) as answered,
          (percentile_cont(0.5) within group (
            order by extract(epoch from o.answered_at - o.approved_at)) / 3600)::numeric as answer_hours
          from unnest(starts, ends) with ordinality as p (starts_at, ends_at, place)
          join operators.data_order o on o.approved_at >= p.starts_at and o.approved_at < p.ends_at
         where not o.test and o.status <> 'Cancelled' and o.compartment is null
           and 'system' = any ((select database.caller_roles())::text[])
         group by p.place) t
      cross join lateral (values
        ('operators.served', t.served, null::numeric),
        ('operators.answered', t.answered, null),
        ('operators.answer_hours', t.answered, t.answer_hours)) v (figure, records, amount)
    union all
    select v.figure, t.place::integer, v.records, null
      from (
        select p.place, count(*) as due,
          count(*) filter (where o.answered_at <= o.due_at) as in_time
          from unnest(starts, ends) with ordinality as p (starts_at, ends_at, place)
          join operators.data_order o on o.due_at >= p.starts_at and o.due_at < p.ends_at
         where not o.test and o.status <> 'Cancelled' and o.approved_at is not null
           and o.compartment is null and 'system' = any ((select database.caller_roles())::text[])
         group by p.place) t
      cross join lateral (values
        ('operators.due', t.due),
        ('operators.in_time', t.in_time)) v (figure, records)
    union all
    select 'begun', 0, 0, extract(epoch from min(o.approved_at))::numeric
      from operators.data_order o
     where not o.test and o.compartment is null and 'system' = any ((select database.caller_roles())::text[]);
  end;
revoke execute on function operators.figures from public;
grant execute on function operators.figures to qalxan_app;
