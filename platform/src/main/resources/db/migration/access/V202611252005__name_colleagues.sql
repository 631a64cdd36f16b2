set lock_timeout = '5s';

-- Whom the caller may give work to: names alone, of the caller's own body.
create function access.colleagues() returns table (id uuid, display_name text)
  language sql stable security definer set search_path = access, pg_catalog as $$
    select a.id, a.display_name from access.account a
     where a.body = database.caller_body() and a.state = 'active'
  $$;
revoke execute on function access.colleagues() from public;
grant execute on function access.colleagues() to qalxan_app;
