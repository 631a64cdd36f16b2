set lock_timeout = '5s';

-- When the object was made, in a form in which moments compare as texts: all versions of an object
-- have it in common. Empty for what carries none, and for what was taken before it was kept.
alter table exchange.object_version
  add column created_key text collate "C" not null default '';

-- What the sender was told, with the place and the rule; and what the same object is known by.
alter table exchange.quarantine add column words text not null default '';
alter table exchange.quarantine add column digest bytea;
create unique index quarantine_once
  on exchange.quarantine (collection_id, body, object_id, reason, digest) where seen_at is null;

-- What decides over objects that a caller wants to add, however many versions there are: also what
-- it may not read.
create function exchange.past(collection uuid, ids text[], keys text[], meanings bytea[])
  returns table (object_id text, version_key text, meaning bytea, revoked boolean, body text,
    created_by text, created text)
  language sql stable security definer set search_path = exchange, pg_catalog
  begin atomic
    select v.object_id, v.version_key, v.meaning, v.revoked, v.body, v.created_by, v.created_key
      from exchange.object_version v
     where v.collection_id = collection and v.object_id = any (ids)
       and (v.is_first or v.is_last or v.revoked or v.version_key = any (keys)
         or v.meaning = any (meanings))
       and collection in (select c.collection_id from exchange.caps('create') c)
    union all
    select r.object_id, r.version_key, null, r.revoked, r.body, r.created_by, ''
      from exchange.removed r
     where r.collection_id = collection and r.object_id = any (ids)
       and collection in (select c.collection_id from exchange.caps('create') c);
  end;
revoke execute on function exchange.past from public;
grant execute on function exchange.past to qalxan_app;
drop function exchange.history;
