set lock_timeout = '5s';

-- The UUID under which a body stands in sharing groups of MISP when nobody said another one.
create function exchange.misp_organisation(body text) returns uuid
  language sql immutable
  return overlay(overlay(md5('qalxan-body:' || body) placing '4' from 13) placing '8' from 17)::uuid;

-- A sharing group: whoever is not in it sees nothing of what is shared with it.
create table exchange.misp_group (
  number        bigint generated always as identity unique,
  uuid          uuid primary key,
  -- Who may change it: a body, or a server of another CERT.
  code          text not null,
  body          text not null,
  name          text not null
                constraint misp_group_name_length check (length(name) between 1 and 255),
  releasability text not null default '',
  active        boolean not null default true,
  -- As it was sent, without its organisations.
  content       text not null,
  changed_at    timestamptz not null
);
create table exchange.misp_group_organisation (
  group_uuid   uuid not null references exchange.misp_group,
  organisation uuid not null,
  name         text not null,
  primary key (group_uuid, organisation)
);

-- The sharing groups in which the caller's body is.
create function exchange.misp_circles() returns table (uuid uuid)
  language sql stable security definer set search_path = exchange, pg_catalog
  begin atomic
    select distinct g.uuid
      from exchange.misp_group g join exchange.misp_group_organisation o on o.group_uuid = g.uuid
     where g.active and database.caller_body() <> ''
       and (o.organisation = exchange.misp_organisation(database.caller_body())
         or exists (select from exchange.speaker s
                     where s.identity = 'identity--' || o.organisation::text
                       and s.body = database.caller_body() and s.confirmed_at is not null));
  end;
revoke execute on function exchange.misp_circles from public;
grant execute on function exchange.misp_circles to qalxan_app;

-- An event of MISP in a collection.
create table exchange.misp_event (
  number        bigint generated always as identity primary key,
  collection_id uuid not null references exchange.collection,
  uuid          uuid not null,
  -- Who may change it: a body, or a server of another CERT.
  code          text not null,
  -- The body that holds it; for distribution 0 the only one that sees it.
  body          text not null,
  sender        text not null,
  orgc          uuid not null,
  orgc_name     text not null,
  info          text not null,
  day           date not null,
  -- Seconds since 1970, as MISP counts versions.
  stamp         bigint not null,
  publish_stamp bigint not null default 0,
  published     boolean not null,
  distribution  smallint not null
                constraint misp_event_distribution_known check (distribution between 0 and 4),
  group_uuid    uuid references exchange.misp_group,
  handling      smallint not null
                constraint misp_event_handling_is_tlp check (handling between 0 and 4),
  tags          text[] not null,
  -- As it was sent, without attributes and objects.
  content       text not null,
  -- Members that MISP's format does not know.
  unknown       text[] not null,
  attributes    integer not null default 0,
  -- When its marking or distribution changed last, in seconds since 1970.
  marked        bigint not null,
  taken_at      timestamptz not null,
  -- Whether the collection's objects have yet to follow.
  shelf_due     boolean not null default true,
  -- Whether objects of the collection were made of it once.
  shelved       boolean not null default false,
  shelf_faults  text[] not null default '{}',
  unique (collection_id, uuid),
  constraint misp_event_group_named check ((distribution = 4) = (group_uuid is not null))
);
create index misp_event_newest on exchange.misp_event (collection_id, stamp desc, number desc);
create index misp_event_due on exchange.misp_event (number) where shelf_due;

-- An object of an event.
create table exchange.misp_object (
  number       bigint generated always as identity primary key,
  event_number bigint not null references exchange.misp_event,
  uuid         uuid not null,
  name         text not null,
  distribution smallint not null
               constraint misp_object_distribution_known check (distribution between 0 and 4),
  group_uuid   uuid references exchange.misp_group,
  -- As it was sent, without its attributes.
  content      text not null,
  unique (event_number, uuid)
);

