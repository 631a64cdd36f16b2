set lock_timeout = '5s';

grant usage on schema exchange to qalxan_app;

-- A collection of knowledge about threats. Its body decides who else may read and write it.
create table exchange.collection (
  id          uuid primary key default uuidv7(),
  body        text not null default database.caller_body(),
  alias       text not null unique
              constraint collection_alias_form check (alias ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  title       text not null
              constraint collection_title_length check (length(title) between 1 and 200),
  description text not null default ''
              constraint collection_description_length check (length(description) <= 2000),
  -- What holds for an object without a marking.
  unmarked    smallint not null
              constraint collection_unmarked_is_tlp check (unmarked between 0 and 4),
  -- The narrowest marking that the collection takes.
  ceiling     smallint not null
              constraint collection_ceiling_is_tlp check (ceiling between 0 and 4),
  opened_at   timestamptz not null,
  opened_by   text not null,
  closed_at   timestamptz,
  version     integer not null default 0,
  constraint collection_takes_unmarked check (unmarked <= ceiling)
);

-- Which other body may read and write it, up to which marking; '*' stands for every body.
create table exchange.permit (
  collection_id uuid not null references exchange.collection,
  body          text not null,
  can_read      boolean not null,
  can_write     boolean not null,
  read_ceiling  smallint not null
                constraint permit_read_ceiling_is_tlp check (read_ceiling between 0 and 4),
  write_ceiling smallint not null
                constraint permit_write_ceiling_is_tlp check (write_ceiling between 0 and 4),
  given_at      timestamptz not null,
  given_by      text not null,
  primary key (collection_id, body)
);

-- Up to which marking the caller may do it in which collection: in those of the own body as the
-- matrix says, in others as their owner and the matrix say.
create function exchange.caps(verb text) returns table (collection_id uuid, cap smallint)
  language sql stable security definer set search_path = exchange, pg_catalog
  begin atomic
    with own as materialized (
      select case when 'system' = any (database.caller_roles()::text[]) then 4::smallint
             else access.ceiling('exchange', verb, 'own') end as cap,
             case when 'system' = any (database.caller_roles()::text[]) then 4::smallint
             else access.ceiling('exchange', verb, 'any') end as whole)
    select c.id, max(reach.cap)::smallint
      from exchange.collection c cross join own cross join lateral (
        select own.cap where c.body = database.caller_body()
        union all select own.whole
        union all
        select least(own.cap, case verb when 'read' then p.read_ceiling else p.write_ceiling end)
          from exchange.permit p
         where p.collection_id = c.id and p.body in (database.caller_body(), '*')
           and database.caller_body() <> ''
           and case verb when 'read' then p.can_read when 'create' then p.can_write
               else false end) reach (cap)
     where reach.cap >= 0
     group by c.id;
  end;
revoke execute on function exchange.caps from public;
grant execute on function exchange.caps to qalxan_app;

grant select, insert, update (title, description, unmarked, ceiling, closed_at, version)
  on exchange.collection to qalxan_app;
grant select, insert, update (can_read, can_write, read_ceiling, write_ceiling, given_at, given_by),
  delete on exchange.permit to qalxan_app;

alter table exchange.collection enable row level security;
create policy collection_is_seen on exchange.collection for select to qalxan_app using (
  id in (select c.collection_id from exchange.caps('read') c
         union all select c.collection_id from exchange.caps('create') c)
  -- the one who opens it, before the row is there for the function
  or (body = (select database.caller_body())
    and (select access.ceiling('exchange', 'read', 'own')) >= 0));
create policy collection_is_opened on exchange.collection for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('exchange', 'update', 'own')) >= 0));
create policy collection_is_kept on exchange.collection for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('exchange', 'update', 'own')) >= 0));

alter table exchange.permit enable row level security;
create policy permit_is_seen on exchange.permit for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or body = (select database.caller_body())
  or exists (select from exchange.collection c
              where c.id = collection_id and c.body = (select database.caller_body()))
  or (select access.ceiling('exchange', 'read', 'any')) >= 0);
create policy permit_is_kept on exchange.permit for all to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or ((select access.ceiling('exchange', 'update', 'own')) >= 0
    and exists (select from exchange.collection c
                 where c.id = collection_id and c.body = (select database.caller_body()))));
