set lock_timeout = '5s';

-- A case goes to another body: offered, then accepted, refused or withdrawn, once. The decision has
-- its own number. This row is what the first body keeps: that, to whom and when, nothing else.
create table casework.hand_over (
  id             uuid primary key,
  number         text not null,
  case_id        uuid not null references casework.case_file (id),
  case_number    text not null,
  from_body      text not null,
  to_body        text not null,
  handling       smallint not null,
  compartment    uuid,
  state          text not null,
  offered_at     timestamptz not null,
  offered_by     text not null default database.caller_account(),
  offerer        text not null,
  decided_at     timestamptz,
  decided_by     text not null default '',
  decider        text not null default '',
  decision_words text not null default '' collate database.az,
  lead           text not null default '',
  constraint hand_over_number_unique unique (number),
  constraint hand_over_to_another check (from_body <> to_body),
  constraint hand_over_state_known check (state in ('offered', 'accepted', 'refused', 'withdrawn')),
  constraint hand_over_decided_whole check ((state = 'offered') = (decided_at is null)),
  constraint hand_over_refused_with_words check (state <> 'refused' or decision_words <> '')
);
create unique index hand_over_one_open on casework.hand_over (case_id) where state = 'offered';
create index hand_over_by_receiver on casework.hand_over (to_body, state, offered_at desc);
create index hand_over_by_sender on casework.hand_over (from_body, state, offered_at desc);

-- What the receiver reads before it decides, as a text of its own, and the decision's grounds.
create table casework.hand_over_statement (
  hand_over   uuid primary key references casework.hand_over (id),
  summary     text not null collate database.az,
  articles    text[] not null,
  reports     integer not null,
  reason      text not null collate database.az,
  legal_basis text not null collate database.az
);

grant select, insert on casework.hand_over, casework.hand_over_statement to qalxan_app;
grant update (state, decided_at, decided_by, decider, decision_words)
  on casework.hand_over to qalxan_app;
alter table casework.hand_over enable row level security;
alter table casework.hand_over_statement enable row level security;

create policy hand_over_is_seen on casework.hand_over for select to qalxan_app using (
  (from_body = (select database.caller_body())
    and case when state = 'accepted'
      then handling <= (select access.ceiling('casework', 'read', 'own'))
        and (compartment is null or access.was_in_compartment(compartment))
      else exists (select from casework.case_file c where c.id = case_id) end)
  or (to_body = (select database.caller_body())
    and case when state = 'accepted'
      then exists (select from casework.case_file c where c.id = case_id)
      else handling <= (select access.ceiling('casework', 'decide', 'own')) end)
  or 'system' = any ((select database.caller_roles())::text[]));

create policy hand_over_is_offered on casework.hand_over for insert to qalxan_app with check (
  state = 'offered'
  and exists (select from casework.case_file c
               where c.id = case_id and c.number = case_number and c.body = from_body
                 and c.handling = hand_over.handling
                 and c.compartment is not distinct from hand_over.compartment
                 and c.state <> 'closed')
  and (compartment is null or access.stands_in_compartment(compartment))
  and ((from_body = (select database.caller_body())
         and handling <= (select access.ceiling('casework', 'decide', 'own')))
       or handling <= (select access.ceiling('casework', 'decide', 'any'))));

-- The sender withdraws, the receiver refuses; accepting is a function, because the case leaves the
-- one's sight and comes into the other's.
create policy hand_over_is_withdrawn on casework.hand_over for update to qalxan_app
  using (state = 'offered' and from_body = (select database.caller_body())
    and handling <= (select access.ceiling('casework', 'decide', 'own')))
  with check (state = 'withdrawn' and from_body = (select database.caller_body()));
create policy hand_over_is_refused on casework.hand_over for update to qalxan_app
  using (state = 'offered' and to_body = (select database.caller_body())
    and handling <= (select access.ceiling('casework', 'decide', 'own')))
  with check (state = 'refused' and to_body = (select database.caller_body()));

create policy statement_is_seen on casework.hand_over_statement for select to qalxan_app
  using (exists (select from casework.hand_over h where h.id = hand_over
    and ((h.from_body = (select database.caller_body()) and h.state <> 'accepted')
         or (h.to_body = (select database.caller_body()) and h.state in ('offered', 'accepted'))
         or 'system' = any ((select database.caller_roles())::text[]))));
