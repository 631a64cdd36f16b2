set lock_timeout = '5s';

-- The moment of the newest object of a collection. Whoever adds to the collection holds this row
-- until the end of the transaction, so moments are in the order of commits: whoever reads on from a
-- moment misses nothing.
create table exchange.tail (
  collection_id uuid primary key references exchange.collection,
  last_added    timestamptz not null
);

-- One version of an object in a collection, as it was received.
create table exchange.object_version (
  collection_id uuid not null references exchange.collection,
  -- Unique in its collection, and later than that of every version that came before.
  added         timestamptz not null,
  object_id     text collate "C" not null,
  type          text collate "C" not null,
  -- As it is written.
  version       text collate "C" not null,
  -- In a form in which moments compare as texts.
  version_key   text collate "C" not null,
  spec_version  text collate "C" not null,
  -- The most restrictive of its markings, or of those of its newest version.
  handling      smallint not null
                constraint object_version_handling_is_tlp check (handling between 0 and 4),
  pap           smallint constraint object_version_pap_known check (pap between 0 and 3),
  created_by    text collate "C" not null default '',
  revoked       boolean not null default false,
  is_first      boolean not null,
  is_last       boolean not null,
  body          text not null default database.caller_body(),
  account       text not null default database.caller_account(),
  sender        text not null,
  -- SHA-256 of what it means: the same however its members are ordered.
  meaning       bytea not null,
  content       text not null,
  primary key (collection_id, added)
);
create unique index object_version_once
  on exchange.object_version (collection_id, object_id, version_key);
create index object_version_last on exchange.object_version (collection_id, added) where is_last;
create index object_version_by_type
  on exchange.object_version (collection_id, type, added) where is_last;

-- What is kept of an object that was deleted: whose it was, and whether it was revoked for good.
create table exchange.removed (
  collection_id uuid not null references exchange.collection,
  object_id     text collate "C" not null,
  body          text not null,
  created_by    text collate "C" not null,
  revoked       boolean not null,
  version_key   text collate "C" not null,
  removed_at    timestamptz not null,
  removed_by    text not null,
  primary key (collection_id, object_id)
);

-- Objects that were refused although a sender may send: for people to look at.
create table exchange.quarantine (
  id            uuid primary key default uuidv7(),
  collection_id uuid not null references exchange.collection,
  at            timestamptz not null,
  object_id     text not null,
  version       text not null,
  reason        text not null,
  handling      smallint not null
                constraint quarantine_handling_is_tlp check (handling between 0 and 4),
  body          text not null default database.caller_body(),
  sender        text not null,
  content       text not null,
  seen_at       timestamptz,
  seen_by       text not null default ''
);
create index quarantine_by_collection on exchange.quarantine (collection_id, at desc);

-- Under which identity object (created_by_ref) a body speaks; two people say so.
create table exchange.speaker (
  identity     text collate "C" primary key
               constraint speaker_identity_form check (identity ~ '^identity--[0-9a-f-]{36}$'),
  body         text not null default database.caller_body(),
  claimed_at   timestamptz not null,
  claimed_by   text not null,
  claimant     text not null default database.caller_account(),
  confirmed_at timestamptz,
  confirmed_by text not null default ''
);

-- Who received what: the moments of exactly those versions that went out together.
create table exchange.delivery (
  id            uuid primary key default uuidv7(),
  collection_id uuid not null references exchange.collection,
  at            timestamptz not null,
  door          text not null
                constraint delivery_door_known check (door in ('taxii', 'page', 'api')),
  what          text not null
                constraint delivery_what_known check (what in ('objects', 'manifest', 'versions')),
  body          text not null default database.caller_body(),
  account       text not null default database.caller_account(),
  receiver      text not null,
  objects       integer not null,
  moments       int8multirange not null
);
create index delivery_by_collection on exchange.delivery (collection_id, at desc);
create index delivery_by_moments on exchange.delivery using gist (moments);

-- Each collection and marking up to which the caller may do it.
create function exchange.openings(verb text)
  returns table (collection_id uuid, handling smallint)
  language sql stable
  begin atomic
    select c.collection_id, rank::smallint
      from exchange.caps(verb) c cross join lateral generate_series(0, c.cap) rank;
  end;

-- What is known of objects that a caller wants to add to: also of those that it may not read.
create function exchange.history(collection uuid, ids text[]) returns table (
    object_id text, version_key text, meaning bytea, revoked boolean, is_last boolean, body text,
    created_by text, handling smallint)
  language sql stable security definer set search_path = exchange, pg_catalog
  begin atomic
    select v.object_id, v.version_key, v.meaning, v.revoked, v.is_last, v.body, v.created_by,
           v.handling
      from exchange.object_version v
     where v.collection_id = collection and v.object_id = any (ids)
       and collection in (select c.collection_id from exchange.caps('create') c)
    union all
    select r.object_id, r.version_key, null, r.revoked, false, r.body, r.created_by, 0::smallint
      from exchange.removed r
     where r.collection_id = collection and r.object_id = any (ids)
       and collection in (select c.collection_id from exchange.caps('create') c);
  end;
revoke execute on function exchange.history from public;
grant execute on function exchange.history to qalxan_app;

-- The marking definitions of a collection, for whoever may add to it.
create function exchange.marking_definitions(collection uuid, ids text[])
  returns table (object_id text, content text)
  language sql stable security definer set search_path = exchange, pg_catalog
  begin atomic
    select v.object_id, v.content
      from exchange.object_version v
     where v.collection_id = collection and v.object_id = any (ids)
       and v.type = 'marking-definition' and v.is_last
       and collection in (select c.collection_id from exchange.caps('create') c);
  end;
revoke execute on function exchange.marking_definitions from public;
grant execute on function exchange.marking_definitions to qalxan_app;

