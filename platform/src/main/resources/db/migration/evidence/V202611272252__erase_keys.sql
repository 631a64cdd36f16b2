set lock_timeout = '5s';

-- That the keys of a case are to be destroyed, and with them everything that is stored of it: one
-- person proposes, another decides, the system carries out. The chain and the ledger stay.
create table evidence.erasure (
  id               uuid primary key,
  case_number      text not null,
  state            text not null default 'proposed',
  reason           text collate database.az not null,
  basis            text collate database.az not null,
  document         text collate database.az not null,
  files            integer not null,
  bytes            bigint not null,
  proposed_at      timestamptz not null,
  proposer_account text not null default database.caller_account(),
  proposer_name    text collate database.az not null,
  proposer_factor  text not null,
  decided_at       timestamptz,
  decider_account  text not null default '',
  decider_name     text collate database.az not null default '',
  decider_factor   text not null default '',
  decider_words    text collate database.az not null default '',
  done_at          timestamptz,
  body             text not null,
  handling         smallint not null,
  compartment      uuid,
  constraint erasure_state_known
    check (state in ('proposed', 'refused', 'withdrawn', 'decided', 'done')),
  constraint erasure_decided_once check ((state = 'proposed') = (decided_at is null)),
  constraint erasure_by_two_people check (state not in ('decided', 'done')
    or (decider_account <> '' and decider_account <> proposer_account and decider_factor <> ''
      and proposer_factor <> '')),
  constraint erasure_done_is_dated check ((state = 'done') = (done_at is not null)),
  constraint erasure_is_of_something check (files >= 1)
);
create unique index erasure_one_at_a_time on evidence.erasure (case_number)
  where state in ('proposed', 'decided');
create index erasure_by_case on evidence.erasure (case_number, proposed_at desc);

grant select, insert on evidence.erasure to qalxan_app;
grant update (state, decided_at, decider_account, decider_name, decider_factor, decider_words,
  done_at) on evidence.erasure to qalxan_app;
alter table evidence.erasure enable row level security;
create policy erasure_is_read on evidence.erasure for select to qalxan_app
  using (evidence.may('read', body, handling, compartment));
create policy erasure_is_proposed on evidence.erasure for insert to qalxan_app with check (
  state = 'proposed' and proposer_account = database.caller_account()
  and evidence.may('decide', body, handling, compartment));
create policy erasure_is_decided on evidence.erasure for update to qalxan_app
  using (state = 'proposed' and evidence.may('decide', body, handling, compartment))
  with check (decider_account = database.caller_account()
    and (state in ('decided', 'refused') and decider_account <> proposer_account
      or state = 'withdrawn' and decider_account = proposer_account));
create policy erasure_is_carried_out on evidence.erasure for update to qalxan_app
  using (state = 'decided' and 'system' = any ((select database.caller_roles())::text[]))
  with check (state = 'done' and 'system' = any ((select database.caller_roles())::text[]));

-- Where the case is now, as exhibits and transfers do.
create or replace function evidence.follow_cases(cases text[]) returns void
  language plpgsql security definer set search_path = evidence, pg_catalog as $$
begin
  update evidence.exhibit e
     set body = s.body, handling = s.handling, compartment = s.compartment
    from casework.standing_of(cases) s where e.case_number = s.number;
  update evidence.transfer t
     set body = s.body, handling = s.handling, compartment = s.compartment
    from casework.standing_of(cases) s where t.case_number = s.number;
  update evidence.erasure e
     set body = s.body, handling = s.handling, compartment = s.compartment
    from casework.standing_of(cases) s where e.case_number = s.number;
end $$;

-- Exhibits whose bytes nobody may read any more. What a reading that was under way still finds is
-- refused, and what earlier ones found is forgotten; what a person took over into the case stays.
create function evidence.erased_exhibits() returns setof uuid
  language sql stable security definer set search_path = evidence, pg_catalog as $$
    select e.id from evidence.erasure r join evidence.exhibit e on e.case_number = r.case_number
    where r.state in ('decided', 'done')
  $$;
create function evidence.forget_content(cases text[]) returns void
  language plpgsql security definer set search_path = evidence, pg_catalog as $$
declare gone uuid[];
begin
  select coalesce(array_agg(e.id), '{}') into gone from evidence.exhibit e
   where e.case_number = any (cases) and e.id in (select evidence.erased_exhibits());
  delete from evidence.content_part where exhibit_id = any (gone);
  delete from evidence.content_moment where exhibit_id = any (gone);
  delete from evidence.content_identifier where exhibit_id = any (gone);
  delete from evidence.content_choice c where c.exhibit_id = any (gone) and not (
    select l.taken from evidence.content_choice l
     where l.exhibit_id = c.exhibit_id and l.link_key = c.link_key
     order by l.sequence desc limit 1);
  update evidence.content_reading set state = 'failed', ended_at = coalesce(ended_at, touched_at,
      queued_at), parts = 0, moments = 0, place = ''
   where exhibit_id = any (gone);
end $$;
revoke execute on function evidence.erased_exhibits, evidence.forget_content from public;
grant execute on function evidence.erased_exhibits, evidence.forget_content to qalxan_app;

create policy content_part_is_not_erased on evidence.content_part as restrictive for insert
  to qalxan_app with check (exhibit_id not in (select evidence.erased_exhibits()));
create policy content_moment_is_not_erased on evidence.content_moment as restrictive for insert
  to qalxan_app with check (exhibit_id not in (select evidence.erased_exhibits()));
create policy content_identifier_is_not_erased on evidence.content_identifier as restrictive
  for insert to qalxan_app with check (exhibit_id not in (select evidence.erased_exhibits()));
create policy content_reading_is_not_erased on evidence.content_reading as restrictive for update
  to qalxan_app using (true)
  with check (state <> 'waiting' or exhibit_id not in (select evidence.erased_exhibits()));
