set lock_timeout = '5s';

-- The Convention's floor (29(7), 42): data stay preserved while a request for assistance that
-- follows the preservation is undecided. Whoever releases need not see that request; that there is
-- one is all that is told.
create function cooperation.undecided_assistance(preservation uuid) returns bigint
  language sql stable security definer set search_path = cooperation, pg_catalog
  begin atomic
    select count(*) from cooperation.request a
     where a.follows = preservation and a.ended_at is null;
  end;
revoke execute on function cooperation.undecided_assistance from public;
grant execute on function cooperation.undecided_assistance to qalxan_app;

create function cooperation.hold_release() returns trigger
  language plpgsql security definer set search_path = cooperation, pg_catalog as $$
begin
  if new.state = 'released' and old.state <> 'released' and new.direction = 'in' then
    if exists (select from cooperation.request a where a.follows = new.id and a.ended_at is null)
    then
      raise exception 'an assistance request is undecided'
        using errcode = 'check_violation', constraint = 'request_release_waits_for_assistance';
    end if;
    if exists (select from cooperation.clock c
                where c.request_id = new.id and c.kind = 'floor' and c.state = 'running'
                  and c.ends_at > new.ended_at)
    then
      raise exception 'a floor has not ended'
        using errcode = 'check_violation', constraint = 'request_released_after_floor';
    end if;
  end if;
  return new;
end $$;
create trigger request_release_is_held before update of state on cooperation.request
  for each row execute function cooperation.hold_release();

-- Assistance follows a preservation that still stands; the lock lets a release and a new link come
-- one after the other.
create function cooperation.check_followed() returns trigger
  language plpgsql security definer set search_path = cooperation, pg_catalog as $$
declare
  followed_kind text;
  followed_ended timestamptz;
begin
  if new.follows is null then
    return new;
  end if;
  select kind, ended_at into followed_kind, followed_ended
    from cooperation.request where id = new.follows for share;
  if followed_kind is distinct from 'preservation' then
    raise exception 'only a preservation is followed by assistance'
      using errcode = 'check_violation', constraint = 'request_follows_preservation';
  end if;
  if followed_ended is not null then
    raise exception 'the preservation has ended'
      using errcode = 'check_violation', constraint = 'request_follows_standing';
  end if;
  return new;
end $$;
create trigger request_follows_something before insert or update of follows on cooperation.request
  for each row execute function cooperation.check_followed();
