set lock_timeout = '5s';

-- The contract with the module that counts: every case and where it stands, and what the registers
-- hold of a case's past, in the form of statistics.case_fact. Only functions of the owner may ask.
-- Of a state that was left again the outcome is not kept, so it is told as the pack's "other".
create function casework.cases_to_count()
  returns table (id uuid, number text, body text, handling smallint, compartment uuid)
  language sql stable security definer set search_path = casework, pg_catalog
  begin atomic
    select c.id, c.number, c.body, c.handling, c.compartment from casework.case_file c;
  end;

create function casework.facts_to_count(zone text)
  returns table (number text, report_id uuid, kind text, key text, value text,
    holds_from timestamptz, recorded_at timestamptz)
  language sql stable security definer set search_path = casework, pg_catalog
  begin atomic
    select c.number, null::uuid, 'opened', '', '', c.opened_at, c.opened_at from casework.case_file c
    union all
    select c.number, null, 'body', '', coalesce(
        (select h.from_body from casework.hand_over h
          where h.case_id = c.id and h.state = 'accepted' order by h.decided_at limit 1), c.body),
      c.opened_at, c.opened_at
      from casework.case_file c
    union all
    select h.case_number, null, 'body', '', h.to_body, h.decided_at, h.decided_at
      from casework.hand_over h where h.state = 'accepted'
    union all
    select c.number, null, 'state', '', 'open', c.opened_at, c.opened_at from casework.case_file c
    union all
    select c.number, null, 'state', '',
      case when h.kind = 'open' then 'open'
           when h.kind = c.state and not exists (
             select from casework.happening later
              where later.case_id = h.case_id and later.sequence > h.sequence
                and later.kind in ('open', 'suspended', 'closed'))
             then h.kind || ':' || c.outcome
           else h.kind || ':' || h.kind || '-other' end,
      h.at, h.at
      from casework.happening h join casework.case_file c on c.id = h.case_id
     where h.kind in ('open', 'suspended', 'closed')
    union all
    select c.number, null, 'state', '', c.state || ':' || c.outcome, c.changed_at, c.changed_at
      from casework.case_file c
     where c.state <> 'open' and not exists (select from casework.happening h
             where h.case_id = c.id and h.kind in ('open', 'suspended', 'closed'))
    union all
    select c.number, null, 'article', q.article,
      case when q.step = 'dropped' then 'gone' else 'standing' end,
      q.on_day::timestamp at time zone zone, q.at
      from casework.qualification q join casework.case_file c on c.id = q.case_id
    union all
    select c.number, null, 'article', q.replaces, 'gone', q.on_day::timestamp at time zone zone, q.at
      from casework.qualification q join casework.case_file c on c.id = q.case_id
     where q.replaces <> ''
    union all
    select c.number, p.report_id, 'party', s.status || ':' || p.id, p.kind,
      s.since::timestamp at time zone zone, s.set_at
      from casework.party_status s join casework.party p on p.id = s.party_id
      join casework.case_file c on c.id = p.case_id
     where p.struck_at is null
    union all
    select c.number, p.report_id, 'party', s.status || ':' || p.id, 'gone',
      (s.until + 1)::timestamp at time zone zone, s.ended_at
      from casework.party_status s join casework.party p on p.id = s.party_id
      join casework.case_file c on c.id = p.case_id
     where p.struck_at is null and s.until is not null
    union all
    select c.number, l.report_id, 'report', l.report_id::text, 'held', l.attached_at, l.attached_at
      from casework.case_report l join casework.case_file c on c.id = l.case_id
    union all
    select c.number, l.report_id, 'report', l.report_id::text, 'left', l.detached_at, l.detached_at
      from casework.case_report l join casework.case_file c on c.id = l.case_id
     where l.detached_at is not null;
  end;
revoke execute on function casework.cases_to_count, casework.facts_to_count from public;
