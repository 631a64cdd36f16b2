set lock_timeout = '5s';

-- How an owner wants to be told. Without a row: as the feed says, once a day, by mail.
create table exchange.owner_rule (
  owner_id     uuid primary key references exchange.network_owner,
  -- What is told at once: as the feed says, everything, what is grave, or nothing.
  at_once      text not null default 'feed' constraint owner_rule_at_once_known
               check (at_once in ('feed', 'all', 'grave', 'none')),
  -- Kinds of trouble that are told at once in any case.
  types        text[] not null default '{}' constraint owner_rule_types_bounded
               check (cardinality(types) <= 60),
  digest       text not null default 'daily' constraint owner_rule_digest_known
               check (digest in ('daily', 'weekly')),
  digest_hour  smallint not null default 0 constraint owner_rule_digest_hour_is_one
               check (digest_hour between 0 and 23),
  -- Hours of the day at which nothing is sent; null for none. They may pass midnight.
  quiet_from   smallint constraint owner_rule_quiet_from_is_hour check (quiet_from between 0 and 23),
  quiet_until  smallint constraint owner_rule_quiet_until_is_hour check (quiet_until between 0 and 23),
  -- What is grave is sent in quiet hours too.
  wakes        boolean not null default true,
  -- Whether a mail goes; without one the portal alone, and the web hook if there is one.
  mail         boolean not null default true,
  hook_url     text not null default '' constraint owner_rule_hook_length check (length(hook_url) <= 500),
  -- The key of the hook's signature, closed with a key that is not in the database.
  hook_key     bytea,
  changed_at   timestamptz not null,
  changed_by   text not null,
  account      text not null default database.caller_account(),
  constraint owner_rule_quiet_whole check ((quiet_from is null) = (quiet_until is null)
    and (quiet_from is null or quiet_from <> quiet_until)),
  constraint owner_rule_hook_whole check ((hook_url = '') = (hook_key is null))
);

-- What waits to go to an owner's web hook.
create table exchange.notice_hook (
  id         uuid primary key,
  notice_id  uuid not null references exchange.notice,
  owner_id   uuid not null references exchange.network_owner,
  handling   smallint not null,
  content    text not null constraint notice_hook_content_bounded check (length(content) <= 1048576),
  state      text not null default 'queued' constraint notice_hook_state_known
             check (state in ('queued', 'sent', 'failed')),
  attempts   integer not null default 0,
  next_at    timestamptz not null,
  trouble    text not null default '' constraint notice_hook_trouble_length check (length(trouble) <= 200),
  made_at    timestamptz not null,
  moved_at   timestamptz,
  constraint notice_hook_once unique (notice_id)
);
create index notice_hook_due on exchange.notice_hook (next_at) where state = 'queued';

-- For an owner another organisation handles a part of the net, or all of it, until a day.
create table exchange.owner_delegation (
  id          uuid primary key default uuidv7(),
  owner_id    uuid not null references exchange.network_owner,
  -- The part as concerns name it, for example 'prefix 192.0.2.0/24'; empty for everything.
  held        text not null default '' constraint owner_delegation_held_length check (length(held) <= 270),
  to_body     text not null constraint owner_delegation_to_somebody check (to_body <> ''),
  -- A named person of that organisation; empty for everybody there.
  to_account  text not null default '',
  to_name     text not null default '',
  from_at     timestamptz not null,
  until_at    timestamptz not null,
  given_by    text not null,
  account     text not null default database.caller_account(),
  revoked_at  timestamptz,
  revoked_by  text not null default '',
  constraint owner_delegation_ends_later check (until_at > from_at),
  constraint owner_delegation_bounded check (until_at <= from_at + interval '2 years')
);
create index owner_delegation_by_owner on exchange.owner_delegation (owner_id, id);
create index owner_delegation_to on exchange.owner_delegation (to_body) where revoked_at is null;

-- Which part of the owner's net a notice is about; empty when the owner handles it itself.
alter table exchange.notice add column part text not null default '';

grant select, insert, update (at_once, types, digest, digest_hour, quiet_from, quiet_until, wakes, mail,
    hook_url, hook_key, changed_at, changed_by, account) on exchange.owner_rule to qalxan_app;
grant select, insert, update (state, attempts, next_at, trouble, moved_at)
  on exchange.notice_hook to qalxan_app;
grant select, insert, update (revoked_at, revoked_by) on exchange.owner_delegation to qalxan_app;

-- Whether the caller handles something of that owner for it, now.
create function exchange.handles(owner uuid, part text) returns boolean language sql stable
  security definer set search_path = exchange, pg_catalog as $$
  select exists (select from exchange.owner_delegation d
    where d.owner_id = owner and d.revoked_at is null and d.to_body = database.caller_body()
      and (d.to_account = '' or d.to_account = database.caller_account())
      and now() >= d.from_at and now() < d.until_at
      and (part is null or d.held = '' or d.held = part)) $$;

