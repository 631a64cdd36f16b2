set lock_timeout = '5s';

-- Messages with one peer that belong together. body is ours; the row says who may see that they are.
create table transmission.conversation (
  peer        text not null references transmission.peer,
  id          uuid not null,
  body        text not null,
  theirs      text not null,
  handling    smallint not null constraint conversation_handling_is_tlp check (handling between 0 and 4),
  compartment uuid,
  begun_at    timestamptz not null,
  primary key (peer, id)
);
create index conversation_by_body on transmission.conversation (body, begun_at desc);

-- A message that goes out. The manifest is made at the first attempt and never changes; the
-- signature is made at each attempt, with the key of that day.
create table transmission.dispatch (
  id           uuid primary key,
  position     bigint generated always as identity,
  peer         text not null,
  conversation uuid not null,
  kind         text not null,
  content      bytea not null,
  queued_at    timestamptz not null,
  sender       text not null default database.caller_account(),
  state        text not null default 'queued' constraint dispatch_state_known
               check (state in ('queued', 'receipted', 'refused', 'withdrawn')),
  sequence     integer constraint dispatch_sequence_positive check (sequence > 0),
  manifest     bytea,
  digest       text,
  attempts     integer not null default 0,
  next_at      timestamptz not null,
  trouble      text not null default '',
  receipt      bytea,
  ended_at     timestamptz,
  foreign key (peer, conversation) references transmission.conversation (peer, id),
  constraint dispatch_manifest_whole check (num_nonnulls(sequence, manifest, digest) in (0, 3)),
  constraint dispatch_receipt_at_end check ((state = 'receipted') = (receipt is not null)),
  constraint dispatch_end_has_time check ((state = 'queued') = (ended_at is null))
);
create unique index dispatch_sequence_once on transmission.dispatch (peer, conversation, sequence)
  where state in ('queued', 'receipted');
create index dispatch_waiting on transmission.dispatch (peer, conversation, position)
  where state = 'queued';
create index dispatch_by_conversation on transmission.dispatch (peer, conversation, position);

create table transmission.dispatch_file (
  dispatch   uuid not null references transmission.dispatch,
  place      smallint not null,
  name       text not null,
  media_type text not null,
  content    bytea not null,
  primary key (dispatch, place)
);

-- A message that came in. What came before its turn is held without effect until its turn.
create table transmission.arrival (
  peer         text not null,
  id           uuid not null,
  conversation uuid not null,
  sequence     integer not null constraint arrival_sequence_positive check (sequence > 0),
  kind         text not null,
  state        text not null constraint arrival_state_known check (state in ('held', 'taken')),
  signed       bytea not null,
  digest       text not null,
  content      bytea not null,
  arrived_at   timestamptz not null,
  taken_at     timestamptz,
  receipt      bytea,
  primary key (peer, id),
  foreign key (peer, conversation) references transmission.conversation (peer, id),
  constraint arrival_sequence_once unique (peer, conversation, sequence),
  constraint arrival_taken_whole
    check ((state = 'taken') = (taken_at is not null) and (state = 'taken') = (receipt is not null))
);

create table transmission.arrival_file (
  peer       text not null,
  arrival    uuid not null,
  place      smallint not null,
  name       text not null,
  media_type text not null,
  content    bytea not null,
  primary key (peer, arrival, place),
  foreign key (peer, arrival) references transmission.arrival (peer, id)
);

-- The ledger of a conversation, one chain for each direction, the same at both ends: head is
-- SHA-256 over the head before, the sequence, and the digests of message and receipt.
create table transmission.ledger (
  peer           text not null,
  conversation   uuid not null,
  direction      text not null constraint ledger_direction_known check (direction in ('out', 'in')),
  sequence       integer not null,
  message        uuid not null,
  digest         text not null,
  receipt_digest text not null,
  head           text not null,
  written_at     timestamptz not null,
  primary key (peer, conversation, direction, sequence),
  foreign key (peer, conversation) references transmission.conversation (peer, id),
  constraint ledger_message_once unique (peer, direction, message)
);

create function transmission.sees(the_peer text, the_conversation uuid) returns boolean
  language sql stable
  return exists (select from transmission.conversation c
    where c.peer = the_peer and c.id = the_conversation);

alter table transmission.conversation enable row level security;
alter table transmission.dispatch enable row level security;
alter table transmission.dispatch_file enable row level security;
alter table transmission.arrival enable row level security;
alter table transmission.arrival_file enable row level security;
alter table transmission.ledger enable row level security;

create policy conversation_is_read on transmission.conversation for select to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('transmission', 'read', 'own')))
   or handling <= (select access.ceiling('transmission', 'read', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
-- Whoever may send for the body begins one; the module that sends has asked for its own right.
create policy conversation_begins on transmission.conversation for insert to qalxan_app with check (
  (body = (select database.caller_body()) or 'system' = any ((select database.caller_roles())::text[]))
  and (compartment is null or access.in_compartment(compartment)));
create policy conversation_stands_anew on transmission.conversation for update to qalxan_app using (
  (body = (select database.caller_body()) or 'system' = any ((select database.caller_roles())::text[]))
  and (compartment is null or access.in_compartment(compartment)));

create policy dispatch_follows on transmission.dispatch for select to qalxan_app
  using (transmission.sees(peer, conversation));
create policy dispatch_is_queued on transmission.dispatch for insert to qalxan_app
  with check (state = 'queued' and transmission.sees(peer, conversation));
create policy dispatch_moves on transmission.dispatch for update to qalxan_app
  using (transmission.sees(peer, conversation)
    and (select greatest(access.ceiling('transmission', 'update', 'own'),
      access.ceiling('transmission', 'update', 'any'))) >= 0);
create policy dispatch_file_follows on transmission.dispatch_file for select to qalxan_app
  using (exists (select from transmission.dispatch d where d.id = dispatch));
create policy dispatch_file_is_queued on transmission.dispatch_file for insert to qalxan_app
  with check (exists (select from transmission.dispatch d where d.id = dispatch));
create policy arrival_follows on transmission.arrival for select to qalxan_app
  using (transmission.sees(peer, conversation));
create policy arrival_comes on transmission.arrival for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy arrival_is_taken on transmission.arrival for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
create policy arrival_file_follows on transmission.arrival_file for select to qalxan_app
  using (exists (select from transmission.arrival a where a.peer = arrival_file.peer and a.id = arrival));
create policy arrival_file_comes on transmission.arrival_file for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy ledger_follows on transmission.ledger for select to qalxan_app
  using (transmission.sees(peer, conversation));
create policy ledger_is_written on transmission.ledger for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));

grant select, insert on transmission.conversation to qalxan_app;
grant update (handling, compartment) on transmission.conversation to qalxan_app;
grant select, insert on transmission.dispatch to qalxan_app;
grant update (state, sequence, manifest, digest, attempts, next_at, trouble, receipt, ended_at)
  on transmission.dispatch to qalxan_app;
grant select, insert on transmission.dispatch_file to qalxan_app;
grant select, insert on transmission.arrival to qalxan_app;
grant update (state, taken_at, receipt) on transmission.arrival to qalxan_app;
grant select, insert on transmission.arrival_file to qalxan_app;
grant select, insert on transmission.ledger to qalxan_app;
