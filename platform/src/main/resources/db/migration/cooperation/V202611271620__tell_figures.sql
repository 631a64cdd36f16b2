set lock_timeout = '5s';

-- What the register of requests between states tells of periods. Counts only, for the system's own
-- job that keeps
-- small ones back; what stands in a compartment is left out. The row "begun" has the second of the
-- oldest record. The answer of a period is empty where nothing was.
create function cooperation.figures(starts timestamptz[], ends timestamptz[], currency text)
  returns table (figure text, place integer, records bigint, amount numeric)
  language sql stable security definer set search_path = cooperation, pg_catalog
  begin atomic
    select v.figure, t.place::integer, v.records, v.amount
      from (
        select p.place,
          count(*) filter (where r.direction = 'in' and r.received_at >= p.starts_at
            and r.received_at < p.ends_at) as received,
          count(*) filter (where r.direction = 'out' and r.sent_at >= p.starts_at
            and r.sent_at < p.ends_at) as sent,
          count(*) filter (where r.direction = 'in' and r.state in ('executed', 'refused')) as ended,
          (percentile_cont(0.5) within group (order by extract(epoch from r.ended_at - r.received_at))
            filter (where r.direction = 'in' and r.state in ('executed', 'refused')) / 3600)::numeric
            as answer_hours
          from unnest(starts, ends) with ordinality as p (starts_at, ends_at, place)
          join cooperation.request r
            on coalesce(r.received_at, r.sent_at) >= p.starts_at
            and coalesce(r.received_at, r.sent_at) < p.ends_at
         where r.compartment is null and 'system' = any ((select database.caller_roles())::text[])
         group by p.place) t
      cross join lateral (values
        ('cooperation.received', t.received, null::numeric),
        ('cooperation.sent', t.sent, null),
        ('cooperation.ended', t.ended, null),
        ('cooperation.answer_hours', t.ended, t.answer_hours)) v (figure, records, amount)
    union all
    select v.figure, t.place::integer, v.records, null
      from (
        select p.place, count(*) as due,
          count(*) filter (where k.state = 'met' and k.ended_at <= k.ends_at) as in_time
          from unnest(starts, ends) with ordinality as p (starts_at, ends_at, place)
          join cooperation.clock k on k.ends_at >= p.starts_at and k.ends_at < p.ends_at
          join cooperation.request r on r.id = k.request_id
         where k.kind = 'response' and k.state <> 'replaced' and r.compartment is null
           and 'system' = any ((select database.caller_roles())::text[])
         group by p.place) t
      cross join lateral (values
        ('cooperation.clocks_due', t.due),
        ('cooperation.clocks_kept', t.in_time)) v (figure, records)
    union all
    select 'begun', 0, 0, extract(epoch from min(r.created_at))::numeric
      from cooperation.request r where r.compartment is null and 'system' = any ((select database.caller_roles())::text[]);
  end;
revoke execute on function cooperation.figures from public;
grant execute on function cooperation.figures to qalxan_app;
