set lock_timeout = '5s';

-- A second person answers for what a source entered, or throws its matches away. A function, because
-- nobody but the system changes what a hold covers.
create function deconfliction.decide_hold(
    asked uuid, answer text, name text, explanation text, moment timestamptz,
    today date)
  returns boolean language plpgsql security definer
  set search_path = deconfliction, pg_catalog as $$
declare
  decided hold;
begin
  update hold h
     set state = answer, decided_by = database.caller_account(), decider = name,
         decided_at = moment, words = explanation
   where h.id = asked and h.state = 'open' and answer in ('released', 'rejected')
     and h.body = database.caller_body() and h.account <> database.caller_account()
     and access.ceiling('deconfliction', 'administer', 'own') >= 0
  returning * into decided;
  if not found then
    return false;
  end if;
  if answer = 'released' then
    update holding set hold_id = null where hold_id = asked;
    insert into source_day (account, body, day, cleared)
      select decided.account, decided.body, d, true
        from unnest(array[decided.day, today]) as d
       group by d
      on conflict (account, body, day) do update set cleared = true;
  end if;
  return true;
end $$;
revoke execute on function deconfliction.decide_hold from public;
grant execute on function deconfliction.decide_hold to qalxan_app;

-- Whose source an alarm speaks of: all that the other body is told of the hold.
create function deconfliction.hold_body(asked uuid) returns text
  language sql stable security definer set search_path = deconfliction, pg_catalog
  return (select h.body from hold h where h.id = asked
           and exists (select from alarm a where a.hold_id = asked
                        and (a.body = database.caller_body()
                          or access.ceiling('deconfliction', 'read', 'any') >= 0)));
