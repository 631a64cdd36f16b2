set lock_timeout = '5s';

-- What a meeting speaks about. A row exists as soon as somebody touched the item, and for every
-- item from the opening on; before, the agenda follows from the registers by itself.
create table strategy.agenda_item (
  id       uuid primary key,
  meeting  uuid not null references strategy.meeting,
  key      text not null constraint agenda_item_key_form
           check (key ~ '^[a-z]+:[A-Za-z0-9.-]{1,60}$'),
  place    integer not null,
  content  jsonb not null,
  state    text not null constraint agenda_item_state_known
           check (state in ('on', 'dropped', 'carried')),
  reason   text collate database.az not null default '',
  words    text collate database.az not null default ''
           constraint agenda_item_words_length check (length(words) <= 20000),
  version  integer not null default 0,
  added_at timestamptz not null,
  account  text not null default database.caller_account(),
  author   text not null,
  constraint agenda_item_once unique (meeting, key),
  constraint agenda_item_dropped_for_a_reason check ((state = 'dropped') = (reason <> ''))
);

-- Every wording of what was said, also one that came too late to be taken in; added only.
create table strategy.agenda_words (
  id      uuid primary key default uuidv7(),
  item    uuid not null references strategy.agenda_item,
  base    integer not null,
  taken   boolean not null,
  words   text collate database.az not null
          constraint agenda_words_length check (length(words) <= 20000),
  at      timestamptz not null,
  account text not null default database.caller_account(),
  name    text not null
);
create index agenda_words_by_item on strategy.agenda_words (item, id);

-- Papers of an item: places in this system, never files.
create table strategy.agenda_paper (
  id      uuid primary key default uuidv7(),
  item    uuid not null references strategy.agenda_item,
  title   text collate database.az not null
          constraint agenda_paper_title_length check (length(title) between 2 and 200),
  path    text not null constraint agenda_paper_is_local
          check (path ~ '^/[^/\\]' and length(path) <= 500),
  at      timestamptz not null,
  account text not null default database.caller_account(),
  name    text not null
);
create index agenda_paper_by_item on strategy.agenda_paper (item, id);

grant select, insert on strategy.agenda_item, strategy.agenda_words, strategy.agenda_paper
  to qalxan_app;
grant update (place, content, state, reason, words, version)
  on strategy.agenda_item to qalxan_app;

alter table strategy.agenda_item enable row level security;
create policy agenda_item_is_seen on strategy.agenda_item for select to qalxan_app using (
  meeting in (select id from strategy.meeting));
create policy agenda_item_is_added on strategy.agenda_item for insert to qalxan_app with check (
  greatest((select access.ceiling('commission', 'administer', 'own')),
    (select access.ceiling('commission', 'create', 'own'))) >= 0
  and account = (select database.caller_account())
  and meeting in (select id from strategy.meeting where state in ('planned', 'open')));
create policy agenda_item_is_kept on strategy.agenda_item for update to qalxan_app using (
  (select access.ceiling('commission', 'administer', 'own')) >= 0
  and meeting in (select id from strategy.meeting))
  with check (meeting in (select id from strategy.meeting));

alter table strategy.agenda_words enable row level security;
create policy agenda_words_are_seen on strategy.agenda_words for select to qalxan_app using (
  item in (select id from strategy.agenda_item));
create policy agenda_words_are_added on strategy.agenda_words for insert to qalxan_app with check (
  (select access.ceiling('commission', 'administer', 'own')) >= 0
  and account = (select database.caller_account())
  and item in (select id from strategy.agenda_item));

alter table strategy.agenda_paper enable row level security;
create policy agenda_paper_is_seen on strategy.agenda_paper for select to qalxan_app using (
  item in (select id from strategy.agenda_item));
create policy agenda_paper_is_added on strategy.agenda_paper for insert to qalxan_app with check (
  greatest((select access.ceiling('commission', 'administer', 'own')),
    (select access.ceiling('commission', 'create', 'own'))) >= 0
  and account = (select database.caller_account())
  and item in (select id from strategy.agenda_item));
