set lock_timeout = '5s';

-- "Tell me when this identifier appears again." Of a card the digest and the masked form alone.
create table deconfliction.watch (
  id         uuid primary key default uuidv7(),
  body       text not null default database.caller_body(),
  account    text not null default database.caller_account(),
  owner      text not null,
  kind       text not null,
  scheme     text not null,
  value      text not null,
  link_key   text not null constraint watch_key_some check (link_key <> ''),
  ground     text not null,
  purpose    text not null constraint watch_purpose_length
             check (length(purpose) between 10 and 2000),
  handling   smallint not null constraint watch_handling_is_tlp check (handling between 0 and 4),
  created_at timestamptz not null,
  until      timestamptz not null,
  ended_at   timestamptz,
  ended_how  text constraint watch_end_known check (ended_how in ('ended', 'expired')),
  version    integer not null default 0,
  constraint watch_until_later check (until > created_at),
  constraint watch_end_whole check ((ended_at is null) = (ended_how is null)),
  constraint watch_of_a_card_is_masked check (kind <> 'card' or value like '______%*%____')
);
create unique index watch_once on deconfliction.watch (body, account, link_key)
  where ended_at is null;
create index watch_by_key on deconfliction.watch (link_key) where ended_at is null;
create index watch_by_body on deconfliction.watch (body, id desc);
create index watch_by_end on deconfliction.watch (until) where ended_at is null;

-- What was done to an entry.
create table deconfliction.watch_step (
  id       uuid primary key default uuidv7(),
  watch_id uuid not null references deconfliction.watch,
  at       timestamptz not null,
  kind     text not null constraint watch_step_known
           check (kind in ('added', 'renewed', 'ended', 'expired')),
  account  text not null default database.caller_account(),
  name     text not null,
  detail   text not null
);
create index watch_step_by_watch on deconfliction.watch_step (watch_id, id);

-- A report of the own body in which a watched identifier stands; follows the report.
create table deconfliction.notice (
  watch_id    uuid not null references deconfliction.watch,
  report_id   uuid not null,
  body        text not null,
  handling    smallint not null,
  compartment uuid,
  noticed_at  timestamptz not null,
  seen_at     timestamptz,
  primary key (watch_id, report_id)
);
create index notice_by_report on deconfliction.notice (report_id);
create index notice_unseen on deconfliction.notice (watch_id) where seen_at is null;

grant select, insert, update (until, ended_at, ended_how, version) on deconfliction.watch
  to qalxan_app;
grant select, insert on deconfliction.watch_step to qalxan_app;
grant select, insert, update (seen_at) on deconfliction.notice to qalxan_app;

-- Seen inside the body, and by whoever controls the lawfulness of all of them ('any').
alter table deconfliction.watch enable row level security;
create policy watch_is_seen on deconfliction.watch for select to qalxan_app using (
  (body = (select database.caller_body())
    and handling <= (select access.ceiling('deconfliction', 'read', 'own')))
  or handling <= (select access.ceiling('deconfliction', 'read', 'any')));
create policy watch_is_added on deconfliction.watch for insert to qalxan_app with check (
  body = (select database.caller_body())
  and handling <= (select access.ceiling('deconfliction', 'create', 'own')));
create policy watch_moves on deconfliction.watch for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
      and handling <= (select access.ceiling('deconfliction', 'create', 'own'))));

alter table deconfliction.watch_step enable row level security;
create policy watch_step_is_seen on deconfliction.watch_step for select to qalxan_app
  using (exists (select from deconfliction.watch w where w.id = watch_id));
create policy watch_step_is_noted on deconfliction.watch_step for insert to qalxan_app
  with check (exists (select from deconfliction.watch w where w.id = watch_id));

alter table deconfliction.notice enable row level security;
create policy notice_is_made on deconfliction.notice for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy notice_is_seen on deconfliction.notice for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
      and handling <= (select access.ceiling('reporting', 'read', 'own'))
      and exists (select from deconfliction.watch w where w.id = watch_id)));
create policy notice_stands_in_compartment on deconfliction.notice
  as restrictive for select to qalxan_app
  using (compartment is null or access.in_compartment(compartment));
create policy notice_is_read on deconfliction.notice for update to qalxan_app
  using (body = (select database.caller_body()));

-- What a watch holds of a hit ends with the entry, by itself at its term.
create function deconfliction.follow_watch() returns trigger
  language plpgsql security definer set search_path = deconfliction, pg_catalog as $$
begin
  update holding set until = least(new.until, coalesce(new.ended_at, 'infinity'))
   where source = 'watch' and source_id = new.id;
  return new;
end $$;
create trigger watch_moves_in_holdings after update of until, ended_at on deconfliction.watch
  for each row execute function deconfliction.follow_watch();
