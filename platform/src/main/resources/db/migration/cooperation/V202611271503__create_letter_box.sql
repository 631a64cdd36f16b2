set lock_timeout = '5s';

-- A mail that came in and is no request yet, or has become one. The mail as it came lies in
-- transmission; here stands what a person needs in order to classify it.
create table cooperation.letter (
  mail        uuid primary key,
  message_id  text not null,
  sender      text not null,
  verified_by text not null,
  encrypted   boolean not null,
  subject     text not null,
  words       text not null,
  digest      text not null,
  trouble     text not null default '',
  files       jsonb not null default '[]',
  paper       text not null default '',
  signature   text not null default '',
  prefilled   jsonb not null default '{}',
  at          timestamptz not null,
  state       text not null default 'waiting' constraint letter_state_known
              check (state in ('waiting', 'entered', 'set-aside')),
  request_number text not null default '',
  settled_at  timestamptz,
  settled_by  text not null default '',
  reason      text not null default '',
  body        text not null,
  handling    smallint not null constraint letter_handling_is_tlp check (handling between 0 and 4),
  compartment uuid,
  constraint letter_entered_is_request check ((state = 'entered') = (request_number <> '')),
  constraint letter_set_aside_has_reason check (state <> 'set-aside' or reason <> '')
);
-- The same mail again is no second letter; a message id alone proves nothing.
create unique index letter_once on cooperation.letter (sender, message_id, digest);
create index letter_waiting on cooperation.letter (body, at) where state = 'waiting';
alter table cooperation.letter enable row level security;
create policy letter_is_read on cooperation.letter for select to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('cooperation', 'read', 'own')))
   or handling <= (select access.ceiling('cooperation', 'read', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
create policy letter_comes on cooperation.letter for insert to qalxan_app
  with check ((select cooperation.as_system()));
create policy letter_is_settled on cooperation.letter for update to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('cooperation', 'create', 'own')))
   or handling <= (select access.ceiling('cooperation', 'create', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
grant select, insert on cooperation.letter to qalxan_app;
grant update (state, request_number, settled_at, settled_by, reason) on cooperation.letter to qalxan_app;
