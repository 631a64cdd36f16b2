set lock_timeout = '5s';

-- A change of what is recorded. One person stands for it, another one decides: a change that a new
-- country pack brings waits until a person stands for it.
create table law.proposal (
  id           uuid primary key default uuidv7(),
  number       bigint generated always as identity constraint proposal_number_once unique,
  kind         text not null,
  key          text not null,
  act          text not null constraint proposal_act_known
               check (act in ('new', 'change', 'standing', 'end', 'retract')),
  valid_from   date,
  valid_until  date,
  fact         jsonb,
  based_on     uuid references law.recording,
  reason       text not null constraint proposal_reason_length
               check (length(reason) between 10 and 2000),
  origin       text not null constraint proposal_origin_known
               check (origin in ('person', 'pack')),
  sponsor      text,
  sponsor_name text,
  proposed_at  timestamptz not null,
  state        text not null default 'open' constraint proposal_state_known
               check (state in ('open', 'approved', 'refused', 'withdrawn')),
  decided_by   text,
  decider      text,
  decided_at   timestamptz,
  words        text not null default '' constraint proposal_words_length
               check (length(words) <= 2000),
  constraint proposal_days_in_order check (valid_from < valid_until),
  constraint proposal_says_what check ((fact is null) = (act in ('end', 'retract'))),
  constraint proposal_stands_on_something check ((act = 'new') = (based_on is null)),
  constraint proposal_sponsor_whole check ((sponsor is null) = (sponsor_name is null)),
  constraint proposal_decision_whole check ((state = 'open') = (decided_at is null)
    and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (decider is null)),
  constraint proposal_of_a_person_is_sponsored check (origin = 'pack' or sponsor is not null),
  constraint proposal_has_four_eyes check (state <> 'approved'
    or (sponsor is not null and sponsor <> decided_by)),
  constraint proposal_is_refused_by_another check (state <> 'refused'
    or sponsor is distinct from decided_by)
);
create index proposal_open on law.proposal (number) where state = 'open';
create index proposal_by_line on law.proposal (kind, key, number desc);

grant select, insert on law.proposal to qalxan_app;
grant update (sponsor, sponsor_name, state, decided_by, decider, decided_at, words)
  on law.proposal to qalxan_app;

alter table law.proposal enable row level security;
create policy proposal_is_seen on law.proposal for select to qalxan_app
  using ((select access.ceiling('law', 'read', 'any')) >= 0);
create policy proposal_is_made on law.proposal for insert to qalxan_app with check (
  (origin = 'person' and sponsor = (select database.caller_account())
    and (select access.ceiling('law', 'create', 'any')) >= 0)
  or (origin = 'pack' and 'system' = any ((select database.caller_roles())::text[])));
-- Standing for it, deciding on it, and withdrawing what is one's own; always while it is open.
create policy proposal_moves on law.proposal for update to qalxan_app
  using (state = 'open'
    and ('system' = any ((select database.caller_roles())::text[])
      or sponsor = (select database.caller_account())
      or (select access.ceiling('law', 'create', 'any')) >= 0
      or (select access.ceiling('law', 'decide', 'any')) >= 0))
  with check (
    (state = 'open' and sponsor = (select database.caller_account()))
    or (decided_by = (select database.caller_account())
      and ('system' = any ((select database.caller_roles())::text[])
        or (state = 'withdrawn' and sponsor = (select database.caller_account()))
        or (select access.ceiling('law', 'decide', 'any')) >= 0)));

alter table law.recording
  add constraint recording_comes_from_proposal foreign key (proposal) references law.proposal;

-- Whatever the program says: nobody but the system records without a proposal that one person
-- stood for and another one, the caller, approved in this moment.
create function law.check_four_eyes() returns trigger
  language plpgsql security definer set search_path = law, pg_catalog as $$
begin
  if 'system' = any (database.caller_roles()) then
    return new;
  end if;
  if not exists (select from proposal p
                  where p.id = new.proposal and p.state = 'approved'
                    and p.sponsor <> p.decided_by
                    and p.decided_by = database.caller_account()) then
    raise exception 'a recording needs a proposal that somebody else stood for'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger recording_has_four_eyes before insert on law.recording
  for each row execute function law.check_four_eyes();
