set lock_timeout = '5s';

-- An organisation as the country pack names it.
create table directory.organisation (
  code     text primary key constraint organisation_code_form
           check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  acronym  text not null constraint organisation_acronym_unique unique,
  name_az  text collate database.az not null,
  name_en  text not null,
  kinds    text[] not null constraint organisation_kinds_some check (cardinality(kinds) > 0),
  verified boolean not null,
  source_az text collate database.az not null,
  source_en text not null,
  place    integer not null,
  loaded_at timestamptz not null
);

-- A standing duty. What ended keeps its row.
create table directory.post (
  id           uuid primary key,
  organisation text not null references directory.organisation,
  title_az     text collate database.az not null,
  title_en     text not null,
  duty_az      text collate database.az not null,
  duty_en      text not null,
  verified     boolean not null,
  source_az    text collate database.az not null,
  source_en    text not null,
  valid_from   timestamptz not null,
  valid_to     timestamptz
);

create index post_by_organisation on directory.post (organisation) where valid_to is null;

-- Who fills a post, by day.
create table directory.person (
  id    uuid primary key,
  post  uuid not null references directory.post,
  name  text collate database.az not null
        constraint person_name_length check (length(name) between 2 and 120),
  since date not null,
  until date,
  constraint person_days_in_order check (until is null or until >= since)
);

create index person_by_post on directory.person (post, since desc);

-- A way to reach the organisation. A new value is a new row, so its checks stay with it.
create table directory.channel (
  id           uuid primary key,
  organisation text not null references directory.organisation,
  post         uuid references directory.post,
  kind         text not null constraint channel_kind_known
               check (kind in ('phone', 'e-mail', 'secure-mail', 'taxii', 'web')),
  value        text not null constraint channel_value_length
               check (length(value) between 3 and 300),
  hours        text collate database.az not null default '',
  open_to_public boolean not null,
  status       text not null constraint channel_status_known
               check (status in ('unverified', 'verified', 'failed')),
  checked_at   timestamptz,
  checked_by   text,
  valid_from   timestamptz not null,
  valid_to     timestamptz,
  constraint channel_check_whole check ((status = 'unverified') = (checked_at is null)
    and (checked_at is null) = (checked_by is null))
);

create unique index channel_once on directory.channel (organisation, kind, value)
  where valid_to is null;

alter table directory.organisation enable row level security;
alter table directory.post enable row level security;
alter table directory.person enable row level security;
alter table directory.channel enable row level security;

-- Entries are marked TLP:GREEN (1), names of organisations and public channels TLP:CLEAR.
create function directory.may_read() returns boolean language sql stable
  return access.ceiling('directory', 'read', 'any') >= 1;

create function directory.may_update(organisation text) returns boolean language sql stable
  return access.ceiling('directory', 'update', 'any') >= 1
    or (organisation = database.caller_body()
        and access.ceiling('directory', 'update', 'own') >= 1);

create policy organisation_is_public on directory.organisation for select using (true);
create policy organisation_is_loaded on directory.organisation for insert
  with check ('system' = any ((select database.caller_roles())::text[]));

create policy post_is_read on directory.post for select using ((select directory.may_read()));
create policy post_is_added on directory.post for insert
  with check (directory.may_update(organisation));
create policy post_is_changed on directory.post for update
  using (directory.may_update(organisation));

create policy person_is_read on directory.person for select using ((select directory.may_read()));
create policy person_is_named on directory.person for insert with check (exists (
  select from directory.post p where p.id = post and directory.may_update(p.organisation)));
create policy person_ends on directory.person for update using (exists (
  select from directory.post p where p.id = post and directory.may_update(p.organisation)));

create policy channel_is_read on directory.channel for select
  using (open_to_public or (select directory.may_read()));
create policy channel_is_added on directory.channel for insert
  with check (directory.may_update(organisation));
create policy channel_is_changed on directory.channel for update
  using (directory.may_update(organisation));

grant usage on schema directory to qalxan_app;
grant select, insert on directory.organisation to qalxan_app;
grant select, insert on directory.post to qalxan_app;
grant update (title_az, title_en, duty_az, duty_en, valid_to) on directory.post to qalxan_app;
grant select, insert on directory.person to qalxan_app;
grant update (until) on directory.person to qalxan_app;
grant select, insert on directory.channel to qalxan_app;
grant update (hours, status, checked_at, checked_by, valid_to) on directory.channel to qalxan_app;
