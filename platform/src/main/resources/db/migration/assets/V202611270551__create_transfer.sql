set lock_timeout = '5s';

-- Money that went from one holding to another. A holding is no row of its own: whoever sees no
-- transfer of it does not learn that it exists. Each row belongs to one report or to one case and
-- stands where that stands.
create table assets.transfer (
  id                uuid primary key,
  report_id         uuid,
  case_number       text,
  label             text not null,
  scope             text not null generated always as (coalesce(case_number, report_id::text)) stored,
  from_kind         text not null,
  from_key          text not null,
  from_value        text not null,
  to_kind           text not null,
  to_key            text not null,
  to_value          text not null,
  sent_amount       numeric(28, 8) not null,
  sent_currency     text not null,
  received_amount   numeric(28, 8) not null,
  received_currency text not null,
  at                timestamptz not null,
  known_by          text not null,
  verified          boolean not null,
  reference         text not null,
  document          text not null,
  state             text not null default 'known',
  replaced_by       uuid references assets.transfer,
  reason            text not null default '',
  account           text not null default database.caller_account(),
  author            text not null,
  entered_at        timestamptz not null,
  body              text not null,
  handling          smallint not null,
  compartment       uuid,
  constraint transfer_belongs_to_one check (num_nonnulls(report_id, case_number) = 1),
  constraint transfer_has_two_ends check (from_key <> to_key),
  constraint transfer_moves_something check (sent_amount > 0 and received_amount > 0),
  constraint transfer_arrives_less
    check (sent_currency <> received_currency or received_amount <= sent_amount),
  constraint transfer_known_by check (known_by in ('reporter', 'bank', 'officer', 'chain')),
  constraint transfer_state_known check (state in ('known', 'replaced', 'withdrawn')),
  constraint transfer_replaced_by_another check ((state = 'replaced') = (replaced_by is not null)),
  constraint transfer_handling_is_tlp check (handling between 0 and 4)
);

-- The same transfer stands once in a report or case, however often a statement is read in.
create unique index transfer_once on assets.transfer
  (scope, from_key, to_key, sent_amount, sent_currency, at, reference) where state = 'known';
create index transfer_by_sender on assets.transfer (from_key, at) where state = 'known';
create index transfer_by_receiver on assets.transfer (to_key, at) where state = 'known';
create index transfer_by_report on assets.transfer (report_id) where report_id is not null;
create index transfer_by_case on assets.transfer (case_number) where case_number is not null;

grant usage on schema assets to qalxan_app;
grant select, insert, update (state, replaced_by, reason, verified) on assets.transfer
  to qalxan_app;
alter table assets.transfer enable row level security;

create policy transfer_is_read on assets.transfer for select to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('assets', 'read', 'own')))
   or handling <= (select access.ceiling('assets', 'read', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
create policy transfer_is_entered on assets.transfer for insert to qalxan_app with check (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('assets', 'create', 'own')))
   or handling <= (select access.ceiling('assets', 'create', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
-- Whoever decides on returns enters what went back.
create policy transfer_goes_back on assets.transfer for insert to qalxan_app with check (
  to_kind = 'victim'
  and ((body = (select database.caller_body())
     and handling <= (select access.ceiling('assets', 'decide', 'own')))
   or handling <= (select access.ceiling('assets', 'decide', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
create policy transfer_is_corrected on assets.transfer for update to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('assets', 'update', 'own')))
   or handling <= (select access.ceiling('assets', 'update', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
