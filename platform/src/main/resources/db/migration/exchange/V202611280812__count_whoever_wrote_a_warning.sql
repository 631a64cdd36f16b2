set lock_timeout = '5s';

-- Whoever changed a draft wrote it too: the approval of a writer does not count.
create or replace function exchange.guard_release() returns trigger language plpgsql as $$
begin
  if old.state = 'released' and row(new.headline_az, new.headline_en, new.text_az, new.text_en,
      new.advice_az, new.advice_en, new.handling, new.hours, new.severity, new.state, new.lane)
    is distinct from row(old.headline_az, old.headline_en, old.text_az, old.text_en,
      old.advice_az, old.advice_en, old.handling, old.hours, old.severity, old.state, old.lane) then
    raise exception using errcode = 'check_violation', constraint = 'warning_stays_as_released',
      message = 'a released warning is not changed';
  end if;
  if new.state = 'released' and old.state <> 'released' then
    if new.lane = 'two' and (
        select count(*) from exchange.warning_signature s
        where s.warning_id = new.id and s.round = new.round and s.approves
          and s.account <> new.account and not exists (
            select from exchange.warning_step w where w.warning_id = new.id
              and w.kind in ('written', 'changed') and w.account = s.account)) < 2 then
      raise exception using errcode = 'check_violation', constraint = 'warning_by_two_people',
        message = 'a warning needs the approval of two people';
    end if;
    if new.lane = 'fast' and access.ceiling('warning', 'administer', 'own') < new.handling then
      raise exception using errcode = 'check_violation', constraint = 'warning_fast_by_right',
        message = 'the fast lane needs its right';
    end if;
  end if;
  return new;
end $$;
