set lock_timeout = '5s';

-- When orders were served, taken note of and answered, without what they ask: for figures. Orders
-- made for practice do not count; orders of restricted cases count for those who may know them.
create function operators.answer_times(since timestamptz, until timestamptz)
  returns table (provider text, kind text, emergency boolean, status text, approved_at timestamptz,
    acknowledged_at timestamptz, answered_at timestamptz, due_at timestamptz)
  language sql stable security definer set search_path = operators, pg_catalog
  begin atomic
    select o.provider, o.kind, o.emergency, o.status, o.approved_at, o.acknowledged_at,
        o.answered_at, o.due_at
      from operators.data_order o
     where not o.test and o.approved_at >= since and o.approved_at < until
       and o.status <> 'Cancelled'
       and (operators.may('export', o.body, o.handling, o.compartment)
         or (operators.is_addressed(o.provider, o.approved_at)
           and access.ceiling('operators', 'export', 'own') >= 0));
  end;
revoke execute on function operators.answer_times from public;
grant execute on function operators.answer_times to qalxan_app;
