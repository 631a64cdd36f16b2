set lock_timeout = '5s';

-- A vote with every ballot and the quorum of its moment; added only.
create table strategy.vote (
  id        uuid primary key,
  meeting   uuid not null references strategy.meeting,
  item      uuid not null references strategy.agenda_item,
  question  text collate database.az not null
            constraint vote_question_length check (length(question) between 5 and 1000),
  ballots   jsonb not null,
  present   integer not null,
  needed    integer not null,
  yes       integer not null,
  no        integer not null,
  abstained integer not null,
  carried   boolean not null,
  at        timestamptz not null,
  account   text not null default database.caller_account(),
  constraint vote_has_quorum check (present >= needed and yes + no + abstained <= present)
);
create index vote_by_item on strategy.vote (item, at);

-- What was decided; added only. Another decision may reverse it, once.
create table strategy.decision (
  id       uuid primary key,
  number   bigint generated always as identity constraint decision_number_once unique,
  meeting  uuid not null references strategy.meeting,
  item     uuid not null references strategy.agenda_item,
  vote     uuid references strategy.vote,
  words_az text collate database.az not null
           constraint decision_words_length check (length(words_az) between 5 and 4000),
  words_en text not null,
  measures text[] not null,
  until    date,
  reverses uuid references strategy.decision constraint decision_reversed_once unique,
  at       timestamptz not null,
  account  text not null default database.caller_account(),
  author   text not null
);
create index decision_by_item on strategy.decision (item, number);
create index decision_by_until on strategy.decision (until) where until is not null;
create index decision_by_measure on strategy.decision using gin (measures);

grant select, insert on strategy.vote, strategy.decision to qalxan_app;

alter table strategy.vote enable row level security;
create policy vote_is_seen on strategy.vote for select to qalxan_app using (
  meeting in (select id from strategy.meeting));
create policy vote_is_taken on strategy.vote for insert to qalxan_app with check (
  (select access.ceiling('commission', 'administer', 'own')) >= 0
  and account = (select database.caller_account())
  and meeting in (select id from strategy.meeting where state = 'open'));

alter table strategy.decision enable row level security;
create policy decision_is_seen on strategy.decision for select to qalxan_app using (
  meeting in (select id from strategy.meeting));
create policy decision_is_made on strategy.decision for insert to qalxan_app with check (
  (select access.ceiling('commission', 'administer', 'own')) >= 0
  and account = (select database.caller_account())
  and meeting in (select id from strategy.meeting where state = 'open'));
