set lock_timeout = '5s';

-- Every ETSI message that came or went, as it was, also when it could not be read; append-only.
create table operators.message (
  id          uuid primary key,
  at          timestamptz not null,
  direction   text not null,
  body        text not null,
  transaction text not null,
  verdict     text not null,
  findings    jsonb not null,
  sha256      text not null,
  content     bytea not null,
  constraint message_direction_known check (direction in ('in', 'out')),
  constraint message_verdict_known check (verdict in ('understood', 'malformed', 'refused')),
  constraint message_bytes_bounded check (octet_length(content) <= 33554432)
);
create index message_by_body on operators.message (body, at desc);

grant select, insert on operators.message to qalxan_app;
alter table operators.message enable row level security;
create policy message_is_read on operators.message for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[]) or
  body = (select database.caller_body())
  and (select access.ceiling('operators', 'read', 'own')) >= 0);
create policy message_is_kept on operators.message for insert to qalxan_app with check (
  body = (select database.caller_body())
  and (select greatest(access.ceiling('operators', 'update', 'own'),
    access.ceiling('operators', 'create', 'own'))) >= 0);