-- Says anew which version is the first and which the last, and closes earlier versions to whomever
-- the newest is closed to.
create function exchange.settle(collection uuid, ids text[]) returns void
  language plpgsql security definer set search_path = exchange, pg_catalog as $$
begin
  if collection not in (select c.collection_id from exchange.caps('create') c) then
    return;
  end if;
  update exchange.object_version v
     set is_first = o.first, is_last = o.last, handling = greatest(v.handling, o.newest)
    from (select n.added,
                 row_number() over (partition by n.object_id order by n.version_key) = 1 as first,
                 row_number() over (partition by n.object_id order by n.version_key desc) = 1
                   as last,
                 first_value(n.handling) over (partition by n.object_id
                   order by n.version_key desc) as newest
            from exchange.object_version n
           where n.collection_id = collection and n.object_id = any (ids)) o
   where v.collection_id = collection and v.added = o.added
     and (v.is_first <> o.first or v.is_last <> o.last or v.handling < o.newest);
end $$;
revoke execute on function exchange.settle from public;
grant execute on function exchange.settle to qalxan_app;

grant select, insert, update (last_added) on exchange.tail to qalxan_app;
grant select, insert, delete on exchange.object_version to qalxan_app;
grant select, insert, update (revoked, version_key, removed_at, removed_by)
  on exchange.removed to qalxan_app;
grant select, insert, update (seen_at, seen_by) on exchange.quarantine to qalxan_app;
grant select, insert, update (confirmed_at, confirmed_by), delete on exchange.speaker to qalxan_app;
grant select, insert on exchange.delivery to qalxan_app;

alter table exchange.tail enable row level security;
create policy tail_is_seen on exchange.tail for select to qalxan_app
  using (collection_id in (select c.collection_id from exchange.caps('create') c
                           union all select c.collection_id from exchange.caps('read') c));
create policy tail_is_begun on exchange.tail for insert to qalxan_app
  with check (exists (select from exchange.collection c
                       where c.id = collection_id and c.body = (select database.caller_body()))
    or 'system' = any ((select database.caller_roles())::text[]));
create policy tail_moves on exchange.tail for update to qalxan_app
  using (collection_id in (select c.collection_id from exchange.caps('create') c));

alter table exchange.object_version enable row level security;
create policy object_version_is_seen on exchange.object_version for select to qalxan_app using (
  (collection_id, handling) in (select o.collection_id, o.handling from exchange.openings('read') o));
create policy object_version_is_added on exchange.object_version for insert to qalxan_app
  with check (body = (select database.caller_body())
    and (collection_id, handling) in (
      select o.collection_id, o.handling from exchange.openings('create') o));
create policy object_version_is_removed on exchange.object_version for delete to qalxan_app using (
  (body = (select database.caller_body())
    or exists (select from exchange.collection c
                where c.id = collection_id and c.body = (select database.caller_body())))
  and (collection_id, handling) in (
    select o.collection_id, o.handling from exchange.openings('create') o));

alter table exchange.removed enable row level security;
create policy removed_is_seen on exchange.removed for select to qalxan_app using (
  exists (select from exchange.collection c
           where c.id = collection_id and c.body = (select database.caller_body()))
  or body = (select database.caller_body()));
create policy removed_is_noted on exchange.removed for insert to qalxan_app
  with check (collection_id in (select c.collection_id from exchange.caps('create') c));
create policy removed_moves on exchange.removed for update to qalxan_app
  using (collection_id in (select c.collection_id from exchange.caps('create') c));

alter table exchange.quarantine enable row level security;
create policy quarantine_is_seen on exchange.quarantine for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (handling <= (select access.ceiling('exchange', 'read', 'own'))
    and (body = (select database.caller_body())
      or exists (select from exchange.collection c
                  where c.id = collection_id and c.body = (select database.caller_body())))));
create policy quarantine_is_filled on exchange.quarantine for insert to qalxan_app
  with check (body = (select database.caller_body())
    and collection_id in (select c.collection_id from exchange.caps('create') c));
create policy quarantine_is_looked_at on exchange.quarantine for update to qalxan_app using (
  (select access.ceiling('exchange', 'update', 'own')) >= 0
  and exists (select from exchange.collection c
               where c.id = collection_id and c.body = (select database.caller_body())));

alter table exchange.speaker enable row level security;
create policy speaker_is_seen on exchange.speaker for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (select access.ceiling('exchange', 'read', 'own')) >= 0
  or (select access.ceiling('exchange', 'create', 'own')) >= 0);
create policy speaker_is_claimed on exchange.speaker for insert to qalxan_app with check (
  body = (select database.caller_body()) and confirmed_at is null
  and (select access.ceiling('exchange', 'update', 'own')) >= 0);
create policy speaker_is_confirmed on exchange.speaker for update to qalxan_app using (
  body = (select database.caller_body()) and confirmed_at is null
  and claimant <> (select database.caller_account())
  and (select access.ceiling('exchange', 'decide', 'own')) >= 0)
  with check (body = (select database.caller_body()));
create policy speaker_is_given_up on exchange.speaker for delete to qalxan_app using (
  body = (select database.caller_body())
  and (select access.ceiling('exchange', 'update', 'own')) >= 0);

alter table exchange.delivery enable row level security;
create policy delivery_is_seen on exchange.delivery for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or body = (select database.caller_body())
  or exists (select from exchange.collection c
              where c.id = collection_id and c.body = (select database.caller_body()))
  or (select access.ceiling('exchange', 'read', 'any')) >= 0);
create policy delivery_is_noted on exchange.delivery for insert to qalxan_app with check (
  body = (select database.caller_body())
  and collection_id in (select c.collection_id from exchange.caps('read') c));
