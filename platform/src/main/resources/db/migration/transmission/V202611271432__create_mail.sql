set lock_timeout = '5s';

-- A key of ours that a peer knows: from our introduction (without a message), or from the receipt
-- of the message that announced it on.
create table transmission.announcement (
  fingerprint text not null,
  peer        text not null references transmission.peer,
  dispatch    uuid references transmission.dispatch,
  primary key (fingerprint, peer)
);

-- An e-mail that goes out. It is sealed at each attempt with the recipient's key of that day.
create table transmission.mail_out (
  id          uuid primary key,
  body        text not null,
  handling    smallint not null constraint mail_out_handling_is_tlp check (handling between 0 and 4),
  compartment uuid,
  recipient   text not null constraint mail_out_recipient_length check (length(recipient) between 3 and 254),
  subject     text not null,
  words       text not null,
  protection  text not null constraint mail_out_protection_known
              check (protection in ('smime', 'openpgp', 'signed')),
  queued_at   timestamptz not null,
  sender      text not null default database.caller_account(),
  state       text not null default 'queued' constraint mail_out_state_known
              check (state in ('queued', 'sent', 'refused')),
  attempts    integer not null default 0,
  next_at     timestamptz not null,
  trouble     text not null default '',
  sealed_for  text not null default '',
  sent_at     timestamptz,
  constraint mail_out_closed_is_encrypted check (handling < 2 or protection <> 'signed'),
  constraint mail_out_sent_has_time check ((state = 'sent') = (sent_at is not null))
);
create index mail_out_waiting on transmission.mail_out (next_at) where state = 'queued';
create index mail_out_by_body on transmission.mail_out (body, queued_at desc);

create table transmission.mail_out_file (
  mail       uuid not null references transmission.mail_out,
  place      smallint not null,
  name       text not null,
  media_type text not null,
  content    bytea not null,
  primary key (mail, place)
);

-- An e-mail that came in, as it came. What could not be read keeps where and why.
create table transmission.mail_in (
  id          uuid primary key,
  mailbox     text not null,
  uid_epoch   bigint not null,
  uid         bigint not null,
  body        text not null,
  handling    smallint not null constraint mail_in_handling_is_tlp check (handling between 0 and 4),
  compartment uuid,
  arrived_at  timestamptz not null,
  digest      text not null,
  original    bytea not null,
  state       text not null constraint mail_in_state_known check (state in ('read', 'unreadable')),
  sender      text not null default '',
  message_id  text not null default '',
  subject     text not null default '',
  encrypted   boolean not null default false,
  verified_by text not null default '',
  trouble     text not null default '',
  place       text not null default '',
  constraint mail_in_once unique (mailbox, uid_epoch, uid),
  constraint mail_in_trouble_has_place check ((state = 'unreadable') = (trouble <> ''))
);
create index mail_in_by_body on transmission.mail_in (body, arrived_at desc);

alter table transmission.announcement enable row level security;
alter table transmission.mail_out enable row level security;
alter table transmission.mail_out_file enable row level security;
alter table transmission.mail_in enable row level security;
create policy announcement_is_read on transmission.announcement for select to qalxan_app
  using ((select transmission.may('read')));
create policy announcement_is_noted on transmission.announcement for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[])
    or (select transmission.may('administer')));
create policy mail_out_is_read on transmission.mail_out for select to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('transmission', 'read', 'own')))
   or handling <= (select access.ceiling('transmission', 'read', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
create policy mail_out_is_queued on transmission.mail_out for insert to qalxan_app with check (
  (body = (select database.caller_body()) or 'system' = any ((select database.caller_roles())::text[]))
  and state = 'queued' and (compartment is null or access.in_compartment(compartment)));
create policy mail_out_moves on transmission.mail_out for update to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('transmission', 'update', 'own')))
   or handling <= (select access.ceiling('transmission', 'update', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
create policy mail_out_file_follows on transmission.mail_out_file for select to qalxan_app
  using (exists (select from transmission.mail_out m where m.id = mail));
create policy mail_out_file_is_queued on transmission.mail_out_file for insert to qalxan_app
  with check (exists (select from transmission.mail_out m where m.id = mail));
create policy mail_in_is_read on transmission.mail_in for select to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('transmission', 'read', 'own')))
   or handling <= (select access.ceiling('transmission', 'read', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
create policy mail_in_comes on transmission.mail_in for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));

grant select, insert on transmission.announcement to qalxan_app;
grant select, insert on transmission.mail_out to qalxan_app;
grant update (state, attempts, next_at, trouble, sealed_for, sent_at) on transmission.mail_out to qalxan_app;
grant select, insert on transmission.mail_out_file to qalxan_app;
grant select, insert on transmission.mail_in to qalxan_app;
