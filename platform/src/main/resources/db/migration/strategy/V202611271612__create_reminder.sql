set lock_timeout = '5s';

-- Who was reminded of which reporting date, how long before, and where: each once.
create table strategy.reminder (
  id         uuid primary key,
  due_on     date not null,
  ahead      text not null,
  body       text not null,
  address    text not null default '',
  at         timestamptz not null,
  measures   text[] not null,
  missed     boolean not null,
  state      text not null,
  detail     text not null default '',
  settled_at timestamptz,
  constraint reminder_once unique (due_on, ahead, body, address),
  constraint reminder_state_known check (state in ('handed', 'sent', 'failed', 'on-page'))
);
create index reminder_by_body on strategy.reminder (body, at desc);

grant select, insert on strategy.reminder to qalxan_app;
grant update (state, detail, settled_at) on strategy.reminder to qalxan_app;
alter table strategy.reminder enable row level security;
create policy reminder_is_read on strategy.reminder for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('strategy', 'read', 'own')) >= 0));
create policy reminder_is_sent on strategy.reminder for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[]));
create policy reminder_is_settled on strategy.reminder for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[]));
