set lock_timeout = '5s';

-- A copy for a wider audience, and what became of its original since.
create table exchange.copy (
  id            uuid primary key default uuidv7(),
  -- The original, and its newest version that was looked at.
  collection_id uuid not null references exchange.collection,
  object_id     text collate "C" not null,
  original_key  text collate "C" not null,
  into_id       uuid not null references exchange.collection,
  copy_id       text collate "C" not null,
  audience      smallint not null
                constraint copy_audience_is_tlp check (audience between 0 and 4),
  -- Selectors of what was left out.
  hidden        text[] not null,
  body          text not null default database.caller_body(),
  made_at       timestamptz not null,
  made_by       text not null,
  state         text not null default 'good'
                constraint copy_state_known
                check (state in ('good', 'corrected', 'narrowed', 'revoked')),
  changed_at    timestamptz,
  -- When the revocation of the copy was put beside it; or why it could not be.
  revoked_at    timestamptz,
  fault         text not null default '',
  unique (into_id, copy_id)
);
create index copy_of_original on exchange.copy (collection_id, object_id);
create index copy_behind on exchange.copy (changed_at) where state <> 'good';

-- A marking that was made narrower after the object may have gone out.
create table exchange.narrowing (
  id            uuid primary key default uuidv7(),
  collection_id uuid not null references exchange.collection,
  object_id     text collate "C" not null,
  body          text not null,
  was           smallint not null
                constraint narrowing_was_is_tlp check (was between 0 and 4),
  becomes       smallint not null
                constraint narrowing_becomes_is_tlp check (becomes between 0 and 4),
  at            timestamptz not null,
  seen_at       timestamptz,
  seen_by       text not null default ''
);
create index narrowing_newest on exchange.narrowing (at desc);

-- Closes the versions of an object that a body sent to whom the marking is closed. Not for
-- callers: those below say who may.
create function exchange.close_versions(collection uuid, object text, whose text,
    becomes smallint, now timestamptz) returns void
  language plpgsql security definer set search_path = exchange, pg_catalog as $$
declare
  widest smallint;
begin
  select min(v.handling) into widest from exchange.object_version v
   where v.collection_id = collection and v.object_id = object and v.body = whose
     and v.handling < becomes;
  if widest is null then
    return;
  end if;
  update exchange.object_version v set handling = becomes
   where v.collection_id = collection and v.object_id = object and v.body = whose
     and v.handling < becomes;
  insert into exchange.narrowing (collection_id, object_id, body, was, becomes, at)
  values (collection, object, whose, widest, becomes, now);
end $$;
revoke execute on function exchange.close_versions from public;

-- Says anew which version is the first and which the last, and closes earlier versions of the same
-- sender to whomever its newest is closed to.
create function exchange.settle(collection uuid, ids text[], now timestamptz) returns void
  language plpgsql security definer set search_path = exchange, pg_catalog as $$
begin
  if collection not in (select c.collection_id from exchange.caps('create') c) then
    return;
  end if;
  update exchange.object_version v set is_first = o.first, is_last = o.last
    from (select n.added,
                 row_number() over (partition by n.object_id order by n.version_key) = 1 as first,
                 row_number() over (partition by n.object_id order by n.version_key desc) = 1
                   as last
            from exchange.object_version n
           where n.collection_id = collection and n.object_id = any (ids)) o
   where v.collection_id = collection and v.added = o.added
     and (v.is_first <> o.first or v.is_last <> o.last);
  perform exchange.close_versions(collection, o.object_id, o.body, o.newest, now)
     from (select distinct n.object_id, n.body, n.newest
             from (select v.object_id, v.body, v.handling,
                          first_value(v.handling) over (partition by v.object_id, v.body
                            order by v.version_key desc) as newest
                     from exchange.object_version v
                    where v.collection_id = collection and v.object_id = any (ids)) n
            where n.handling < n.newest) o;
end $$;
revoke execute on function exchange.settle(uuid, text[], timestamptz) from public;
grant execute on function exchange.settle(uuid, text[], timestamptz) to qalxan_app;
drop function exchange.settle(uuid, text[]);

