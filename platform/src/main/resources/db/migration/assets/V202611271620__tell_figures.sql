set lock_timeout = '5s';

-- What the registers of freezes and returns tell of periods. Counts only, for the system's own job
-- that keeps
-- small ones back; what stands in a compartment is left out. The row "begun" has the second of the
-- oldest record. The answer of a period is empty where nothing was.
create function assets.figures(starts timestamptz[], ends timestamptz[], currency text)
  returns table (figure text, place integer, records bigint, amount numeric)
  language sql stable security definer set search_path = assets, pg_catalog
  begin atomic
    select v.figure, t.place::integer, v.records, v.amount
      from (
        select p.place, count(*) as asked, count(f.held_at) as held,
          count(*) filter (where f.held_at is not null or f.ended_at is not null) as answered,
          (percentile_cont(0.5) within group (
            order by extract(epoch from coalesce(f.held_at, f.ended_at) - f.sent_at)) / 60)::numeric as answer_minutes,
          sum(f.held_amount) filter (where f.currency = figures.currency) as amount,
          count(f.held_amount) filter (where f.currency = figures.currency) as amounts
          from unnest(starts, ends) with ordinality as p (starts_at, ends_at, place)
          join assets.freeze f on f.sent_at >= p.starts_at and f.sent_at < p.ends_at
         where f.compartment is null and 'system' = any ((select database.caller_roles())::text[])
         group by p.place) t
      cross join lateral (values
        ('assets.freezes_asked', t.asked, null::numeric),
        ('assets.freezes_held', t.held, null),
        ('assets.freeze_minutes', t.answered, t.answer_minutes),
        ('assets.frozen', t.amounts, t.amount)) v (figure, records, amount)
    union all
    select 'assets.returned', p.place::integer, count(*), sum(s.amount)
      from unnest(starts, ends) with ordinality as p (starts_at, ends_at, place)
      join assets.return_share s on s.ended_at >= p.starts_at and s.ended_at < p.ends_at
     where s.state = 'paid' and s.currency = figures.currency and s.compartment is null
       and 'system' = any ((select database.caller_roles())::text[])
     group by p.place
    union all
    select 'begun', 0, 0, extract(epoch from min(f.sent_at))::numeric
      from assets.freeze f where f.compartment is null and 'system' = any ((select database.caller_roles())::text[]);
  end;
revoke execute on function assets.figures from public;
grant execute on function assets.figures to qalxan_app;