-- An attribute of an event or of one of its objects, as narrow as everything it lies in.
create table exchange.misp_attribute (
  number        bigint generated always as identity primary key,
  event_number  bigint not null references exchange.misp_event,
  collection_id uuid not null,
  uuid          uuid not null,
  object_uuid   uuid,
  type          text collate "C" not null,
  category      text not null,
  value         text not null,
  -- The first eight bytes of the SHA-256 of the value in small letters, and of its parts.
  key           bigint not null,
  first_key     bigint,
  second_key    bigint,
  to_ids        boolean not null,
  deleted       boolean not null,
  stamp         bigint not null,
  body          text not null,
  distribution  smallint not null
                constraint misp_attribute_distribution_known check (distribution between 0 and 4),
  group_uuid    uuid,
  handling      smallint not null
                constraint misp_attribute_handling_is_tlp check (handling between 0 and 4),
  comment       text not null,
  relation      text not null,
  tags          text[] not null,
  content       text not null,
  unknown       text[] not null,
  unique (event_number, uuid)
);
create index misp_attribute_by_key on exchange.misp_attribute (key);
create index misp_attribute_by_first_key on exchange.misp_attribute (first_key)
  where first_key is not null;
create index misp_attribute_by_second_key on exchange.misp_attribute (second_key)
  where second_key is not null;
create index misp_attribute_by_uuid on exchange.misp_attribute (uuid);

-- Who received which version of an event by the door of MISP.
create table exchange.misp_delivery (
  event_number bigint not null references exchange.misp_event,
  account      text not null default database.caller_account(),
  body         text not null default database.caller_body(),
  receiver     text not null,
  door         text not null
               constraint misp_delivery_door_known check (door in ('view', 'search', 'feed', 'page',
                 'file', 'push')),
  stamp        bigint not null,
  first_at     timestamptz not null,
  last_at      timestamptz not null,
  times        integer not null default 1,
  primary key (event_number, account, door, stamp)
);

-- Notes that the caller received these events, of which it can see every one.
create function exchange.note_misp_delivery(receiver text, door text, now timestamptz,
    numbers bigint[], stamps bigint[]) returns void
  language sql security definer set search_path = exchange, pg_catalog
  begin atomic
    insert into exchange.misp_delivery as d (event_number, receiver, door, stamp, first_at, last_at)
    select s.number, receiver, door, s.stamp, now, now from unnest(numbers, stamps) s (number, stamp)
    on conflict (event_number, account, door, stamp) do update
       set last_at = excluded.last_at, times = d.times + 1;
  end;
revoke execute on function exchange.note_misp_delivery from public;
grant execute on function exchange.note_misp_delivery to qalxan_app;

-- Whether an event with that UUID is in a collection to which the caller may add.
create function exchange.misp_event_taken(collection uuid, wanted uuid) returns boolean
  language sql stable security definer set search_path = exchange, pg_catalog
  begin atomic
    select exists (select from exchange.misp_event e
                    where e.collection_id = collection and e.uuid = wanted
                      and collection in (select c.collection_id from exchange.caps('create') c));
  end;
revoke execute on function exchange.misp_event_taken from public;
grant execute on function exchange.misp_event_taken to qalxan_app;

grant select, insert, update (name, releasability, active, content, changed_at)
  on exchange.misp_group to qalxan_app;
grant select, insert, delete on exchange.misp_group_organisation to qalxan_app;
grant select, insert, update on exchange.misp_event to qalxan_app;
grant select, insert, update, delete on exchange.misp_object to qalxan_app;
grant select, insert, update, delete on exchange.misp_attribute to qalxan_app;
grant select on exchange.misp_delivery to qalxan_app;

alter table exchange.misp_group enable row level security;
create policy misp_group_is_seen on exchange.misp_group for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or body = (select database.caller_body())
  or uuid in (select c.uuid from exchange.misp_circles() c));
create policy misp_group_is_made on exchange.misp_group for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body()) and code = body
    and (select access.ceiling('exchange', 'create', 'own')) >= 0));
create policy misp_group_is_kept on exchange.misp_group for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body()) and code = body
    and (select access.ceiling('exchange', 'create', 'own')) >= 0));

alter table exchange.misp_group_organisation enable row level security;
create policy misp_group_organisation_is_seen on exchange.misp_group_organisation
  for select to qalxan_app using (exists (
    select from exchange.misp_group g where g.uuid = group_uuid));
create policy misp_group_organisation_is_kept on exchange.misp_group_organisation
  for all to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or exists (select from exchange.misp_group g
              where g.uuid = group_uuid and g.body = (select database.caller_body())
                and g.code = g.body
                and (select access.ceiling('exchange', 'create', 'own')) >= 0));

