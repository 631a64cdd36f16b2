set lock_timeout = '5s';

grant usage on schema operators to qalxan_app;

-- An operator or provider that orders may be addressed to; its organisation stands in the directory.
create table operators.provider (
  code       text primary key,
  services   text[] not null,
  country    text not null,
  endpoint   text not null,
  note       text collate database.az not null default '',
  review_due date not null,
  entered_at timestamptz not null,
  entered_by text not null,
  ended_at   timestamptz,
  version    integer not null default 0,
  constraint provider_services_some check (cardinality(services) between 1 and 10),
  constraint provider_country_is_iso check (country ~ '^[A-Z]{2}$'),
  constraint provider_endpoint_length check (length(endpoint) between 1 and 200)
);
create unique index provider_endpoint_once on operators.provider (country, endpoint)
  where ended_at is null;

-- Who answers for it. A person verified is a person somebody reached; what ended keeps its row.
create table operators.contact (
  id          uuid primary key,
  provider    text not null references operators.provider,
  name        text collate database.az not null,
  title       text collate database.az not null,
  phone       text not null,
  email       text not null,
  round_clock boolean not null,
  verified_at timestamptz,
  verified_by text,
  review_due  date not null,
  entered_at  timestamptz not null,
  ended_at    timestamptz,
  constraint contact_name_length check (length(name) between 2 and 120),
  constraint contact_reachable check (phone <> '' or email <> ''),
  constraint contact_verified_whole check ((verified_at is null) = (verified_by is null))
);
create index contact_by_provider on operators.contact (provider) where ended_at is null;

grant select, insert, update (services, country, endpoint, note, review_due, ended_at, version)
  on operators.provider to qalxan_app;
grant select, insert, update (verified_at, verified_by, review_due, ended_at)
  on operators.contact to qalxan_app;
alter table operators.provider enable row level security;
alter table operators.contact enable row level security;

-- Officials who draft, decide or lead the register read all of it; an operator reads its own part.
create function operators.reads_register() returns boolean language sql stable
  return greatest(access.ceiling('operators', 'create', 'own'),
    access.ceiling('operators', 'decide', 'own'),
    access.ceiling('operators', 'administer', 'any')) >= 0;
create function operators.leads_register() returns boolean language sql stable
  return access.ceiling('operators', 'administer', 'any') >= 0;

create policy provider_is_read on operators.provider for select to qalxan_app using (
  (select operators.reads_register())
  or (code = (select database.caller_body())
    and (select access.ceiling('operators', 'read', 'own')) >= 0));
create policy provider_is_entered on operators.provider for insert to qalxan_app
  with check ((select operators.leads_register()));
create policy provider_is_changed on operators.provider for update to qalxan_app
  using ((select operators.leads_register()));
create policy contact_is_read on operators.contact for select to qalxan_app using (
  (select operators.reads_register())
  or (provider = (select database.caller_body())
    and (select access.ceiling('operators', 'read', 'own')) >= 0));
create policy contact_is_entered on operators.contact for insert to qalxan_app
  with check ((select operators.leads_register()));
create policy contact_is_changed on operators.contact for update to qalxan_app
  using ((select operators.leads_register()));
