set lock_timeout = '5s';

-- An order to an operator. Everything in this row is what its addressee may read, so nothing of the
-- case, its people or other operators may ever stand here; see data_order_inside for that.
create table operators.data_order (
  id              uuid primary key,
  authorisation   uuid not null,
  number          text not null,
  body            text not null,
  provider        text not null references operators.provider,
  kind            text not null,
  status          text not null,
  approval        text not null,
  reason          text collate database.az not null default '',
  emergency       boolean not null,
  test            boolean not null,
  identifiers     jsonb not null,
  data_from       timestamptz,
  data_until      timestamptz,
  words           text collate database.az not null,
  basis           text not null,
  basis_az        text collate database.az not null,
  basis_en        text not null,
  basis_verified  boolean not null,
  drafted_at      timestamptz not null,
  approved_at     timestamptz,
  acknowledged_at timestamptz,
  answered_at     timestamptz,
  due_at          timestamptz,
  clock           text not null default '',
  clock_az        text collate database.az not null default '',
  clock_en        text not null default '',
  changed_at      timestamptz not null,
  version         integer not null default 0,
  handling        smallint not null,
  compartment     uuid,
  constraint data_order_number_unique unique (number),
  constraint data_order_kind_known
    check (kind in ('subscriber', 'traffic', 'content', 'preservation')),
  -- The states are those of ETSI TS 103 120, dictionaries LDTaskStatus and AuthorisationStatus.
  constraint data_order_status_known check (status in ('AwaitingApproval', 'AwaitingDisclosure',
    'Disclosed', 'DisclosureNotAvailable', 'Rejected', 'Cancelled', 'Error', 'Invalid')),
  constraint data_order_approval_known check (approval in ('AwaitingApproval',
    'EmergencyApproval', 'Approved', 'Rejected', 'Cancelled')),
  constraint data_order_is_approved_before_it_is_served check (
    status not in ('AwaitingDisclosure', 'Disclosed', 'DisclosureNotAvailable', 'Error', 'Invalid')
    or (approved_at is not null and approval in ('EmergencyApproval', 'Approved'))),
  constraint data_order_period_in_order check (data_until >= data_from),
  constraint data_order_handling_is_tlp check (handling between 0 and 4)
);
create index data_order_by_body on operators.data_order (body, changed_at desc);
create index data_order_by_provider on operators.data_order (provider, approved_at desc)
  where approved_at is not null;

-- What only the authority's side knows of an order.
create table operators.data_order_inside (
  order_id     uuid primary key references operators.data_order,
  purpose      text collate database.az not null,
  drafter      text not null,
  drafted_by   text not null default database.caller_account(),
  approver     text not null default '',
  approved_by  text not null default '',
  confirmer    text not null default '',
  basis_reason text collate database.az not null default '',
  message_id   uuid,
  body         text not null,
  handling     smallint not null,
  compartment  uuid
);

-- Cases that an order serves, as many as there are.
create table operators.order_case (
  order_id    uuid not null references operators.data_order,
  case_number text not null,
  added_at    timestamptz not null,
  body        text not null,
  handling    smallint not null,
  compartment uuid,
  constraint order_case_once primary key (order_id, case_number)
);
create index order_case_by_case on operators.order_case (case_number);

-- What happened, append-only. The operator reads what is shared, without the officials' names.
create table operators.order_step (
  sequence bigint generated always as identity primary key,
  order_id uuid not null references operators.data_order,
  at       timestamptz not null,
  kind     text not null,
  side     text not null,
  shared   boolean not null,
  author   text not null,
  account  text not null default database.caller_account(),
  words    text collate database.az not null,
  constraint order_step_side_known check (side in ('authority', 'operator'))
);
create index order_step_by_order on operators.order_step (order_id, sequence);

create table operators.order_file (
  id       uuid primary key,
  order_id uuid not null references operators.data_order,
  name     text not null,
  bytes    bigint not null,
  sha256   text not null,
  side     text not null,
  author   text not null,
  at       timestamptz not null,
  constraint order_file_bytes_bounded check (bytes between 1 and 26214400),
  constraint order_file_digest_form check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint order_file_side_known check (side in ('authority', 'operator'))
);
create index order_file_by_order on operators.order_file (order_id, at);
create table operators.order_file_content (
  file_id uuid primary key references operators.order_file,
  content bytea not null
);
alter table operators.order_file_content alter column content set storage external;

grant select, insert on operators.data_order, operators.data_order_inside, operators.order_case,
  operators.order_step, operators.order_file, operators.order_file_content to qalxan_app;
grant update (status, approval, reason, approved_at, acknowledged_at, answered_at, due_at, clock,
  clock_az, clock_en, changed_at, version) on operators.data_order to qalxan_app;
