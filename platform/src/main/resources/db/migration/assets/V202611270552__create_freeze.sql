set lock_timeout = '5s';

-- A request to hold money, and what became of it. keeper_mark is what tells which organisation keeps a
-- holding: country and bank of an IBAN (ISO 13616), issuer of a card (ISO/IEC 7812).
create table assets.freeze (
  id              uuid primary key,
  number          text not null,
  report_id       uuid,
  case_number     text,
  label           text not null,
  state           text not null,
  proposed        boolean not null default false,
  holding_kind    text not null,
  holding_key     text not null,
  holding_value   text not null,
  keeper_mark     text not null generated always as (case holding_kind
    when 'account' then left(holding_value, 2) || substr(holding_value, 5, 4)
    when 'card' then left(holding_value, 6) else holding_value end) stored,
  organisation    text not null default '',
  basis           text not null default '',
  asked_amount    numeric(28, 8),
  currency        text not null,
  account         text not null default '',
  requester       text not null default '',
  drafted_at      timestamptz not null,
  sent_at         timestamptz,
  acknowledged_at timestamptz,
  held_amount     numeric(28, 8),
  held_at         timestamptz,
  held_until      timestamptz,
  held_by         text not null default '',
  held_whole      boolean not null default false,
  allotted_amount numeric(28, 8) not null default 0,
  returned_amount numeric(28, 8) not null default 0,
  moved_kind      text,
  moved_key       text,
  moved_value     text,
  reason          text not null default '',
  ended_at        timestamptz,
  clock           text not null default '',
  due_at          timestamptz,
  changed_at      timestamptz not null,
  version         integer not null default 0,
  body            text not null,
  handling        smallint not null,
  compartment     uuid,
  constraint freeze_number_unique unique (number),
  constraint freeze_belongs_to_one check (num_nonnulls(report_id, case_number) = 1),
  constraint freeze_state_known check (state in ('drafted', 'dropped', 'sent', 'acknowledged',
    'frozen', 'partly', 'refused', 'too-late', 'seized', 'released', 'returned')),
  constraint freeze_sent_has_requester check (state in ('drafted', 'dropped')
    or (sent_at is not null and requester <> '' and organisation <> '' and basis <> '')),
  constraint freeze_holds_something check (state not in ('frozen', 'partly', 'seized', 'released',
    'returned') or (held_amount > 0 and held_at is not null)),
  constraint freeze_end_has_reason check (state not in ('dropped', 'refused', 'too-late', 'seized',
    'released') or reason <> ''),
  constraint freeze_asks_something check (asked_amount > 0),
  constraint freeze_gives_back_what_it_holds check (0 <= returned_amount
    and returned_amount <= allotted_amount and allotted_amount <= coalesce(held_amount, 0)),
  constraint freeze_clock_known check (clock in ('', 'target', 'ceiling')),
  constraint freeze_clock_has_end check ((clock = '') = (due_at is null)),
  constraint freeze_handling_is_tlp check (handling between 0 and 4)
);
create index freeze_by_clock on assets.freeze (body, due_at) where due_at is not null;
create index freeze_by_holding on assets.freeze (holding_key);
create index freeze_by_keeper_mark on assets.freeze (keeper_mark, drafted_at desc)
  where organisation <> '';
create index freeze_by_report on assets.freeze (report_id) where report_id is not null;
create index freeze_by_case on assets.freeze (case_number) where case_number is not null;

-- What was done with a request, by whom and when; append-only.
create table assets.freeze_step (
  sequence  bigint generated always as identity primary key,
  freeze_id uuid not null references assets.freeze,
  at        timestamptz not null,
  kind      text not null,
  account   text not null default database.caller_account(),
  author    text not null,
  detail    text not null
);
create index freeze_step_by_freeze on assets.freeze_step (freeze_id, sequence);

grant select, insert on assets.freeze, assets.freeze_step to qalxan_app;
grant update (state, proposed, organisation, basis, asked_amount, account, requester, sent_at,
    acknowledged_at, held_amount, held_at, held_until, held_by, held_whole, allotted_amount,
    returned_amount, moved_kind, moved_key, moved_value, reason, ended_at, clock, due_at,
    changed_at, version)
  on assets.freeze to qalxan_app;
alter table assets.freeze enable row level security;
alter table assets.freeze_step enable row level security;

create policy freeze_is_read on assets.freeze for select to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('assets', 'read', 'own')))
   or handling <= (select access.ceiling('assets', 'read', 'any')))
  and (compartment is null or access.in_compartment(compartment)));

-- Whoever accepts a report lets the system propose a freeze, even without a right to freezes.
create policy freeze_is_drafted on assets.freeze for insert to qalxan_app with check (
  state = 'drafted' and (
    (proposed and body = (select database.caller_body()))
    or (body = (select database.caller_body())
      and handling <= (select access.ceiling('assets', 'create', 'own')))
    or handling <= (select access.ceiling('assets', 'create', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
create policy freeze_is_worked_on on assets.freeze for update to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('assets', 'update', 'own')))
   or handling <= (select access.ceiling('assets', 'update', 'any')))
  and (compartment is null or access.in_compartment(compartment)));

create policy freeze_is_decided_on on assets.freeze for update to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('assets', 'decide', 'own')))
   or handling <= (select access.ceiling('assets', 'decide', 'any')))
  and (compartment is null or access.in_compartment(compartment)));

create policy freeze_step_follows on assets.freeze_step for select to qalxan_app
  using (exists (select from assets.freeze f where f.id = freeze_id));
create policy freeze_step_is_noted on assets.freeze_step for insert to qalxan_app with check (true);

-- Numbers are drawn by lot. Which of them are taken is asked here, because the caller does not see
-- every freeze; a number by itself tells nothing.
create function assets.unused_numbers(numbers text[]) returns setof text
  language sql stable security definer set search_path = assets, pg_catalog
  begin atomic
    select n from unnest(numbers) as n
     where not exists (select from assets.freeze f where f.number = n);
  end;
revoke execute on function assets.unused_numbers from public;
grant execute on function assets.unused_numbers to qalxan_app;