-- Whether the caller is the owner or keeps its entry.
create function exchange.speaks_for(owner uuid) returns boolean language sql stable as $$
  select exists (select from exchange.network_owner o where o.id = owner
    and (exchange.keeps(o.body)
      or (o.owner_body <> '' and o.owner_body = database.caller_body()
        and access.ceiling('notice', 'update', 'own') >= 0))) $$;

alter table exchange.owner_rule enable row level security;
create policy owner_rule_is_seen on exchange.owner_rule for select to qalxan_app using (
  exists (select from exchange.network_owner o where o.id = owner_id
    and (exchange.keeps(o.body) or (o.owner_body <> '' and o.owner_body = database.caller_body()))));
create policy owner_rule_is_made on exchange.owner_rule for insert to qalxan_app
  with check (exchange.speaks_for(owner_id));
create policy owner_rule_is_changed on exchange.owner_rule for update to qalxan_app
  using (exchange.speaks_for(owner_id));

alter table exchange.notice_hook enable row level security;
create policy notice_hook_is_seen on exchange.notice_hook for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or exists (select from exchange.notice n where n.id = notice_id));
create policy notice_hook_is_queued on exchange.notice_hook for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy notice_hook_moves on exchange.notice_hook for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

alter table exchange.owner_delegation enable row level security;
create policy owner_delegation_is_seen on exchange.owner_delegation for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or to_body = (select database.caller_body())
  or exists (select from exchange.network_owner o where o.id = owner_id
    and (exchange.keeps(o.body) or (o.owner_body <> '' and o.owner_body = database.caller_body())))
  or (select access.ceiling('notice', 'read', 'any')) >= 0);
create policy owner_delegation_is_given on exchange.owner_delegation for insert to qalxan_app
  with check (exchange.speaks_for(owner_id));
create policy owner_delegation_is_revoked on exchange.owner_delegation for update to qalxan_app
  using (exchange.speaks_for(owner_id));

-- Who handles something for an owner sees the owner, its part and the notices about it, no more;
-- what is marked AMBER+STRICT stays in the owner's own house (TLP 2.0).
drop policy network_owner_is_seen on exchange.network_owner;
create policy network_owner_is_seen on exchange.network_owner for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body()) and (select access.ceiling('notice', 'create', 'own')) >= 0)
  or (owner_body = (select database.caller_body()) and owner_body <> ''
    and (select access.ceiling('notice', 'read', 'own')) >= 0)
  or (select access.ceiling('notice', 'read', 'any')) >= 0
  or ((select access.ceiling('notice', 'read', 'own')) >= 0 and exchange.handles(id, null)));

drop policy owner_channel_is_seen on exchange.owner_channel;
create policy owner_channel_is_seen on exchange.owner_channel for select to qalxan_app using (
  exists (select from exchange.network_owner o where o.id = owner_id
    and (exchange.keeps(o.body) or (o.owner_body <> '' and o.owner_body = database.caller_body())
      or (select access.ceiling('notice', 'read', 'any')) >= 0)));

drop policy claim_is_seen on exchange.claim;
create policy claim_is_seen on exchange.claim for select to qalxan_app using (
  exists (select from exchange.network_owner o where o.id = owner_id
    and (exchange.keeps(o.body) or (o.owner_body <> '' and o.owner_body = database.caller_body())
      or (select access.ceiling('notice', 'read', 'any')) >= 0
      or exchange.handles(o.id, kind || ' ' || value))));

drop policy concern_is_seen on exchange.concern;
create policy concern_is_seen on exchange.concern for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('notice', 'create', 'own')))
  or handling <= (select access.ceiling('notice', 'read', 'any'))
  or (told_at is not null and exists (select from exchange.network_owner o
    where o.id = owner_id and o.owner_body <> '' and o.owner_body = database.caller_body()))
  or (told_at is not null and owner_id is not null and handling <= 2
    and exchange.handles(owner_id, held)));
drop policy concern_moves on exchange.concern;
create policy concern_moves on exchange.concern for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or exists (select from exchange.network_owner o
    where o.id = owner_id and (exchange.keeps(o.body)
      or (o.owner_body = database.caller_body() and access.ceiling('notice', 'update', 'own') >= 0)))
  or (owner_id is not null and handling <= 2 and access.ceiling('notice', 'update', 'own') >= 0
    and exchange.handles(owner_id, held)));

drop policy notice_is_seen on exchange.notice;
create policy notice_is_seen on exchange.notice for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and handling <= (select access.ceiling('notice', 'create', 'own')))
  or handling <= (select access.ceiling('notice', 'read', 'any'))
  or (handling <= (select access.ceiling('notice', 'read', 'own'))
    and ((handling <= 2 and exchange.handles(owner_id, part)) or exists (select from exchange.network_owner o
      where o.id = owner_id and o.owner_body <> '' and o.owner_body = database.caller_body()))));
drop policy notice_moves on exchange.notice;
create policy notice_moves on exchange.notice for update to qalxan_app using (
  exchange.keeps(body)
  or (handling <= (select access.ceiling('notice', 'update', 'own'))
    and ((handling <= 2 and exchange.handles(owner_id, part)) or exists (select from exchange.network_owner o
      where o.id = owner_id and o.owner_body <> '' and o.owner_body = database.caller_body()))));