grant update (approver, approved_by, confirmer) on operators.data_order_inside to qalxan_app;

alter table operators.data_order enable row level security;
alter table operators.data_order_inside enable row level security;
alter table operators.order_case enable row level security;
alter table operators.order_step enable row level security;
alter table operators.order_file enable row level security;
alter table operators.order_file_content enable row level security;

-- On the authority's side: as the matrix says, and within the compartment of its case.
create function operators.may(verb text, owner text, handling smallint, compartment uuid)
  returns boolean language sql stable
  return ((owner = database.caller_body()
      and handling <= access.ceiling('operators', verb, 'own'))
    or handling <= access.ceiling('operators', verb, 'any'))
  and (compartment is null or access.in_compartment(compartment));
-- On the operator's side: addressed to it and approved.
create function operators.is_addressed(provider text, approved_at timestamptz) returns boolean
  language sql stable
  return provider = database.caller_body() and approved_at is not null
    and access.ceiling('operators', 'read', 'own') >= 0;

create policy data_order_is_read on operators.data_order for select to qalxan_app using (
  operators.may('read', body, handling, compartment)
  or operators.is_addressed(provider, approved_at));
create policy data_order_is_drafted on operators.data_order for insert to qalxan_app with check (
  status = 'AwaitingApproval' and approval = 'AwaitingApproval'
  and operators.may('create', body, handling, compartment));
create policy data_order_is_worked_on on operators.data_order for update to qalxan_app using (
  operators.may('create', body, handling, compartment)
  or operators.may('decide', body, handling, compartment)
  or (operators.is_addressed(provider, approved_at)
    and access.ceiling('operators', 'update', 'own') >= 0));

-- An addressee answers an order that waits for it, and changes nothing else.
create function operators.check_answer() returns trigger language plpgsql as $$
begin
  if new.provider = database.caller_body() and new.body <> database.caller_body()
    and (old.status <> 'AwaitingDisclosure'
      or new.status not in ('AwaitingDisclosure', 'Disclosed', 'DisclosureNotAvailable', 'Error',
        'Invalid')
      or (to_jsonb(new) - array['status', 'reason', 'acknowledged_at', 'answered_at', 'changed_at',
          'version'])
        is distinct from (to_jsonb(old) - array['status', 'reason', 'acknowledged_at',
          'answered_at', 'changed_at', 'version'])) then
    raise exception 'an addressee may only answer' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger data_order_is_answered before update on operators.data_order
  for each row execute function operators.check_answer();

create policy inside_is_read on operators.data_order_inside for select to qalxan_app
  using (operators.may('read', body, handling, compartment));
create policy inside_is_drafted on operators.data_order_inside for insert to qalxan_app
  with check (operators.may('create', body, handling, compartment));
create policy inside_is_decided on operators.data_order_inside for update to qalxan_app
  using (operators.may('decide', body, handling, compartment));

create policy order_case_is_read on operators.order_case for select to qalxan_app
  using (operators.may('read', body, handling, compartment));
create policy order_case_is_added on operators.order_case for insert to qalxan_app
  with check (operators.may('create', body, handling, compartment));

create policy order_step_follows on operators.order_step for select to qalxan_app using (
  exists (select from operators.data_order_inside i where i.order_id = order_step.order_id)
  or (shared and exists (select from operators.data_order o where o.id = order_step.order_id)));
create policy order_step_is_noted on operators.order_step for insert to qalxan_app with check (
  exists (select from operators.data_order o where o.id = order_step.order_id
    and (side = 'authority') <> (o.provider = database.caller_body()
      and o.body <> database.caller_body())));

create policy order_file_follows on operators.order_file for select to qalxan_app
  using (exists (select from operators.data_order o where o.id = order_file.order_id));
create policy order_file_is_given on operators.order_file for insert to qalxan_app with check (
  exists (select from operators.data_order o where o.id = order_file.order_id
    and o.status = 'AwaitingDisclosure' and o.provider = database.caller_body())
  and side = 'operator' and access.ceiling('operators', 'update', 'own') >= 0);
create policy order_file_content_follows on operators.order_file_content for select to qalxan_app
  using (exists (select from operators.order_file f where f.id = file_id));
create policy order_file_content_is_given on operators.order_file_content for insert to qalxan_app
  with check (exists (select from operators.order_file f where f.id = file_id));

-- Numbers are drawn by lot; which of them are taken is asked here, because nobody sees all orders.
create function operators.number_is_free(wanted text) returns boolean
  language sql stable security definer set search_path = operators, pg_catalog
  return not exists (select from operators.data_order o where o.number = wanted);
revoke execute on function operators.number_is_free from public;
grant execute on function operators.number_is_free to qalxan_app;
