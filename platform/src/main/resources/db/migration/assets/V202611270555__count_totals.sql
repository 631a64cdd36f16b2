set lock_timeout = '5s';

-- Totals for those who see figures and no row: per currency, never of fewer than five requests, and
-- without what stands in a compartment.
create function assets.totals(first_moment timestamptz, end_moment timestamptz)
  returns table (currency text, sent bigint, held bigint, held_amount numeric,
    returned_amount numeric, median_minutes double precision)
  language sql stable security definer set search_path = assets, pg_catalog
  begin atomic
    select f.currency, count(*), count(f.held_amount),
      case when count(f.held_amount) >= 5 then sum(f.held_amount) end,
      case when count(*) filter (where f.returned_amount > 0) >= 5
        then sum(f.returned_amount) end,
      percentile_cont(0.5) within group (
        order by extract(epoch from coalesce(f.held_at, f.ended_at) - f.sent_at) / 60)
    from assets.freeze f
    where f.sent_at >= first_moment and f.sent_at < end_moment and f.compartment is null
      and access.ceiling('statistics', 'export', 'own') >= 0
    group by f.currency having count(*) >= 5
    order by f.currency;
  end;
revoke execute on function assets.totals from public;
grant execute on function assets.totals to qalxan_app;
