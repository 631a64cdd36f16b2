set lock_timeout = '5s';

-- Records that only named people see, whatever the matrix gives to others of their body. A record of
-- any module may stand in one compartment; who is in it is kept here.
create table access.compartment (
  id         uuid primary key,
  body       text not null,
  created_at timestamptz not null,
  created_by text not null default database.caller_account()
);

-- One period of named access: never deleted, only ended, so that it can be told who could see what.
create table access.compartment_entry (
  id          uuid primary key default uuidv7(),
  compartment uuid not null references access.compartment,
  account     text not null,
  since       timestamptz not null,
  until       timestamptz,
  ended_at    timestamptz,
  given_by    text not null default database.caller_account(),
  constraint compartment_entry_until_later check (until is null or until > since)
);
create unique index compartment_entry_once on access.compartment_entry (compartment, account)
  where ended_at is null;
create index compartment_entry_by_account on access.compartment_entry (account);

-- Whether the caller may see what stands in that compartment now. The system may: it links, counts
-- and backs up. The contract with the other schemas' policies.
create function access.in_compartment(asked uuid) returns boolean
  language sql stable parallel safe security definer set search_path = access, pg_catalog
  return 'system' = any (database.caller_roles()) or exists (
    select from compartment_entry e
     where e.compartment = asked and e.account = database.caller_account()
       and e.ended_at is null and (e.until is null or e.until > now()));

alter table access.compartment enable row level security;
alter table access.compartment_entry enable row level security;
create policy compartment_is_seen on access.compartment for select to qalxan_app
  using (access.in_compartment(id));
create policy compartment_is_made on access.compartment for insert to qalxan_app
  with check (body = (select database.caller_body())
    or 'system' = any ((select database.caller_roles())::text[]));
create policy compartment_entry_is_seen on access.compartment_entry for select to qalxan_app
  using (account = (select database.caller_account()) or access.in_compartment(compartment));

-- A policy that asks its own table would ask itself; this function ends the circle.
create function access.compartment_is_empty(asked uuid) returns boolean
  language sql stable security definer set search_path = access, pg_catalog
  return not exists (select from compartment_entry e where e.compartment = asked);

-- Who is inside lets others in; whoever makes a compartment enters it first.
create policy compartment_entry_is_given on access.compartment_entry for insert to qalxan_app
  with check (access.in_compartment(compartment)
    or (account = (select database.caller_account())
        and access.compartment_is_empty(compartment)));
create policy compartment_entry_ends on access.compartment_entry for update to qalxan_app
  using (access.in_compartment(compartment));
grant select, insert on access.compartment to qalxan_app;
grant select, insert, update (until, ended_at) on access.compartment_entry to qalxan_app;
