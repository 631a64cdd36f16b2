set lock_timeout = '5s';

-- A file on its way to an exhibit. Its bytes lie in the vault, which knows how many would outlive a
-- crash; what is received here may lag behind. The row is seen by whoever sees the exhibit.
create table evidence.intake (
  id         uuid primary key,
  exhibit_id uuid not null references evidence.exhibit,
  file_name  text collate database.az not null,
  bytes      bigint not null,
  modified   bigint not null default 0,
  received   bigint not null default 0,
  state      text not null default 'receiving',
  account    text not null default database.caller_account(),
  begun_by   text collate database.az not null,
  begun_at   timestamptz not null,
  last_at    timestamptz not null,
  ended_at   timestamptz,
  ended_by   text collate database.az not null default '',
  constraint intake_state_known
    check (state in ('receiving', 'stored', 'spoiled', 'different', 'dropped')),
  constraint intake_bytes_counted check (received between 0 and bytes),
  constraint intake_end_is_dated check ((state = 'receiving') = (ended_at is null))
);
create unique index intake_one_at_a_time on evidence.intake (exhibit_id)
  where state = 'receiving';
create index intake_open_by_time on evidence.intake (last_at, id) where state = 'receiving';
create index intake_by_exhibit on evidence.intake (exhibit_id);

grant select, insert on evidence.intake to qalxan_app;
grant update (received, last_at, state, ended_at, ended_by) on evidence.intake to qalxan_app;
alter table evidence.intake enable row level security;
create policy intake_follows on evidence.intake for select to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy intake_begins on evidence.intake for insert to qalxan_app
  with check (account = database.caller_account()
    and exists (select from evidence.exhibit e where e.id = exhibit_id and e.stored_id is null
      and (evidence.may('update', e.body, e.handling, e.compartment)
        or evidence.holds('update', e.holder_body, e.handling, e.compartment))));
create policy intake_goes_on on evidence.intake for update to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id
    and (evidence.may('update', e.body, e.handling, e.compartment)
      or evidence.holds('update', e.holder_body, e.handling, e.compartment))));

-- Which of these intakes have ended, so that the vault may forget them. Tells a state and no more.
create function evidence.ended_intakes(asked uuid[]) returns setof uuid
  language sql stable security definer set search_path = evidence, pg_catalog as $$
    select i.id from evidence.intake i where i.id = any (asked) and i.state <> 'receiving'
  $$;
revoke execute on function evidence.ended_intakes from public;
grant execute on function evidence.ended_intakes to qalxan_app;
