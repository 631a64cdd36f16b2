set lock_timeout = '5s';

-- What the registers of tasks and hand-overs tell of periods. Counts only, for the system's own
-- job that keeps
-- small ones back; what stands in a compartment is left out. The row "begun" has the second of the
-- oldest record. The answer of a period is empty where nothing was.
create function casework.figures(starts timestamptz[], ends timestamptz[], currency text)
  returns table (figure text, place integer, records bigint, amount numeric)
  language sql stable security definer set search_path = casework, pg_catalog
  begin atomic
    select v.figure, t.place::integer, v.records, v.amount
      from (
        select p.place, count(*) as due,
          count(*) filter (where k.state = 'done' and k.ended_at <= k.due_at) as in_time
          from unnest(starts, ends) with ordinality as p (starts_at, ends_at, place)
          join casework.task k on k.due_at >= p.starts_at and k.due_at < p.ends_at
          join casework.case_file c on c.id = k.case_id
         where k.state <> 'cancelled' and c.compartment is null
           and 'system' = any ((select database.caller_roles())::text[])
         group by p.place) t
      cross join lateral (values
        ('casework.tasks_due', t.due, null::numeric),
        ('casework.tasks_in_time', t.in_time, null)) v (figure, records, amount)
    union all
    select 'casework.handed_over', p.place::integer, count(*), null
      from unnest(starts, ends) with ordinality as p (starts_at, ends_at, place)
      join casework.hand_over h on h.decided_at >= p.starts_at and h.decided_at < p.ends_at
     where h.state = 'accepted' and h.compartment is null
       and 'system' = any ((select database.caller_roles())::text[])
     group by p.place
    union all
    select 'begun', 0, 0, extract(epoch from min(c.opened_at))::numeric
      from casework.case_file c where c.compartment is null and 'system' = any ((select database.caller_roles())::text[]);
  end;
revoke execute on function casework.figures from public;
grant execute on function casework.figures to qalxan_app;
