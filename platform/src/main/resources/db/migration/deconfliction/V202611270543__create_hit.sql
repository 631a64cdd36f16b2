set lock_timeout = '5s';

-- Two bodies hold the same specific identifier. Its id is random: one made of the time would tell
-- when the later of both came to hold it.
create table deconfliction.hit (
  id       uuid primary key default gen_random_uuid(),
  link_key text not null constraint hit_key_some check (link_key <> ''),
  low      text not null,
  high     text not null,
  constraint hit_bodies_in_order check (low < high),
  constraint hit_once unique (link_key, low, high)
);

-- What one of both knows and has done. Disclosed: it has said of its own will that it holds the
-- identifier. Set aside: it needs nothing from the other.
create table deconfliction.side (
  hit_id    uuid not null references deconfliction.hit,
  body      text not null,
  other     text not null,
  disclosed boolean not null default false,
  set_aside boolean not null default false,
  primary key (hit_id, body)
);
create index side_by_body on deconfliction.side (body, hit_id);

-- In which of its own records a side holds the identifier: a report, or an entry of its watch list.
-- The row follows its record's body, marking and compartment. Held: see hold.
create table deconfliction.holding (
  hit_id      uuid not null references deconfliction.hit,
  body        text not null,
  source      text not null constraint holding_source_known check (source in ('report', 'watch')),
  source_id   uuid not null,
  link_key    text not null,
  kind        text not null,
  value       text not null,
  handling    smallint not null,
  compartment uuid,
  account     text not null,
  hold_id     uuid references deconfliction.hold,
  until       timestamptz not null default 'infinity',
  primary key (hit_id, body, source_id)
);
create index holding_by_body on deconfliction.holding (body, source_id desc, hit_id desc);
create index holding_by_source on deconfliction.holding (source_id);
create index holding_by_hold on deconfliction.holding (hold_id) where hold_id is not null;

-- Whether the caller's body may know that the other side holds the identifier too: through a record
-- that is neither hidden nor held back, or because the other side said so.
create function deconfliction.is_told(asked uuid) returns boolean
  language sql stable parallel safe security definer set search_path = deconfliction, pg_catalog
  return exists (
    select from side own
      join side other on other.hit_id = own.hit_id and other.body = own.other
      join holding theirs on theirs.hit_id = own.hit_id and theirs.body = own.other
     where own.hit_id = asked and own.body = database.caller_body()
       and theirs.hold_id is null and theirs.until > now()
       and (other.disclosed or (theirs.compartment is null and theirs.handling < 4)));

-- Whether the other side may know that the caller's body holds the identifier.
create function deconfliction.is_open(asked uuid) returns boolean
  language sql stable parallel safe security definer set search_path = deconfliction, pg_catalog
  return exists (
    select from side own
      join holding ours on ours.hit_id = own.hit_id and ours.body = own.body
     where own.hit_id = asked and own.body = database.caller_body()
       and ours.hold_id is null and ours.until > now()
       and (own.disclosed or (ours.compartment is null and ours.handling < 4)));

grant select, insert on deconfliction.hit, deconfliction.side, deconfliction.holding to qalxan_app;
grant update (disclosed, set_aside) on deconfliction.side to qalxan_app;

alter table deconfliction.hit enable row level security;
create policy hit_is_the_systems on deconfliction.hit to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));

alter table deconfliction.holding enable row level security;
create policy holding_is_found on deconfliction.holding for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy holding_is_seen on deconfliction.holding for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
      and handling <= case source
        when 'report' then (select access.ceiling('reporting', 'read', 'own'))
        else (select access.ceiling('deconfliction', 'read', 'own')) end
      and (select access.ceiling('deconfliction', 'read', 'own')) >= 0
      and hold_id is null and until > now()
      and deconfliction.is_told(hit_id)));
create policy holding_stands_in_compartment on deconfliction.holding
  as restrictive for select to qalxan_app
  using (compartment is null or access.in_compartment(compartment));

alter table deconfliction.side enable row level security;
create policy side_is_found on deconfliction.side for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy side_is_seen on deconfliction.side for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
      and exists (select from deconfliction.holding h
                   where h.hit_id = side.hit_id and h.body = side.body)));
create policy side_acts on deconfliction.side for update to qalxan_app
  using (body = (select database.caller_body())
    and ((select access.ceiling('deconfliction', 'create', 'own')) >= 0
      or (select access.ceiling('deconfliction', 'decide', 'own')) >= 0));
