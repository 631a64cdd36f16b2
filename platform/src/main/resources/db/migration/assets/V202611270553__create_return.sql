set lock_timeout = '5s';

-- A decision to give held money back.
create table assets.return_decision (
  id          uuid primary key,
  freeze_id   uuid not null references assets.freeze,
  rule        text not null,
  currency    text not null,
  words       text not null,
  decided_at  timestamptz not null,
  account     text not null default database.caller_account(),
  author      text not null,
  constraint return_rule_known check (rule in ('proportional', 'first-traced'))
);
create index return_decision_by_freeze on assets.return_decision (freeze_id, decided_at);

-- What one victim gets of a decision, and whether it was paid out.
create table assets.return_share (
  id          uuid primary key,
  decision_id uuid not null references assets.return_decision,
  report_id   uuid not null,
  reference   text not null,
  amount      numeric(28, 8) not null,
  currency    text not null,
  state       text not null default 'pending',
  document    text not null default '',
  decided_at  timestamptz not null,
  ended_at    timestamptz,
  body        text not null,
  handling    smallint not null,
  compartment uuid,
  constraint return_share_is_something check (amount > 0),
  constraint return_share_once unique (decision_id, report_id),
  constraint return_share_state_known check (state in ('pending', 'paid', 'cancelled')),
  constraint return_share_ends check ((state = 'pending') = (ended_at is null)),
  constraint return_share_handling_is_tlp check (handling between 0 and 4)
);
create index return_share_by_report on assets.return_share (report_id);

-- What of the money that a freeze holds is whose, by the tracing rule: what a reporter may read.
create table assets.frozen_share (
  freeze_id   uuid not null references assets.freeze,
  report_id   uuid not null,
  amount      numeric(28, 8) not null,
  currency    text not null,
  frozen_at   timestamptz not null,
  body        text not null,
  handling    smallint not null,
  compartment uuid,
  constraint frozen_share_once primary key (freeze_id, report_id),
  constraint frozen_share_is_something check (amount > 0),
  constraint frozen_share_handling_is_tlp check (handling between 0 and 4)
);
create index frozen_share_by_report on assets.frozen_share (report_id);

grant select, insert on assets.return_decision to qalxan_app;
grant select, insert, update (state, document, ended_at) on assets.return_share to qalxan_app;
grant select, insert, delete on assets.frozen_share to qalxan_app;
alter table assets.return_decision enable row level security;
alter table assets.return_share enable row level security;
alter table assets.frozen_share enable row level security;

create policy return_decision_follows on assets.return_decision for select to qalxan_app
  using (exists (select from assets.freeze f where f.id = freeze_id));
create policy return_is_decided on assets.return_decision for insert to qalxan_app with check (
  exists (select from assets.freeze f where f.id = freeze_id
    and ((f.body = (select database.caller_body())
        and f.handling <= (select access.ceiling('assets', 'decide', 'own')))
      or f.handling <= (select access.ceiling('assets', 'decide', 'any')))));

-- A victim reads the own shares; officials read them as the report they are of.
create policy return_share_is_read on assets.return_share for select to qalxan_app using (
  report_id = (select database.caller_report())
  or (((body = (select database.caller_body())
      and handling <= (select access.ceiling('assets', 'read', 'own')))
    or handling <= (select access.ceiling('assets', 'read', 'any')))
    and (compartment is null or access.in_compartment(compartment))));
create policy return_share_is_decided on assets.return_share for insert to qalxan_app with check (
  ((body = (select database.caller_body())
      and handling <= (select access.ceiling('assets', 'decide', 'own')))
    or handling <= (select access.ceiling('assets', 'decide', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
create policy return_share_is_paid on assets.return_share for update to qalxan_app using (
  ((body = (select database.caller_body())
      and handling <= (select access.ceiling('assets', 'decide', 'own')))
    or handling <= (select access.ceiling('assets', 'decide', 'any')))
  and (compartment is null or access.in_compartment(compartment)));

create policy frozen_share_is_read on assets.frozen_share for select to qalxan_app using (
  report_id = (select database.caller_report())
  or (((body = (select database.caller_body())
      and handling <= (select access.ceiling('assets', 'read', 'own')))
    or handling <= (select access.ceiling('assets', 'read', 'any')))
    and (compartment is null or access.in_compartment(compartment))));
-- Whoever changes a trail, a freeze or a return tells the shares anew.
create function assets.works_on(owner text, handling smallint) returns boolean
  language sql stable
  return (owner = database.caller_body() and handling <= greatest(
      access.ceiling('assets', 'create', 'own'), access.ceiling('assets', 'update', 'own'),
      access.ceiling('assets', 'decide', 'own')))
    or handling <= greatest(
      access.ceiling('assets', 'create', 'any'), access.ceiling('assets', 'update', 'any'),
      access.ceiling('assets', 'decide', 'any'));
create policy frozen_share_is_told on assets.frozen_share for insert to qalxan_app with check (
  assets.works_on(body, handling)
  and (compartment is null or access.in_compartment(compartment)));
create policy frozen_share_is_forgotten on assets.frozen_share for delete to qalxan_app using (
  assets.works_on(body, handling)
  and (compartment is null or access.in_compartment(compartment)));

-- Sums reconcile, whatever the application believes: what a freeze has allotted is the sum of its
-- shares that were not cancelled, what it has returned the sum of those paid.
create function assets.check_returns() returns trigger language plpgsql security definer
  set search_path = assets, pg_catalog as $$
declare
  decided uuid := (select d.freeze_id from return_decision d where d.id = new.decision_id);
begin
  if exists (
    select from assets.freeze f
      cross join lateral (
        select coalesce(sum(s.amount) filter (where s.state <> 'cancelled'), 0) as allotted,
          coalesce(sum(s.amount) filter (where s.state = 'paid'), 0) as returned,
          coalesce(bool_or(s.currency <> f.currency), false) as foreign_currency
        from return_share s join return_decision d on d.id = s.decision_id
        where d.freeze_id = f.id) as total
     where f.id = decided and (f.allotted_amount <> total.allotted
       or f.returned_amount <> total.returned or total.foreign_currency)) then
    raise exception 'the shares of a freeze do not add up to what it has allotted and returned'
      using errcode = 'check_violation', constraint = 'return_shares_add_up';
  end if;
  return null;
end $$;
create constraint trigger return_shares_add_up
  after insert or update on assets.return_share deferrable initially deferred
  for each row execute function assets.check_returns();
