set lock_timeout = '5s';

-- The contract with the module that counts: what was frozen and what was paid back, in the form of
-- statistics.case_fact. Only functions of the owner may ask.
create function assets.facts_to_count()
  returns table (number text, report_id uuid, kind text, key text, value text, amount numeric,
    currency text, holds_from timestamptz, recorded_at timestamptz)
  language sql stable security definer set search_path = assets, pg_catalog
  begin atomic
    select f.case_number, f.report_id, 'frozen', f.number, 'held', f.held_amount, f.currency,
      f.held_at, greatest(f.held_at, f.sent_at)
      from assets.freeze f where f.held_amount is not null
    union all
    select null, s.report_id, 'returned', s.id::text, 'paid', s.amount, s.currency, s.ended_at,
      s.ended_at
      from assets.return_share s where s.state = 'paid';
  end;
revoke execute on function assets.facts_to_count from public;
