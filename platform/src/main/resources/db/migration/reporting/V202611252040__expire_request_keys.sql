set lock_timeout = '5s';

-- A function, because the application's role may not delete and sees its caller's keys only.
create function reporting.forget_request_keys(before timestamptz) returns integer
  language plpgsql security definer set search_path = reporting, pg_catalog as $$
declare
  forgotten integer;
begin
  if not 'system' = any (database.caller_roles()) or before > now() - interval '1 day' then
    return 0;
  end if;
  delete from reporting.request_key where at < before;
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
revoke execute on function reporting.forget_request_keys from public;
grant execute on function reporting.forget_request_keys to qalxan_app;