create policy statement_is_made on casework.hand_over_statement for insert to qalxan_app
  with check (exists (select from casework.hand_over h where h.id = hand_over
    and h.state = 'offered' and h.from_body = (select database.caller_body()))
    or 'system' = any ((select database.caller_roles())::text[]));

-- Both sides' steps stand in the case's own history: the receiver cannot write there before it
-- accepts.
create function casework.tell_hand_over() returns trigger
  language plpgsql security definer set search_path = casework, pg_catalog as $$
begin
  insert into happening (case_id, at, kind, author, detail)
  values (new.case_id, coalesce(new.decided_at, new.offered_at), 'hand-over-' || new.state,
          case when new.state = 'offered' then new.offerer else new.decider end,
          new.from_body || ' → ' || new.to_body || ' · ' || new.number
            || case when new.decision_words = '' then '' else ' · ' || new.decision_words end);
  return new;
end $$;
create trigger hand_over_is_told after insert or update of state on casework.hand_over
  for each row execute function casework.tell_hand_over();

-- Takes an offered case over: the case, its reports, tasks, parties, notes and compartment go to the
-- receiver, whose lead enters; the sender's people leave. Reports that another case decided stay
-- behind, and other cases of the sender lose the reports that went. Gives whether the case is
-- secluded and which reports moved; no row when the offer is decided already or is not the caller's
-- to decide.
create function casework.accept_hand_over(
    asked text, lead_account text, lead_name text, decider_name text, moment timestamptz)
  returns table (secluded boolean, reports uuid[]) language plpgsql security definer set search_path = casework, pg_catalog as $$
declare
  h hand_over%rowtype;
  c case_file%rowtype;
begin
  if lead_account <> database.caller_account() and not exists (
      select from access.account a
       where a.id::text = lead_account and a.body = database.caller_body()
         and a.state = 'active') then
    return;
  end if;
  update hand_over o
     set state = 'accepted', decided_at = moment, decided_by = database.caller_account(),
         decider = decider_name, lead = lead_name
   where o.number = asked and o.state = 'offered' and o.to_body = database.caller_body()
     and o.handling <= access.ceiling('casework', 'decide', 'own')
     and exists (select from case_file f where f.id = o.case_id
                  and f.handling <= access.ceiling('casework', 'decide', 'own'))
  returning * into h;
  if not found then
    return;
  end if;
  update case_file f
     set body = h.to_body, changed_at = moment, version = version + 1
   where f.id = h.case_id and f.body = h.from_body
  returning * into c;
  if not found then
    raise exception 'the case % is not the sender''s', h.case_number;
  end if;
  update hand_over o set compartment = c.compartment, handling = c.handling where o.id = h.id;
  if c.compartment is not null then
    perform access.move_compartment(
      c.compartment, h.to_body, lead_account, lead_name, h.number, moment);
  end if;
  update member m set left_at = moment, lead = false where m.case_id = c.id and m.left_at is null;
  insert into member (case_id, account, name, lead, since)
  values (c.id, lead_account, lead_name, true, moment)
  on conflict on constraint member_once
    do update set lead = true, since = moment, left_at = null, name = excluded.name;
  update task t set account = lead_account, assignee = lead_name
   where t.case_id = c.id and t.state = 'open';
  with parted as (
    update case_report l
       set detached_at = moment, detached_by = database.caller_account(),
           detach_reason = h.number
      from reporting.report r
     where r.id = l.report_id and l.detached_at is null
       and ((l.case_id = c.id and r.body <> h.to_body)
            or (l.case_id <> c.id and r.case_number = c.number))
    returning l.case_id)
  insert into happening (case_id, at, kind, author, detail)
  select p.case_id, moment, case when p.case_id = c.id then 'reports-stayed' else 'reports-left' end,
         '', h.number || ' · ' || count(*)
    from parted p group by p.case_id;
  return query
    select c.compartment is not null,
           coalesce((select array_agg(r.id) from reporting.report r where r.case_number = c.number),
                    '{}');
end $$;
revoke execute on function casework.accept_hand_over from public;
grant execute on function casework.accept_hand_over to qalxan_app;
