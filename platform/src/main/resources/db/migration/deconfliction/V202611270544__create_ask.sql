set lock_timeout = '5s';

-- One body asks the other for what it holds; what became of it.
create table deconfliction.ask (
  id         uuid primary key default gen_random_uuid(),
  hit_id     uuid not null references deconfliction.hit,
  asking     text not null default database.caller_body(),
  owner      text not null,
  account    text not null default database.caller_account(),
  asker      text not null,
  ground     text not null,
  purpose    text not null,
  asked_at   timestamptz not null,
  state      text not null default 'asked' constraint ask_state_known
             check (state in ('asked', 'consented', 'refused', 'withdrawn', 'ended')),
  decider    text not null default '',
  decided_at timestamptz,
  words      text not null default '',
  until      timestamptz,
  ended_at   timestamptz,
  ended_how  text constraint ask_end_known check (ended_how in ('withdrawn', 'returned', 'expired')),
  version    integer not null default 0,
  constraint ask_of_another check (asking <> owner),
  constraint ask_purpose_length check (length(purpose) between 10 and 2000),
  constraint ask_decided_whole
    check ((state in ('consented', 'refused', 'ended')) = (decided_at is not null)),
  constraint ask_consent_ends check ((state in ('consented', 'ended')) = (until is not null)),
  constraint ask_end_whole check ((state = 'ended') = (ended_how is not null)
    and (state = 'ended') = (ended_at is not null))
);
create unique index ask_once on deconfliction.ask (hit_id, asking)
  where state in ('asked', 'consented');
create index ask_by_owner on deconfliction.ask (owner, state, asked_at);
create index ask_by_asking on deconfliction.ask (asking, asked_at);

-- Who may move an ask where, whatever the application thinks: only the other body consents or
-- refuses, only the asking one takes the question back.
create function deconfliction.check_ask() returns trigger language plpgsql
  set search_path = deconfliction, pg_catalog as $$
declare
  mover text := database.caller_body();
  system boolean := 'system' = any (database.caller_roles());
begin
  if not (
      (old.state = 'asked' and new.state in ('consented', 'refused') and mover = old.owner
        and access.ceiling('deconfliction', 'decide', 'own') >= 0)
      or (old.state = 'asked' and new.state = 'withdrawn' and mover = old.asking)
      or (old.state = 'consented' and new.state = 'ended'
        and ((new.ended_how = 'withdrawn' and mover = old.owner)
          or (new.ended_how = 'returned' and mover = old.asking)
          or (new.ended_how = 'expired' and old.until <= new.ended_at
              and (system or mover in (old.owner, old.asking)))))) then
    raise exception 'this body may not move the ask from % to %', old.state, new.state
      using errcode = 'check_violation', constraint = 'ask_moves_by_its_rules';
  end if;
  return new;
end $$;
create trigger ask_moves_by_its_rules before update on deconfliction.ask
  for each row execute function deconfliction.check_ask();

-- What the owner chose to say instead of, or beside, a whole record.
create table deconfliction.statement (
  ask_id uuid primary key references deconfliction.ask,
  text   text not null constraint statement_length check (length(text) between 10 and 4000)
);

-- What was done about a hit. An empty audience means both sides.
create table deconfliction.happening (
  id       uuid primary key default uuidv7(),
  hit_id   uuid not null references deconfliction.hit,
  at       timestamptz not null,
  kind     text not null,
  body     text not null default database.caller_body(),
  account  text not null default database.caller_account(),
  name     text not null,
  detail   text not null,
  audience text not null
);
create index happening_by_hit on deconfliction.happening (hit_id, id);

grant select, insert on deconfliction.ask, deconfliction.statement, deconfliction.happening
  to qalxan_app;
grant update (state, decider, decided_at, words, until, ended_at, ended_how, version)
  on deconfliction.ask to qalxan_app;

alter table deconfliction.ask enable row level security;
create policy ask_is_seen on deconfliction.ask for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or ((asking = (select database.caller_body()) or owner = (select database.caller_body()))
      and exists (select from deconfliction.side s
                   where s.hit_id = ask.hit_id and s.body = (select database.caller_body()))));
create policy ask_is_put on deconfliction.ask for insert to qalxan_app with check (
  asking = (select database.caller_body())
  and (select access.ceiling('deconfliction', 'create', 'own')) >= 0
  and exists (select from deconfliction.side s
               where s.hit_id = ask.hit_id and s.body = ask.asking and s.other = ask.owner));
create policy ask_moves on deconfliction.ask for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[])
    or asking = (select database.caller_body()) or owner = (select database.caller_body()));

alter table deconfliction.statement enable row level security;
create policy statement_is_seen on deconfliction.statement for select to qalxan_app using (
  exists (select from deconfliction.ask a
           where a.id = ask_id
             and (a.owner = (select database.caller_body())
                  or (a.state = 'consented' and a.until > now()))));
create policy statement_is_made on deconfliction.statement for insert to qalxan_app with check (
  exists (select from deconfliction.ask a
           where a.id = ask_id and a.owner = (select database.caller_body())));

alter table deconfliction.happening enable row level security;
create policy happening_is_seen on deconfliction.happening for select to qalxan_app using (
  (audience = '' or audience = (select database.caller_body()))
  and exists (select from deconfliction.side s
               where s.hit_id = happening.hit_id and s.body = (select database.caller_body())));
create policy happening_is_noted on deconfliction.happening for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[])
    or exists (select from deconfliction.side s
                where s.hit_id = happening.hit_id and s.body = (select database.caller_body())));

-- Tells the owner that the other body read something by its consent. A function, because the reader
-- need not be one of those who see the hit.
create function deconfliction.note_reading(consent uuid, reader text, what text, moment timestamptz)
  returns void language sql security definer set search_path = deconfliction, pg_catalog
  begin atomic
    insert into happening (hit_id, at, kind, name, detail, audience)
      select a.hit_id, moment, 'read', reader, what, a.owner
        from ask a where a.id = consent and a.asking = database.caller_body();
  end;
revoke execute on function deconfliction.note_reading from public;
grant execute on function deconfliction.note_reading to qalxan_app;
