set lock_timeout = '5s';

-- Where reports of trouble come from.
create table exchange.feed (
  id         uuid primary key default uuidv7(),
  body       text not null default database.caller_body(),
  handling   smallint not null constraint feed_handling_is_tlp check (handling between 0 and 4),
  name       text not null constraint feed_name_length check (length(name) between 2 and 120),
  usual_type text not null default '',
  -- Its owners are told at once, not once a day.
  at_once    boolean not null default false,
  opened_at  timestamptz not null,
  opened_by  text not null,
  closed_at  timestamptz,
  constraint feed_name_once unique (body, name)
);

-- What a feed handed over at once, as it came: the queue. Sent again under its key it is taken once.
create table exchange.feed_batch (
  id        bigint generated always as identity primary key,
  feed_id   uuid not null references exchange.feed,
  body      text not null,
  handling  smallint not null,
  key       text not null constraint feed_batch_key_form check (length(key) between 1 and 100),
  digest    text not null,
  content   bytea not null,
  state     text not null default 'waiting' constraint feed_batch_state_known
            check (state in ('waiting', 'done', 'failed')),
  attempts  integer not null default 0,
  taken_at  timestamptz not null,
  taken_by  text not null,
  done_at   timestamptz,
  seen      integer not null default 0,
  unowned   integer not null default 0,
  damaged   integer not null default 0,
  damage    jsonb not null default '[]',
  constraint feed_batch_once unique (feed_id, key)
);
create index feed_batch_waiting on exchange.feed_batch (id) where state = 'waiting';
create index feed_batch_by_feed on exchange.feed_batch (feed_id, id desc);

-- Trouble at one place of one owner, however often it was seen. Without an owner it waits for one.
create table exchange.concern (
  id          uuid primary key,
  body        text not null,
  handling    smallint not null,
  feed_id     uuid not null references exchange.feed,
  batch_id    bigint not null,
  owner_id    uuid references exchange.network_owner,
  held        text not null default '',
  type        text not null,
  grave       boolean not null,
  at_once     boolean not null,
  identifier  text not null,
  place       text not null,
  ip          text not null,
  asn         bigint not null,
  domain      text not null,
  port        integer not null,
  url         text not null,
  evidence    jsonb not null,
  first_at    timestamptz not null,
  last_at     timestamptz not null,
  times       integer not null,
  state       text not null constraint concern_state_known
              check (state in ('unowned', 'new', 'told', 'fixed', 'again', 'disputed', 'gone')),
  told_at     timestamptz,
  fixed_at    timestamptz,
  constraint concern_seen_in_order check (first_at <= last_at),
  constraint concern_owner_whole check ((owner_id is null) = (state = 'unowned'))
) with (fillfactor = 80);
create index concern_to_tell on exchange.concern (owner_id, last_at) where state in ('new', 'again');
create index concern_told on exchange.concern (owner_id, told_at) where state = 'told';
create index concern_unowned on exchange.concern (body, last_at desc) where state = 'unowned';

grant select, insert, update (closed_at) on exchange.feed to qalxan_app;
grant select, insert (feed_id, body, handling, key, digest, content, taken_at, taken_by),
  update (state, attempts, done_at, seen, unowned, damaged, damage) on exchange.feed_batch to qalxan_app;
grant select, insert, update (last_at, first_at, times, evidence, state, told_at, fixed_at, batch_id,
  handling, at_once) on exchange.concern to qalxan_app;

alter table exchange.feed enable row level security;
create policy feed_is_seen on exchange.feed for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('notice', 'create', 'own')))
  or handling <= (select access.ceiling('notice', 'read', 'any')));
create policy feed_is_opened on exchange.feed for insert to qalxan_app
  with check (exchange.keeps(body));
create policy feed_is_kept on exchange.feed for update to qalxan_app
  using (exchange.keeps(body));

alter table exchange.feed_batch enable row level security;
create policy feed_batch_is_seen on exchange.feed_batch for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('notice', 'create', 'own'))));
create policy feed_batch_is_taken on exchange.feed_batch for insert to qalxan_app with check (
  body = (select database.caller_body()) and exchange.keeps(body)
  and exists (select from exchange.feed f where f.id = feed_id));
create policy feed_batch_is_done on exchange.feed_batch for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

alter table exchange.concern enable row level security;
create policy concern_is_seen on exchange.concern for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('notice', 'create', 'own')))
  or handling <= (select access.ceiling('notice', 'read', 'any'))
  or (told_at is not null and exists (select from exchange.network_owner o
    where o.id = owner_id and o.owner_body <> '' and o.owner_body = database.caller_body())));
create policy concern_is_found on exchange.concern for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy concern_moves on exchange.concern for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or exists (select from exchange.network_owner o
    where o.id = owner_id and (exchange.keeps(o.body)
      or (o.owner_body = database.caller_body() and access.ceiling('notice', 'update', 'own') >= 0))));
