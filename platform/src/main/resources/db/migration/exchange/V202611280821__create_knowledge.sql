set lock_timeout = '5s';

-- What is known of a version of an object, without its text: for looking up and for pictures.
create table exchange.knowledge_object (
  collection_id uuid not null,
  added         timestamptz not null,
  object_id     text collate "C" not null,
  type          text collate "C" not null,
  name          text not null,
  -- Who sent it.
  body          text not null default database.caller_body(),
  created       timestamptz,
  valid_from    timestamptz,
  valid_until   timestamptz,
  confidence    smallint,
  -- As in exchange.object_version, which they follow.
  handling      smallint not null,
  is_last       boolean not null,
  revoked       boolean not null,
  primary key (collection_id, added),
  foreign key (collection_id, added) references exchange.object_version on delete cascade
);
create index knowledge_object_by_id on exchange.knowledge_object (object_id, added desc);
create index knowledge_object_by_type
  on exchange.knowledge_object (type, added desc, collection_id) where is_last;

-- A value in the one form in which it is compared, once for each version that holds it. There is no
-- table of pairs: what has a value in common is found by the value.
create table exchange.knowledge_value (
  collection_id uuid not null,
  added         timestamptz not null,
  place         integer not null,
  kind          text collate "C" not null,
  value         text collate "C" not null,
  -- Whether the value alone is all that the object asks for.
  alone         boolean not null,
  -- Of the object, so that who looks up many values reads nothing but the index.
  object_id     text collate "C" not null,
  body          text not null,
  revoked       boolean not null,
  valid_until   timestamptz,
  confidence    smallint,
  handling      smallint not null,
  is_last       boolean not null,
  primary key (collection_id, added, place),
  foreign key (collection_id, added) references exchange.knowledge_object on delete cascade
);
create index knowledge_value_by_value on exchange.knowledge_value
  (value, kind, added desc, collection_id, place)
  include (handling, is_last, alone, object_id, body, revoked, valid_until, confidence);

-- That one object names another, and as what.
create table exchange.knowledge_link (
  collection_id uuid not null,
  added         timestamptz not null,
  place         integer not null,
  relation      text collate "C" not null,
  source        text collate "C" not null,
  target        text collate "C" not null,
  handling      smallint not null,
  is_last       boolean not null,
  primary key (collection_id, added, place),
  foreign key (collection_id, added) references exchange.knowledge_object on delete cascade
);
create index knowledge_link_by_source on exchange.knowledge_link (source, added desc);
create index knowledge_link_by_target on exchange.knowledge_link (target, added desc);

-- How wide the networks are of which there are any: an address is looked for in no others.
create table exchange.knowledge_width (
  six  boolean not null,
  bits smallint not null,
  primary key (six, bits)
);

-- Marking and place among the versions follow the version, in the same transaction.
create function exchange.follow_version() returns trigger
  language plpgsql security definer set search_path = exchange, pg_catalog as $$
begin
  update exchange.knowledge_object set handling = new.handling, is_last = new.is_last
   where collection_id = new.collection_id and added = new.added;
  update exchange.knowledge_value set handling = new.handling, is_last = new.is_last
   where collection_id = new.collection_id and added = new.added;
  update exchange.knowledge_link set handling = new.handling, is_last = new.is_last
   where collection_id = new.collection_id and added = new.added;
  return null;
end $$;
revoke execute on function exchange.follow_version from public;
create trigger knowledge_follows_version after update of handling, is_last
  on exchange.object_version for each row
  when (old.handling <> new.handling or old.is_last <> new.is_last)
  execute function exchange.follow_version();

grant select, insert, delete on exchange.knowledge_object to qalxan_app;
grant select, insert on exchange.knowledge_value, exchange.knowledge_link,
  exchange.knowledge_width to qalxan_app;

alter table exchange.knowledge_object enable row level security;
create policy knowledge_object_is_seen on exchange.knowledge_object for select to qalxan_app using (
  (collection_id, handling) in (select o.collection_id, o.handling from exchange.openings('read') o));
create policy knowledge_object_is_added on exchange.knowledge_object for insert to qalxan_app
  with check ((collection_id, handling) in (
    select o.collection_id, o.handling from exchange.openings('create') o));
create policy knowledge_object_is_redone on exchange.knowledge_object for delete to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

alter table exchange.knowledge_value enable row level security;
create policy knowledge_value_is_seen on exchange.knowledge_value for select to qalxan_app using (
  (collection_id, handling) in (select o.collection_id, o.handling from exchange.openings('read') o));
create policy knowledge_value_is_added on exchange.knowledge_value for insert to qalxan_app
  with check ((collection_id, handling) in (
    select o.collection_id, o.handling from exchange.openings('create') o));

alter table exchange.knowledge_link enable row level security;
create policy knowledge_link_is_seen on exchange.knowledge_link for select to qalxan_app using (
  (collection_id, handling) in (select o.collection_id, o.handling from exchange.openings('read') o));
create policy knowledge_link_is_added on exchange.knowledge_link for insert to qalxan_app
  with check ((collection_id, handling) in (
    select o.collection_id, o.handling from exchange.openings('create') o));

alter table exchange.knowledge_width enable row level security;
create policy knowledge_width_is_seen on exchange.knowledge_width for select to qalxan_app
  using (true);
create policy knowledge_width_is_noted on exchange.knowledge_width for insert to qalxan_app
  with check (exists (select from exchange.openings('create')));
