set lock_timeout = '5s';

-- What the register of incidents tells of periods. Counts only, for the system's own job that keeps
-- small ones back; what became part of another incident is left out.
create function monitoring.incident_figures(starts timestamptz[], ends timestamptz[], currency text)
  returns table (figure text, place integer, records bigint, amount numeric)
  language sql stable security definer set search_path = monitoring, pg_catalog
  begin atomic
    select v.figure, t.place::integer, v.records, v.amount
      from (
        select p.place, count(*) as opened,
          count(*) filter (where i.severity = 'critical') as critical,
          (percentile_cont(0.5) within group (
            order by extract(epoch from i.detected_at - i.first_at)) / 60)::numeric as detect,
          count(i.acknowledged_at) as acknowledged,
          (percentile_cont(0.5) within group (
            order by extract(epoch from i.acknowledged_at - i.opened_at)) / 60)::numeric
            as acknowledge,
          count(*) filter (where i.state = 'closed') as closed,
          count(*) filter (where i.outcome = 'false-positive') as false_positive
          from unnest(starts, ends) with ordinality as p (starts_at, ends_at, place)
          join monitoring.incident i on i.opened_at >= p.starts_at and i.opened_at < p.ends_at
         where i.state <> 'merged'
           and 'system' = any ((select database.caller_roles())::text[])
         group by p.place) t
      cross join lateral (values
        ('incident.opened', t.opened, null::numeric),
        ('incident.critical', t.critical, null),
        ('incident.detect_minutes', t.opened, t.detect),
        ('incident.acknowledge_minutes', t.acknowledged, t.acknowledge),
        ('incident.closed', t.closed, null),
        ('incident.false_positive', t.false_positive, null)) v (figure, records, amount)
    union all
    select 'begun', 0, 0, extract(epoch from min(i.opened_at))::numeric
      from monitoring.incident i
     where 'system' = any ((select database.caller_roles())::text[]);
  end;
revoke execute on function monitoring.incident_figures from public;
grant execute on function monitoring.incident_figures to qalxan_app;