-- Closes what the caller's body sent, also where the version that asks for it was not taken.
create function exchange.narrow(collection uuid, ids text[], handlings smallint[],
    now timestamptz) returns void
  language plpgsql security definer set search_path = exchange, pg_catalog as $$
begin
  if collection not in (select c.collection_id from exchange.caps('create') c) then
    return;
  end if;
  perform exchange.close_versions(collection, n.id, database.caller_body(), n.handling, now)
     from unnest(ids, handlings) as n (id, handling);
end $$;
revoke execute on function exchange.narrow from public;
grant execute on function exchange.narrow to qalxan_app;

-- The copies of objects, for whoever may add to the collection of the originals.
create function exchange.copies_of(collection uuid, ids text[]) returns setof exchange.copy
  language sql stable security definer set search_path = exchange, pg_catalog
  begin atomic
    select p.* from exchange.copy p
     where p.collection_id = collection and p.object_id = any (ids)
       and collection in (select c.collection_id from exchange.caps('create') c);
  end;
revoke execute on function exchange.copies_of from public;
grant execute on function exchange.copies_of to qalxan_app;

-- Says that an original went on, and closes the copy at once where it shows too much.
create function exchange.outdate(which uuid, becomes text, narrower smallint, now timestamptz)
  returns void
  language plpgsql security definer set search_path = exchange, pg_catalog as $$
declare
  made exchange.copy;
  closed bigint;
begin
  select * into made from exchange.copy p
   where p.id = which and p.state <> 'revoked'
     and p.collection_id in (select c.collection_id from exchange.caps('create') c)
     for update;
  if not found then
    return;
  end if;
  update exchange.copy set changed_at = now,
         -- A copy that shows too much stays so whatever is corrected later.
         state = case when state = 'narrowed' and becomes = 'corrected' then state
                 else becomes end
   where id = which;
  if narrower is not null then
    perform exchange.close_versions(made.into_id, made.copy_id, made.body, narrower, now);
    -- Nor may what was made of the copy show more.
    with recursive below as (
      select p.id, p.into_id, p.copy_id, p.body from exchange.copy p
       where p.collection_id = made.into_id and p.object_id = made.copy_id
      union
      select p.id, p.into_id, p.copy_id, p.body from exchange.copy p
        join below b on p.collection_id = b.into_id and p.object_id = b.copy_id
    ), marked as (
      update exchange.copy p set state = 'narrowed', changed_at = now
        from below b where p.id = b.id and p.state <> 'revoked'
    )
    select count(exchange.close_versions(b.into_id, b.copy_id, b.body, narrower, now)) into closed
      from below b;
  end if;
end $$;
revoke execute on function exchange.outdate from public;
grant execute on function exchange.outdate to qalxan_app;

grant select, insert, update (original_key, hidden, audience, state, changed_at, revoked_at, fault)
  on exchange.copy to qalxan_app;
grant select, update (seen_at, seen_by) on exchange.narrowing to qalxan_app;

alter table exchange.copy enable row level security;
create policy copy_is_seen on exchange.copy for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('exchange', 'read', 'own')) >= 0));
create policy copy_is_made on exchange.copy for insert to qalxan_app with check (
  body = (select database.caller_body())
  and (select access.ceiling('exchange', 'create', 'own')) >= 0);
create policy copy_is_kept on exchange.copy for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('exchange', 'create', 'own')) >= 0));

alter table exchange.narrowing enable row level security;
create policy narrowing_is_seen on exchange.narrowing for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or ((body = (select database.caller_body())
      or exists (select from exchange.collection c
                  where c.id = collection_id and c.body = (select database.caller_body())))
    and (select access.ceiling('exchange', 'read', 'own')) >= 0));
create policy narrowing_is_looked_at on exchange.narrowing for update to qalxan_app using (
  (body = (select database.caller_body())
    or exists (select from exchange.collection c
                where c.id = collection_id and c.body = (select database.caller_body())))
  and (select access.ceiling('exchange', 'update', 'own')) >= 0);
