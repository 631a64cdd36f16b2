set lock_timeout = '5s';

-- A MISP server or feed of another CERT; nothing is read or pushed until a second person admits it.
create table exchange.misp_remote (
  id            uuid primary key default uuidv7(),
  body          text not null default database.caller_body(),
  -- Under which code its events are kept: nobody else may change them.
  code          text not null unique
                constraint misp_remote_code_form check (code ~ '^[a-z][a-z0-9-]{1,38}$'),
  title         text not null
                constraint misp_remote_title_length check (length(title) between 1 and 200),
  kind          text not null
                constraint misp_remote_kind_known check (kind in ('server', 'feed')),
  address       text not null
                constraint misp_remote_address_length check (length(address) between 8 and 500),
  -- Closed with a key that lies in the data folder.
  secret        bytea not null,
  into_id       uuid not null references exchange.collection,
  -- The narrowest marking that is taken from it and pushed to it.
  ceiling       smallint not null
                constraint misp_remote_ceiling_is_tlp check (ceiling between 0 and 4),
  pulls         boolean not null,
  pushes        boolean not null,
  every_minutes integer not null
                constraint misp_remote_every_bounded check (every_minutes between 1 and 1440),
  registered_at timestamptz not null,
  registered_by text not null,
  registrant    text not null default database.caller_account(),
  admitted_at   timestamptz,
  admitted_by   text not null default '',
  admitter      text,
  stopped_at    timestamptz,
  next_at       timestamptz not null,
  tried_at      timestamptz,
  succeeded_at  timestamptz,
  failures      integer not null default 0,
  trouble       text not null default '',
  trouble_words text not null default '',
  constraint misp_remote_two_people check (admitter <> registrant),
  constraint misp_remote_feed_is_read check (kind = 'server' or not pushes)
);

-- What became of the newest version of an event that came from there, or went there.
create table exchange.misp_remote_event (
  remote_id  uuid not null references exchange.misp_remote,
  way        text not null
             constraint misp_remote_event_way_known check (way in ('in', 'out')),
  event_uuid uuid not null,
  stamp      bigint not null,
  at         timestamptz not null,
  -- Why it was refused; empty when it was taken.
  fault      text not null,
  primary key (remote_id, way, event_uuid)
);
create index misp_remote_event_refused on exchange.misp_remote_event (remote_id, at desc)
  where fault <> '';

grant select, insert, update (admitted_at, admitted_by, admitter, stopped_at, secret, next_at, tried_at,
  succeeded_at, failures, trouble, trouble_words) on exchange.misp_remote to qalxan_app;
grant select, insert, update (stamp, at, fault) on exchange.misp_remote_event to qalxan_app;

alter table exchange.misp_remote enable row level security;
create policy misp_remote_is_seen on exchange.misp_remote for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('exchange', 'read', 'own')) >= 0));
create policy misp_remote_is_registered on exchange.misp_remote for insert to qalxan_app
  with check (
  body = (select database.caller_body()) and admitted_at is null
  and (select access.ceiling('exchange', 'update', 'own')) >= 0
  and exists (select from exchange.collection c
               where c.id = into_id and c.body = (select database.caller_body())));
create policy misp_remote_is_kept on exchange.misp_remote for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('exchange', 'update', 'own')) >= 0));

alter table exchange.misp_remote_event enable row level security;
create policy misp_remote_event_is_seen on exchange.misp_remote_event for select to qalxan_app
  using (exists (select from exchange.misp_remote r where r.id = remote_id));
create policy misp_remote_event_is_noted on exchange.misp_remote_event for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy misp_remote_event_moves on exchange.misp_remote_event for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
