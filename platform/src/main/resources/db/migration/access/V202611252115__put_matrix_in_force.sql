set lock_timeout = '5s';

-- The application's own update ends a proposal and nothing else.
drop policy matrix_version_is_decided on access.matrix_version;
create policy matrix_version_is_rejected on access.matrix_version for update to qalxan_app
  using ((select access.ceiling('access', 'decide', 'own')) >= 0
         or (state = 'proposed' and proposer = (select database.caller_account())))
  with check (state = 'rejected');

-- Puts a signed version in force in place of the one before. A function, because between the two
-- steps no rule is in force and row-level security would refuse the second; it asks for the right
-- first, and the trigger counts the signatures.
create function access.put_in_force(version integer, moment timestamptz) returns void
  language plpgsql security definer set search_path = access, pg_catalog as $$
begin
  if access.ceiling('access', 'decide', 'own') < 0 then
    raise exception 'putting a matrix in force needs access:decide'
      using errcode = 'insufficient_privilege';
  end if;
  update access.matrix_version set state = 'superseded', ended_at = moment
   where state = 'in-force';
  update access.matrix_version set state = 'in-force', in_force_at = moment
   where number = version;
end $$;
revoke execute on function access.put_in_force from public;
grant execute on function access.put_in_force to qalxan_app;
