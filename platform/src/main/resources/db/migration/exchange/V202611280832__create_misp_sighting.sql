set lock_timeout = '5s';

-- That somebody saw what an attribute says, or says that it is a false positive.
create table exchange.misp_sighting (
  number         bigint generated always as identity primary key,
  uuid           uuid not null,
  event_number   bigint not null references exchange.misp_event,
  attribute_uuid uuid not null,
  -- 0 seen, 1 false positive, 2 expired
  type           smallint not null
                 constraint misp_sighting_type_known check (type between 0 and 2),
  source         text not null
                 constraint misp_sighting_source_length check (length(source) <= 255),
  -- Seconds since 1970.
  seen           bigint not null,
  body           text not null default database.caller_body(),
  account        text not null default database.caller_account(),
  taken_at       timestamptz not null,
  shelf_due      boolean not null default true,
  unique (event_number, attribute_uuid, uuid)
);
create index misp_sighting_due on exchange.misp_sighting (number) where shelf_due;

grant select, insert, update (shelf_due) on exchange.misp_sighting to qalxan_app;

alter table exchange.misp_sighting enable row level security;
create policy misp_sighting_is_seen on exchange.misp_sighting for select to qalxan_app using (
  exists (select from exchange.misp_attribute a
           where a.event_number = misp_sighting.event_number and a.uuid = attribute_uuid));
create policy misp_sighting_is_added on exchange.misp_sighting for insert to qalxan_app with check (
  (body = (select database.caller_body())
    or 'system' = any ((select database.caller_roles())::text[]))
  and exists (select from exchange.misp_attribute a
               where a.event_number = misp_sighting.event_number and a.uuid = attribute_uuid
                 and a.collection_id in (
                   select c.collection_id from exchange.caps('create') c)));
create policy misp_sighting_is_shelved on exchange.misp_sighting for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
