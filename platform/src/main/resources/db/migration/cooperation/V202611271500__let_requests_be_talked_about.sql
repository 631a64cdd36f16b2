set lock_timeout = '5s';

-- A request that another instance knows too. reference is its id at whoever asked; theirs is the
-- code of the peer's body, in the peer's words.
create table cooperation.thread (
  request_id   uuid primary key references cooperation.request,
  peer         text not null,
  conversation uuid not null,
  reference    uuid not null,
  ours         text not null,
  theirs       text not null,
  begun_at     timestamptz not null,
  constraint thread_reference_once unique (peer, reference)
);
create index thread_by_conversation on cooperation.thread (peer, conversation);

-- One message about a request, said or heard. A word of the other side that speaks of no request
-- here has none; only the system sees it, and it is refused back.
create table cooperation.word (
  peer         text not null,
  direction    text not null constraint word_direction_known check (direction in ('out', 'in')),
  id           uuid not null,
  sequence     bigint generated always as identity,
  request_id   uuid references cooperation.request,
  conversation uuid not null,
  ours         text not null,
  theirs       text not null,
  reference    uuid,
  kind         text not null,
  content      jsonb not null,
  at           timestamptz not null,
  author       text not null,
  account      text not null default database.caller_account(),
  state        text not null,
  settled_at   timestamptz,
  digest       text not null default '',
  reason       text not null default '',
  detail       text not null default '',
  primary key (peer, direction, id),
  constraint word_state_known check (
    (direction = 'out' and state in ('waiting', 'handed', 'receipted', 'failed', 'objected'))
    or (direction = 'in' and state in ('taken', 'noted', 'refused'))),
  constraint word_refused_has_reason check (state not in ('failed', 'objected', 'refused') or reason <> '')
);
create index word_by_request on cooperation.word (request_id, sequence);
create index word_waiting on cooperation.word (sequence) where state = 'waiting';

create table cooperation.word_file (
  peer       text not null,
  direction  text not null,
  word       uuid not null,
  place      smallint not null,
  name       text not null,
  media_type text not null,
  sha256     text not null,
  content    bytea not null,
  primary key (peer, direction, word, place),
  foreign key (peer, direction, word) references cooperation.word (peer, direction, id)
);

create function cooperation.as_system() returns boolean
  language sql stable
  return 'system' = any (database.caller_roles());

alter table cooperation.thread enable row level security;
alter table cooperation.word enable row level security;
alter table cooperation.word_file enable row level security;

create policy thread_follows on cooperation.thread for select to qalxan_app
  using (exists (select from cooperation.request r where r.id = request_id));
create policy thread_begins on cooperation.thread for insert to qalxan_app
  with check (exists (select from cooperation.request r where r.id = request_id)
    and (select greatest(access.ceiling('cooperation', 'update', 'own'),
      access.ceiling('cooperation', 'update', 'any'))) >= 0);
create policy word_follows on cooperation.word for select to qalxan_app
  using ((select cooperation.as_system())
    or exists (select from cooperation.request r where r.id = request_id));
create policy word_is_said on cooperation.word for insert to qalxan_app
  with check ((select cooperation.as_system())
    or (direction = 'out' and state = 'waiting'
      and exists (select from cooperation.request r where r.id = request_id)
      and (select greatest(access.ceiling('cooperation', 'update', 'own'),
        access.ceiling('cooperation', 'decide', 'own'),
        access.ceiling('cooperation', 'update', 'any'))) >= 0));
create policy word_is_settled on cooperation.word for update to qalxan_app
  using ((select cooperation.as_system()));
create policy word_file_follows on cooperation.word_file for select to qalxan_app
  using (exists (select from cooperation.word w
    where w.peer = word_file.peer and w.direction = word_file.direction and w.id = word));
create policy word_file_comes_along on cooperation.word_file for insert to qalxan_app
  with check (exists (select from cooperation.word w
    where w.peer = word_file.peer and w.direction = word_file.direction and w.id = word));

grant select, insert on cooperation.thread, cooperation.word, cooperation.word_file to qalxan_app;
grant update (state, settled_at, digest, reason, detail) on cooperation.word to qalxan_app;
