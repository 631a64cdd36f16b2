set lock_timeout = '5s';

-- What was given to a lawful owner, or ended otherwise: a copy, temporary use, the return, disposal.
create table evidence.release (
  id          uuid primary key,
  exhibit_id  uuid not null references evidence.exhibit,
  kind        text not null,
  receiver    text collate database.az not null,
  document    text collate database.az not null,
  decision    text collate database.az not null,
  words       text collate database.az not null,
  receipt     text collate database.az not null,
  at          timestamptz not null,
  until_day   date,
  author      text collate database.az not null,
  account     text not null default database.caller_account(),
  factor      text not null,
  back_at     timestamptz,
  back_author text collate database.az not null default '',
  back_words  text collate database.az not null default '',
  constraint release_kind_known check (kind in ('copy', 'loan', 'return', 'disposal')),
  constraint release_loan_ends check ((kind = 'loan') = (until_day is not null)),
  constraint release_only_loans_come_back check (back_at is null or kind = 'loan')
);
create index release_by_exhibit on evidence.release (exhibit_id, at);
create index release_open_loans on evidence.release (until_day)
  where kind = 'loan' and back_at is null;

-- How a case ended, as far as evidence is concerned; the last line counts. Return is reckoned from it.
create table evidence.case_end (
  sequence    bigint generated always as identity primary key,
  case_number text not null,
  kind        text not null,
  in_force_on date,
  document    text collate database.az not null,
  words       text collate database.az not null,
  at          timestamptz not null,
  author      text collate database.az not null,
  account     text not null default database.caller_account(),
  constraint case_end_kind_known check (kind in ('verdict', 'terminated', 'reopened')),
  constraint case_end_has_its_day check ((kind = 'reopened') = (in_force_on is null))
);
create index case_end_by_case on evidence.case_end (case_number, sequence);

grant select, insert on evidence.release, evidence.case_end to qalxan_app;
grant update (back_at, back_author, back_words) on evidence.release to qalxan_app;
alter table evidence.release enable row level security;
alter table evidence.case_end enable row level security;
create policy release_follows on evidence.release for select to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy release_is_made on evidence.release for insert to qalxan_app
  with check (exists (select from evidence.exhibit e where e.id = exhibit_id
    and (evidence.may('decide', e.body, e.handling, e.compartment)
      or evidence.holds('decide', e.holder_body, e.handling, e.compartment))));
create policy release_comes_back on evidence.release for update to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id
    and (evidence.may('update', e.body, e.handling, e.compartment)
      or evidence.holds('update', e.holder_body, e.handling, e.compartment))));
create policy case_end_follows on evidence.case_end for select to qalxan_app
  using (exists (select from evidence.exhibit e where e.case_number = case_end.case_number));
create policy case_end_is_entered on evidence.case_end for insert to qalxan_app
  with check (exists (select from evidence.exhibit e where e.case_number = case_end.case_number
    and (evidence.may('decide', e.body, e.handling, e.compartment)
      or evidence.holds('decide', e.holder_body, e.handling, e.compartment))));

-- Whoever may decide and has the exhibit in the own body's keeping lends, returns or disposes of it;
-- a loan comes back to whoever takes it. False when it is not theirs, or its state forbids it.
create function evidence.release_exhibit(asked uuid, outcome text, holder text, lies text)
  returns boolean
  language plpgsql security definer set search_path = evidence, pg_catalog as $$
begin
  update evidence.exhibit e
     set state = outcome, version = e.version + 1, place = lies, holder_name = holder,
         holder_account = case when outcome = 'kept' then database.caller_account() else '' end
   where e.id = asked and e.offered_body = '' and e.holder_body = database.caller_body()
     and ((outcome in ('lent', 'returned', 'disposed') and e.state = 'kept')
       or (outcome in ('kept', 'returned') and e.state = 'lent'))
     and (case when outcome = 'kept'
       then evidence.may('update', e.body, e.handling, e.compartment)
         or evidence.holds('update', e.holder_body, e.handling, e.compartment)
       else evidence.may('decide', e.body, e.handling, e.compartment)
         or evidence.holds('decide', e.holder_body, e.handling, e.compartment) end);
  return found;
end $$;
revoke execute on function evidence.release_exhibit from public;
grant execute on function evidence.release_exhibit to qalxan_app;
-- A state, too, changes only by a function.
revoke update (state) on evidence.exhibit from qalxan_app;

-- Transfers stand where their case stands.
create or replace function evidence.follow_cases(cases text[]) returns void
  language plpgsql security definer set search_path = evidence, pg_catalog as $$
begin
  update evidence.exhibit e
     set body = s.body, handling = s.handling, compartment = s.compartment
    from casework.standing_of(cases) s where e.case_number = s.number;
  update evidence.transfer t
     set body = s.body, handling = s.handling, compartment = s.compartment
    from casework.standing_of(cases) s where t.case_number = s.number;
end $$;
