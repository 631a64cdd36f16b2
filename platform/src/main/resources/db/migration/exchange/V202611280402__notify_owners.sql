set lock_timeout = '5s';

-- What an owner is told at once: a bundle of concerns, with a day until which an answer is expected.
create table exchange.notice (
  id              uuid primary key,
  number          text not null constraint notice_number_once unique,
  body            text not null,
  handling        smallint not null constraint notice_handling_is_tlp check (handling between 0 and 4),
  owner_id        uuid not null references exchange.network_owner,
  grave           boolean not null,
  items           integer not null,
  state           text not null constraint notice_state_known check (state in
                  ('waiting', 'sent', 'stuck', 'opened', 'acknowledged', 'fixed', 'disputed', 'closed')),
  level           smallint not null default 0,
  made_at         timestamptz not null,
  due_at          timestamptz,
  sent_at         timestamptz,
  opened_at       timestamptz,
  acknowledged_at timestamptz,
  -- SHA-256 of what the link in it ends with.
  link_digest     text not null constraint notice_link_once unique,
  link_until      timestamptz not null
);
create index notice_by_body on exchange.notice (body, made_at desc, id);
create index notice_by_owner on exchange.notice (owner_id, made_at desc);
create index notice_due on exchange.notice (due_at) where due_at is not null;

create table exchange.notice_item (
  notice_id  uuid not null references exchange.notice,
  concern_id uuid not null references exchange.concern,
  times      integer not null,
  last_at    timestamptz not null,
  again      boolean not null,
  primary key (notice_id, concern_id)
);
create index notice_item_by_concern on exchange.notice_item (concern_id);

-- Every mail that carried it, and what became of each.
create table exchange.notice_mail (
  id         uuid primary key,
  notice_id  uuid not null references exchange.notice,
  channel_id uuid not null references exchange.owner_channel,
  kind       text not null constraint notice_mail_kind_known
             check (kind in ('notice', 'fallback', 'reminder', 'superior')),
  state      text not null default 'queued' constraint notice_mail_state_known
             check (state in ('queued', 'sent', 'failed', 'bounced')),
  trouble    text not null default '',
  at         timestamptz not null,
  moved_at   timestamptz
);
create index notice_mail_by_notice on exchange.notice_mail (notice_id, at);

create table exchange.notice_step (
  id        uuid primary key default uuidv7(),
  notice_id uuid not null references exchange.notice,
  at        timestamptz not null,
  kind      text not null,
  author    text not null default '',
  account   text not null default database.caller_account(),
  detail    text not null default '',
  words     text not null default '' constraint notice_step_words_length check (length(words) <= 2000)
);
create index notice_step_by_notice on exchange.notice_step (notice_id, id);

-- What the program cannot settle: a person has to.
create table exchange.notice_work (
  id        uuid primary key default uuidv7(),
  body      text not null,
  handling  smallint not null,
  kind      text not null constraint notice_work_kind_known check (kind in ('no-owner', 'no-contact',
            'bounced', 'not-sent', 'key-ended', 'overdue', 'disputed', 'damaged')),
  subject   text not null,
  owner_id  uuid references exchange.network_owner,
  notice_id uuid references exchange.notice,
  feed_id   uuid references exchange.feed,
  detail    text not null default '',
  amount    integer not null default 1,
  raised_at timestamptz not null,
  done_at   timestamptz,
  done_by   text not null default '',
  account   text not null default '',
  words     text not null default '' constraint notice_work_words_length check (length(words) <= 2000)
);
create unique index notice_work_once on exchange.notice_work (body, kind, subject) where done_at is null;
create index notice_work_open on exchange.notice_work (body, raised_at) where done_at is null;

grant select, insert, update (state, level, due_at, sent_at, opened_at, acknowledged_at)
  on exchange.notice to qalxan_app;
grant select, insert on exchange.notice_item, exchange.notice_step to qalxan_app;
grant select, insert, update (state, trouble, moved_at) on exchange.notice_mail to qalxan_app;
grant select, insert, update (amount, detail, done_at, done_by, account, words)
  on exchange.notice_work to qalxan_app;

alter table exchange.notice enable row level security;
create policy notice_is_seen on exchange.notice for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('notice', 'create', 'own')))
  or handling <= (select access.ceiling('notice', 'read', 'any'))
  or (handling <= (select access.ceiling('notice', 'read', 'own'))
    and exists (select from exchange.network_owner o
      where o.id = owner_id and o.owner_body <> '' and o.owner_body = database.caller_body())));
create policy notice_is_written on exchange.notice for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy notice_moves on exchange.notice for update to qalxan_app using (
  exchange.keeps(body)
  or (handling <= (select access.ceiling('notice', 'update', 'own'))
    and exists (select from exchange.network_owner o
      where o.id = owner_id and o.owner_body <> '' and o.owner_body = database.caller_body())));

alter table exchange.notice_item enable row level security;
create policy notice_item_is_seen on exchange.notice_item for select to qalxan_app
  using (exists (select from exchange.notice n where n.id = notice_id));
create policy notice_item_is_written on exchange.notice_item for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));

alter table exchange.notice_mail enable row level security;
create policy notice_mail_is_seen on exchange.notice_mail for select to qalxan_app
  using (exists (select from exchange.notice n where n.id = notice_id));
create policy notice_mail_is_written on exchange.notice_mail for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy notice_mail_moves on exchange.notice_mail for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

alter table exchange.notice_step enable row level security;
create policy notice_step_is_seen on exchange.notice_step for select to qalxan_app
  using (exists (select from exchange.notice n where n.id = notice_id));
create policy notice_step_is_noted on exchange.notice_step for insert to qalxan_app
  with check (exists (select from exchange.notice n where n.id = notice_id));

alter table exchange.notice_work enable row level security;
create policy notice_work_is_seen on exchange.notice_work for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('notice', 'create', 'own')))
  or handling <= (select access.ceiling('notice', 'read', 'any')));
create policy notice_work_is_raised on exchange.notice_work for insert to qalxan_app with check (
  exchange.keeps(body)
  or exists (select from exchange.notice n where n.id = notice_id and n.body = notice_work.body));
create policy notice_work_is_done on exchange.notice_work for update to qalxan_app
  using (exchange.keeps(body));