alter table exchange.misp_event enable row level security;
create policy misp_event_is_seen on exchange.misp_event for select to qalxan_app using (
  ((collection_id, handling) in (
      select o.collection_id, o.handling from exchange.openings('read') o)
    and (distribution between 1 and 3
      or body = (select database.caller_body())
      or 'system' = any ((select database.caller_roles())::text[])
      or (distribution = 4 and group_uuid in (select c.uuid from exchange.misp_circles() c))))
  -- what the caller sent to where it may only write
  or (body = (select database.caller_body()) and (collection_id, handling) in (
      select o.collection_id, o.handling from exchange.openings('create') o)));
create policy misp_event_is_added on exchange.misp_event for insert to qalxan_app with check (
  ((body = (select database.caller_body()) and code = body)
    or 'system' = any ((select database.caller_roles())::text[]))
  and (collection_id, handling) in (
    select o.collection_id, o.handling from exchange.openings('create') o));
create policy misp_event_is_kept on exchange.misp_event for update to qalxan_app using (
  (body = (select database.caller_body()) and code = body
    or 'system' = any ((select database.caller_roles())::text[]))
  and (collection_id, handling) in (
    select o.collection_id, o.handling from exchange.openings('create') o))
  with check (
  (body = (select database.caller_body()) and code = body
    or 'system' = any ((select database.caller_roles())::text[]))
  and (collection_id, handling) in (
    select o.collection_id, o.handling from exchange.openings('create') o));

alter table exchange.misp_object enable row level security;
create policy misp_object_is_seen on exchange.misp_object for select to qalxan_app using (
  exists (select from exchange.misp_event e where e.number = event_number
     and (misp_object.distribution between 1 and 3
       or e.body = (select database.caller_body())
       or 'system' = any ((select database.caller_roles())::text[])
       or (misp_object.distribution = 4
         and misp_object.group_uuid in (select c.uuid from exchange.misp_circles() c)))));
create policy misp_object_is_kept on exchange.misp_object for all to qalxan_app using (
  exists (select from exchange.misp_event e
           where e.number = event_number and (e.body = (select database.caller_body())
             and e.code = e.body
             or 'system' = any ((select database.caller_roles())::text[]))));

alter table exchange.misp_attribute enable row level security;
create policy misp_attribute_is_seen on exchange.misp_attribute for select to qalxan_app using (
  ((collection_id, handling) in (
      select o.collection_id, o.handling from exchange.openings('read') o)
    and (distribution between 1 and 3
      or body = (select database.caller_body())
      or 'system' = any ((select database.caller_roles())::text[])
      or (distribution = 4 and group_uuid in (select c.uuid from exchange.misp_circles() c))))
  or (body = (select database.caller_body()) and (collection_id, handling) in (
      select o.collection_id, o.handling from exchange.openings('create') o)));
create policy misp_attribute_is_added on exchange.misp_attribute for insert to qalxan_app with check (
  (body = (select database.caller_body())
    or 'system' = any ((select database.caller_roles())::text[]))
  and (collection_id, handling) in (
    select o.collection_id, o.handling from exchange.openings('create') o));
create policy misp_attribute_is_kept on exchange.misp_attribute for update to qalxan_app using (
  (body = (select database.caller_body())
    or 'system' = any ((select database.caller_roles())::text[]))
  and (collection_id, handling) in (
    select o.collection_id, o.handling from exchange.openings('create') o));
create policy misp_attribute_is_removed on exchange.misp_attribute for delete to qalxan_app using (
  (body = (select database.caller_body())
    or 'system' = any ((select database.caller_roles())::text[]))
  and (collection_id, handling) in (
    select o.collection_id, o.handling from exchange.openings('create') o));

alter table exchange.misp_delivery enable row level security;
create policy misp_delivery_is_seen on exchange.misp_delivery for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or body = (select database.caller_body())
  or (select access.ceiling('exchange', 'read', 'any')) >= 0
  or exists (select from exchange.misp_event e join exchange.collection c on c.id = e.collection_id
              where e.number = event_number and (e.body = (select database.caller_body())
                or c.body = (select database.caller_body()))));
