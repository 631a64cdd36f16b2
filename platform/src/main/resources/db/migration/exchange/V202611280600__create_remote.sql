set lock_timeout = '5s';

-- A TAXII 2.1 server of another CERT, from whose collection one of ours is filled.
create table exchange.remote (
  id              uuid primary key default uuidv7(),
  body            text not null default database.caller_body(),
  -- Under which code its objects are kept: nobody else may add versions to them.
  code            text not null unique
                  constraint remote_code_form check (code ~ '^[a-z][a-z0-9-]{1,38}$'),
  title           text not null
                  constraint remote_title_length check (length(title) between 1 and 200),
  root            text not null
                  constraint remote_root_length check (length(root) between 8 and 500),
  collection      text not null
                  constraint remote_collection_length check (length(collection) between 1 and 200),
  username        text not null
                  constraint remote_username_length check (length(username) <= 200),
  -- Closed with a key that lies in the data folder.
  secret          bytea not null,
  into_id         uuid not null references exchange.collection,
  -- The narrowest marking that is taken from it.
  ceiling         smallint not null
                  constraint remote_ceiling_is_tlp check (ceiling between 0 and 4),
  -- How far every round reads back: servers of others add with moments that already went by.
  overlap_seconds integer not null
                  constraint remote_overlap_bounded check (overlap_seconds between 0 and 604800),
  every_minutes   integer not null
                  constraint remote_every_bounded check (every_minutes between 1 and 1440),
  registered_at   timestamptz not null,
  registered_by   text not null,
  stopped_at      timestamptz,
  -- Up to which moment of the server everything is here.
  reached         timestamptz,
  next_at         timestamptz not null,
  tried_at        timestamptz,
  succeeded_at    timestamptz,
  failures        integer not null default 0,
  trouble         text not null default '',
  trouble_words   text not null default '',
  received        bigint not null default 0,
  taken           bigint not null default 0,
  refused         bigint not null default 0
);
create index remote_due on exchange.remote (next_at) where stopped_at is null;

grant select, insert, update (title, username, secret, ceiling, overlap_seconds, every_minutes,
  stopped_at, reached, next_at, tried_at, succeeded_at, failures, trouble, trouble_words, received,
  taken, refused) on exchange.remote to qalxan_app;

alter table exchange.remote enable row level security;
create policy remote_is_seen on exchange.remote for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('exchange', 'read', 'own')) >= 0));
create policy remote_is_registered on exchange.remote for insert to qalxan_app with check (
  body = (select database.caller_body())
  and (select access.ceiling('exchange', 'update', 'own')) >= 0
  and exists (select from exchange.collection c
               where c.id = into_id and c.body = (select database.caller_body())));
create policy remote_is_kept on exchange.remote for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('exchange', 'update', 'own')) >= 0));
