set lock_timeout = '5s';

-- That events of a body held an indicator's value: one row a day.
create table exchange.knowledge_sighting (
  collection_id uuid not null references exchange.collection,
  object_id     text collate "C" not null,
  body          text not null,
  day           date not null,
  first_at      timestamptz not null,
  last_at       timestamptz not null,
  times         bigint not null,
  handling      smallint not null
                constraint knowledge_sighting_handling_is_tlp check (handling between 0 and 4),
  primary key (object_id, collection_id, body, day)
);

-- What a body says of an indicator: that it was right, or a false alarm. The newest of a body holds.
create table exchange.knowledge_verdict (
  id            uuid primary key default uuidv7(),
  collection_id uuid not null references exchange.collection,
  object_id     text collate "C" not null,
  body          text not null default database.caller_body(),
  account       text not null default database.caller_account(),
  author        text not null,
  verdict       text not null
                constraint knowledge_verdict_known check (verdict in ('false', 'confirmed')),
  reason        text not null constraint knowledge_verdict_reason_length
                check (length(reason) between 10 and 2000),
  at            timestamptz not null,
  -- The opinion object that told it to the collection; empty where it could not be put there.
  opinion_id    text not null default '',
  handling      smallint not null
                constraint knowledge_verdict_handling_is_tlp check (handling between 0 and 4)
);
create index knowledge_verdict_by_object on exchange.knowledge_verdict (object_id, at desc, id);

grant select, insert, update (first_at, last_at, times, handling)
  on exchange.knowledge_sighting to qalxan_app;
grant select, insert on exchange.knowledge_verdict to qalxan_app;

alter table exchange.knowledge_sighting enable row level security;
create policy knowledge_sighting_is_seen on exchange.knowledge_sighting for select to qalxan_app
  using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('exchange', 'read', 'own')))
  or handling <= (select access.ceiling('exchange', 'read', 'any')));
create policy knowledge_sighting_is_noted on exchange.knowledge_sighting for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy knowledge_sighting_goes_on on exchange.knowledge_sighting for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

-- Its body, the owner of the collection and whoever sent the indicator hear of a verdict.
alter table exchange.knowledge_verdict enable row level security;
create policy knowledge_verdict_is_seen on exchange.knowledge_verdict for select to qalxan_app
  using (
  'system' = any ((select database.caller_roles())::text[])
  or (handling <= (select access.ceiling('exchange', 'read', 'own'))
    and (body = (select database.caller_body())
      or exists (select from exchange.collection c
                  where c.id = collection_id and c.body = (select database.caller_body()))
      or exists (select from exchange.knowledge_object o
                  where o.object_id = knowledge_verdict.object_id
                    and o.collection_id = knowledge_verdict.collection_id
                    and o.body = (select database.caller_body()))))
  or handling <= (select access.ceiling('exchange', 'read', 'any')));
create policy knowledge_verdict_is_given on exchange.knowledge_verdict for insert to qalxan_app
  with check (body = (select database.caller_body())
    and handling <= (select access.ceiling('exchange', 'create', 'own'))
    and exists (select from exchange.knowledge_object o
                 where o.object_id = knowledge_verdict.object_id
                   and o.collection_id = knowledge_verdict.collection_id and o.is_last));
