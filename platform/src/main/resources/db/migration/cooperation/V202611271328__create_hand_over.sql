set lock_timeout = '5s';

-- What the leaving officer tells the coming one. What changed and what runs out is kept as ids and
-- shown as far as the reader may see it, so a note tells of nothing that is out of sight.
create table cooperation.shift_note (
  id          uuid primary key,
  body        text not null,
  since       timestamptz not null,
  written_at  timestamptz not null,
  author      text not null,
  account     text not null default database.caller_account(),
  words       text not null,
  changed     uuid[] not null,
  running_out uuid[] not null,
  accepted_at timestamptz,
  accepted_by text not null default '',
  accepted_account text not null default '',
  remark      text not null default '',
  constraint shift_note_says_something check (words <> ''),
  constraint shift_note_accepted_whole check ((accepted_at is null) = (accepted_account = '')),
  constraint shift_note_taken_by_another check (accepted_account <> account)
);
create index shift_note_by_time on cooperation.shift_note (body, written_at desc);
grant select, insert on cooperation.shift_note to qalxan_app;
grant update (accepted_at, accepted_by, accepted_account, remark)
  on cooperation.shift_note to qalxan_app;
alter table cooperation.shift_note enable row level security;
create policy shift_note_is_read on cooperation.shift_note for select to qalxan_app using (
  body = (select database.caller_body())
    and (select access.ceiling('cooperation', 'read', 'own')) >= 0);
create policy shift_note_is_written on cooperation.shift_note for insert to qalxan_app with check (
  body = (select database.caller_body())
    and (select access.ceiling('cooperation', 'update', 'own')) >= 0);
create policy shift_note_is_accepted on cooperation.shift_note for update to qalxan_app using (
  body = (select database.caller_body()) and accepted_at is null
    and (select access.ceiling('cooperation', 'update', 'own')) >= 0)
  with check (body = (select database.caller_body()));
