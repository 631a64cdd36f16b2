set lock_timeout = '5s';

-- What the register of reports tells of periods. Counts only, for the system's own job that keeps
-- small ones back; what stands in a compartment is left out. The row "begun" has the second of the
-- oldest record. The answer of a period is empty where nothing was.
create function reporting.figures(starts timestamptz[], ends timestamptz[], currency text)
  returns table (figure text, place integer, records bigint, amount numeric)
  language sql stable security definer set search_path = reporting, pg_catalog
  begin atomic
    select v.figure, t.place::integer, v.records, v.amount
      from (
        select p.place, count(*) as received, count(r.first_answer_at) as answered,
          count(*) filter (where r.first_answer_at <= r.reported_at + interval '24 hours') as soon,
          (percentile_cont(0.5) within group (
            order by extract(epoch from r.first_answer_at - r.reported_at)) / 3600)::numeric as answer_hours,
          count(d.at) as decided,
          (percentile_cont(0.5) within group (
            order by extract(epoch from d.at - r.reported_at)) / 3600)::numeric as triage_hours,
          count(*) filter (where r.state = 'accepted') as accepted,
          count(*) filter (where r.loss_currency = figures.currency) as losses,
          sum(r.loss_amount) filter (where r.loss_currency = figures.currency) as lost
          from unnest(starts, ends) with ordinality as p (starts_at, ends_at, place)
          join reporting.report r on r.reported_at >= p.starts_at and r.reported_at < p.ends_at
          left join lateral (
            select min(h.at) as at from reporting.happening h
             where h.report_id = r.id and h.kind in ('accepted', 'closed', 'redirected')) d on true
         where r.compartment is null and 'system' = any ((select database.caller_roles())::text[])
         group by p.place) t
      cross join lateral (values
        ('reporting.received', t.received, null::numeric),
        ('reporting.answered', t.answered, null),
        ('reporting.answered_in_time', t.soon, null),
        ('reporting.answer_hours', t.answered, t.answer_hours),
        ('reporting.triage_hours', t.decided, t.triage_hours),
        ('reporting.accepted', t.accepted, null),
        ('reporting.losses', t.losses, null),
        ('reporting.lost', t.losses, t.lost)) v (figure, records, amount)
    union all
    select 'begun', 0, 0, extract(epoch from min(r.reported_at))::numeric
      from reporting.report r where r.compartment is null and 'system' = any ((select database.caller_roles())::text[]);
  end;
revoke execute on function reporting.figures from public;
grant execute on function reporting.figures to qalxan_app;
