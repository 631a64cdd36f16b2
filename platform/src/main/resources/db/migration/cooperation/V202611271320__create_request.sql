set lock_timeout = '5s';

-- A request between authorities, in or out. body runs it, executor carries it out; both see it.
-- next_at is what runs out next: an open request always has something that runs.
create table cooperation.request (
  id                uuid primary key,
  number            text not null,
  kind              text not null,
  direction         text not null,
  state             text not null,
  emergency         boolean not null default false,
  counterpart_state text not null,
  counterpart       jsonb not null,
  counterpart_name  text not null,
  counterpart_zone  text not null,
  counterpart_reference text not null default '',
  own_reference     text not null default '',
  substance         jsonb not null,
  subject           text not null,
  follows           uuid references cooperation.request,
  channel           text not null,
  message_id        text,
  received_at       timestamptz,
  sent_at           timestamptz,
  confirmed_at      timestamptz,
  ordered_at        timestamptz,
  effect_at         timestamptz,
  floor_ends_at     timestamptz,
  cycle             integer not null default 0,
  since             timestamptz not null,
  officer_account   text not null default '',
  officer           text not null default '',
  ground            text not null default '',
  reason            text not null default '',
  ended_at          timestamptz,
  next_at           timestamptz,
  next_code         text not null default '',
  next_kind         text not null default '',
  created_at        timestamptz not null,
  changed_at        timestamptz not null,
  version           integer not null default 0,
  body              text not null,
  executor          text not null default '',
  handling          smallint not null,
  compartment       uuid,
  home_case         text,
  constraint request_number_unique unique (number),
  constraint request_taken_once unique (channel, message_id),
  constraint request_direction_known check (direction in ('in', 'out')),
  constraint request_channel_known check (channel in ('form', 'api', 'mail', 'peer', 'demo')),
  constraint request_state_known check (state in ('drafted', 'sent', 'confirmed', 'received',
    'acknowledged', 'executing', 'partly', 'preserved', 'renewed', 'executed', 'refused',
    'released', 'withdrawn', 'closed')),
  constraint request_open_runs check ((ended_at is null) = (next_at is not null)),
  constraint request_end_is_state check ((ended_at is not null)
    = (state in ('executed', 'refused', 'released', 'withdrawn', 'closed'))),
  constraint request_end_has_reason check (
    state not in ('refused', 'released', 'withdrawn') or reason <> ''),
  constraint request_refused_on_ground check (state <> 'refused' or ground <> ''),
  constraint request_released_after_floor check (
    state <> 'released' or floor_ends_at is null or ended_at >= floor_ends_at),
  constraint request_preserved_has_effect check (
    state not in ('preserved', 'renewed') or effect_at is not null),
  constraint request_state_is_country check (counterpart_state ~ '^[A-Z]{2}$'),
  constraint request_handling_is_tlp check (handling between 0 and 4)
);
create index request_by_clock on cooperation.request (body, next_at, number)
  where next_at is not null;
create index request_by_executor on cooperation.request (executor, next_at, number)
  where next_at is not null and executor <> '';
create index request_by_age on cooperation.request (body, created_at desc, number desc);
create index request_by_executor_age on cooperation.request (executor, created_at desc, number desc)
  where executor <> '';
create index request_by_change on cooperation.request (body, changed_at desc);
create index request_by_executor_change on cooperation.request (executor, changed_at desc)
  where executor <> '';
create index request_by_followed on cooperation.request (follows) where follows is not null;
create index request_by_home_case on cooperation.request (home_case) where home_case is not null;
create index request_by_reference on cooperation.request (counterpart_reference)
  where counterpart_reference <> '';

grant select, insert on cooperation.request to qalxan_app;
grant update (state, emergency, counterpart, counterpart_name, counterpart_zone,
    counterpart_reference, own_reference, substance, subject, follows, received_at, sent_at,
    confirmed_at, ordered_at, effect_at, floor_ends_at, cycle, since, officer_account, officer,
    ground, reason, ended_at, next_at, next_code, next_kind, changed_at, version, executor)
  on cooperation.request to qalxan_app;
alter table cooperation.request enable row level security;

create policy request_is_read on cooperation.request for select to qalxan_app using (
  (((body = (select database.caller_body()) or executor = (select database.caller_body()))
     and handling <= (select access.ceiling('cooperation', 'read', 'own')))
   or handling <= (select access.ceiling('cooperation', 'read', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
create policy request_is_entered on cooperation.request for insert to qalxan_app with check (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('cooperation', 'create', 'own')))
   or handling <= (select access.ceiling('cooperation', 'create', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
create policy request_is_worked_on on cooperation.request for update to qalxan_app using (
  (((body = (select database.caller_body()) or executor = (select database.caller_body()))
     and handling <= greatest((select access.ceiling('cooperation', 'update', 'own')),
       (select access.ceiling('cooperation', 'decide', 'own'))))
   or handling <= greatest((select access.ceiling('cooperation', 'update', 'any')),
       (select access.ceiling('cooperation', 'decide', 'any'))))
  and (compartment is null or access.in_compartment(compartment)));

-- Numbers are drawn by lot. Which of them are taken is asked here, because the caller does not see
-- every request; a number by itself tells nothing.
create function cooperation.unused_numbers(numbers text[]) returns setof text
  language sql stable security definer set search_path = cooperation, pg_catalog
  begin atomic
    select n from unnest(numbers) as n
     where not exists (select from cooperation.request r where r.number = n);
  end;
revoke execute on function cooperation.unused_numbers from public;
grant execute on function cooperation.unused_numbers to qalxan_app;
grant usage on schema cooperation to qalxan_app, qalxan_reader;
