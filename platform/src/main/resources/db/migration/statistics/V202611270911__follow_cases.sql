set lock_timeout = '5s';

-- Whether a fact about that case and that report may be told to everybody now.
create function statistics.may_be_told(asked_case text, asked_report uuid) returns boolean
  language sql stable security definer set search_path = statistics, pg_catalog
  begin atomic
    select not exists (select from statistics.counted_case c
                        where c.number = asked_case and c.compartment is not null)
       and not exists (select from reporting.standing_of(array[asked_report]) s
                        where s.compartment is not null);
  end;

-- Told at the end of the transaction and not before: a case that is hidden in the act that opens it
-- is never told.
create function statistics.tell_fact() returns trigger
  language plpgsql security definer set search_path = statistics, pg_catalog as $$
begin
  update case_fact f set told_at = f.recorded_at
   where f.sequence = new.sequence and statistics.may_be_told(f.case_number, f.report_id);
  return null;
end $$;
create constraint trigger case_fact_is_told after insert on statistics.case_fact
  deferrable initially deferred for each row execute function statistics.tell_fact();

-- What was recorded out of sight counts for everybody from the moment in which the case or the
-- report came into sight.
create function statistics.tell_kept_facts(of_case text, of_report uuid, moment timestamptz)
  returns void language sql security definer set search_path = statistics, pg_catalog
  begin atomic
    update statistics.case_fact f set told_at = greatest(f.recorded_at, moment)
     where f.told_at is null and (f.case_number = of_case or f.report_id = of_report)
       and statistics.may_be_told(f.case_number, f.report_id);
  end;

-- A trigger, because row-level security cannot wait for a listener.
create function statistics.follow_case() returns trigger
  language plpgsql security definer set search_path = statistics, pg_catalog as $$
begin
  insert into counted_case (id, number, body, handling, compartment)
  values (new.id, new.number, new.body, new.handling, new.compartment)
  on conflict (id) do update
    set body = excluded.body, handling = excluded.handling, compartment = excluded.compartment;
  if tg_op = 'UPDATE' and old.compartment is not null and new.compartment is null then
    perform statistics.tell_kept_facts(new.number, null, new.changed_at);
  end if;
  return new;
end $$;
create trigger statistics_follow_case after insert or update of body, handling, compartment
  on casework.case_file for each row execute function statistics.follow_case();

create function statistics.follow_report() returns trigger
  language plpgsql security definer set search_path = statistics, pg_catalog as $$
begin
  perform statistics.tell_kept_facts(null, new.id, new.changed_at);
  return new;
end $$;
create trigger statistics_follow_report after update of compartment on reporting.report for each row
  when (old.compartment is not null and new.compartment is null)
  execute function statistics.follow_report();

-- Which reports stand in a case. A trigger, because a hand-over parts cases and reports in a function
-- of the database that no event tells of.
create function statistics.follow_held_report() returns trigger
  language plpgsql security definer set search_path = statistics, pg_catalog as $$
begin
  insert into case_fact (case_number, report_id, kind, key, value, holds_from, recorded_at)
  select c.number, new.report_id, 'report', new.report_id::text,
         case when new.detached_at is null then 'held' else 'left' end,
         coalesce(new.detached_at, new.attached_at), coalesce(new.detached_at, new.attached_at)
    from counted_case c where c.id = new.case_id;
  return new;
end $$;
create trigger statistics_follow_held_report after insert or update of detached_at
  on casework.case_report for each row execute function statistics.follow_held_report();

-- An entry that was a mistake never held. For those who work on the case; its report may be out of
-- their sight.
create function statistics.retract_party(asked_case text, party uuid, moment timestamptz)
  returns void language sql security definer set search_path = statistics, pg_catalog
  begin atomic
    insert into statistics.case_fact
      (case_number, report_id, kind, key, value, holds_from, recorded_at)
    select f.case_number, f.report_id, 'party', f.key, 'gone', f.holds_from, moment
      from statistics.case_fact f
     where f.case_number = asked_case and f.kind = 'party' and f.value <> 'gone'
       and split_part(f.key, ':', 2) = party::text
       and exists (select from statistics.counted_case c where c.number = asked_case
         and ((c.body = database.caller_body()
                and c.handling <= access.ceiling('casework', 'update', 'own'))
              or c.handling <= access.ceiling('casework', 'update', 'any'))
         and (c.compartment is null or access.in_compartment(c.compartment)));
  end;

-- What the registers hold and no fact tells: the past of an installation that did not count yet. May
-- be asked again and again.
create function statistics.recount(zone text) returns bigint
  language plpgsql security definer set search_path = statistics, pg_catalog as $$
declare
  added bigint;
begin
  if not 'system' = any ((select database.caller_roles())::text[]) then
    raise exception 'counting anew is the system''s' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('statistics.recount', 0));
  insert into case_fact (case_number, report_id, kind, key, value, amount, currency, holds_from,
    recorded_at)
  select n.number, n.report_id, n.kind, n.key, n.value, n.amount, n.currency, n.holds_from,
    n.recorded_at
    from (
      select f.number, f.report_id, f.kind, f.key, f.value, null::numeric as amount,
        null::text as currency, f.holds_from, f.recorded_at
        from casework.facts_to_count(zone) f
       where not exists (select from case_fact k
                          where k.case_number = f.number and k.kind = 'opened')
      union all
      select f.number, f.report_id, f.kind, f.key, f.value, f.amount, f.currency, f.holds_from,
        f.recorded_at
        from assets.facts_to_count() f
       where not exists (select from case_fact k where k.kind = f.kind and k.key = f.key
                          and (k.case_number = f.number or k.report_id = f.report_id))) n
   order by n.recorded_at, n.value <> 'open', n.value = 'standing';
  get diagnostics added = row_count;
  return added;
end $$;

-- What the registers say now, for whoever compares the facts with them.
create function statistics.facts_of_registers(zone text, asked text)
  returns table (kind text, key text, value text, holds_from timestamptz)
  language sql stable security definer set search_path = statistics, pg_catalog
  begin atomic
    select f.kind, f.key, f.value, f.holds_from from casework.facts_to_count(zone) f
     where f.number = asked and 'system' = any ((select database.caller_roles())::text[]);
  end;

revoke execute on function statistics.may_be_told, statistics.tell_fact, statistics.tell_kept_facts,
  statistics.follow_case, statistics.follow_report, statistics.follow_held_report,
  statistics.retract_party, statistics.recount, statistics.facts_of_registers from public;
grant execute on function statistics.retract_party, statistics.recount,
  statistics.facts_of_registers to qalxan_app;
