set lock_timeout = '5s';

-- A point of contact of a state, version by version: a change is a new row.
create table directory.foreign_contact (
  contact    uuid not null,
  version    integer not null constraint foreign_contact_version_counts check (version >= 1),
  code       text not null constraint foreign_contact_code_form
             check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  state      text not null constraint foreign_contact_state_form check (state ~ '^[A-Z]{2}$'),
  facts      jsonb not null constraint foreign_contact_facts_short
             check (pg_column_size(facts) <= 65536),
  changed_at timestamptz not null,
  changed_by text not null,
  ended      boolean not null default false,
  primary key (contact, version),
  constraint foreign_contact_code_version unique (code, version)
);

-- Somebody tried the point and was or was not answered.
create table directory.foreign_check (
  id         uuid primary key,
  contact    uuid not null,
  version    integer not null,
  channel    text not null constraint foreign_check_channel_length
             check (length(channel) between 1 and 400),
  answered   boolean not null,
  note       text collate database.az not null constraint foreign_check_note_length
             check (length(note) <= 600),
  checked_at timestamptz not null,
  checked_by text not null,
  foreign key (contact, version) references directory.foreign_contact
);

create index foreign_check_latest on directory.foreign_check (contact, checked_at desc);

alter table directory.foreign_contact enable row level security;
alter table directory.foreign_check enable row level security;

-- Points of contact are TLP:AMBER (2): known to those who may work with other states.
create policy foreign_contact_is_read on directory.foreign_contact for select
  using ((select access.ceiling('contact', 'read', 'any')) >= 2);
create policy foreign_contact_is_written on directory.foreign_contact for insert
  with check (access.ceiling('contact', 'update', 'any') >= 2
    or 'system' = any ((select database.caller_roles())::text[]));
create policy foreign_contact_is_loaded on directory.foreign_contact for select
  using ('system' = any ((select database.caller_roles())::text[]));
create policy foreign_check_is_read on directory.foreign_check for select
  using ((select access.ceiling('contact', 'read', 'any')) >= 2);
create policy foreign_check_is_made on directory.foreign_check for insert
  with check (access.ceiling('contact', 'decide', 'any') >= 2);

grant select, insert on directory.foreign_contact to qalxan_app;
grant select, insert on directory.foreign_check to qalxan_app;
