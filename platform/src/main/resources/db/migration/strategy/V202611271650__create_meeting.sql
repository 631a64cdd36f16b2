set lock_timeout = '5s';

-- A meeting of the commission: when, where, who sits in it, and what happened to its plan.
create table strategy.meeting (
  id         uuid primary key,
  number     bigint generated always as identity constraint meeting_number_once unique,
  body       text not null,
  handling   smallint not null constraint meeting_handling_known check (handling between 0 and 4),
  starts_at  timestamptz not null,
  place      text collate database.az not null
             constraint meeting_place_length check (length(place) between 2 and 200),
  title_az   text collate database.az not null
             constraint meeting_title_length check (length(title_az) between 3 and 200),
  title_en   text not null,
  state      text not null constraint meeting_state_known
             check (state in ('planned', 'open', 'closed', 'cancelled')),
  version    integer not null default 0,
  presiding  uuid,
  opened_at  timestamptz,
  closed_at  timestamptz,
  planned_at timestamptz not null,
  account    text not null default database.caller_account(),
  author     text not null,
  constraint meeting_opened_whole
    check ((opened_at is not null) = (state in ('open', 'closed'))),
  constraint meeting_closed_whole check ((closed_at is not null) = (state = 'closed'))
);
create index meeting_by_time on strategy.meeting (starts_at desc);

-- What was done to a meeting; added only. A move keeps where and when it was before.
create table strategy.meeting_step (
  id        uuid primary key default uuidv7(),
  meeting   uuid not null references strategy.meeting,
  kind      text not null constraint meeting_step_known check (kind in (
    'planned', 'moved', 'cancelled', 'opened', 'quorum-lost', 'quorum-back', 'closed',
    'correction')),
  starts_at timestamptz,
  place     text not null default '',
  words     text collate database.az not null default '',
  at        timestamptz not null,
  account   text not null default database.caller_account(),
  name      text not null,
  constraint meeting_move_whole check ((kind = 'moved') = (starts_at is not null))
);
create index meeting_step_by_meeting on strategy.meeting_step (meeting, id);

-- Who belongs to a meeting: a post of a body, and the person if one is named.
create table strategy.seat (
  id      uuid primary key,
  meeting uuid not null references strategy.meeting,
  place   integer not null,
  role    text not null constraint seat_role_known
          check (role in ('chair', 'secretary', 'member', 'guest')),
  body    text not null,
  post    text collate database.az not null default '',
  person  text collate database.az not null default '',
  votes   boolean not null,
  constraint seat_guest_is_silent check (role <> 'guest' or not votes)
);
create unique index seat_one_chair on strategy.seat (meeting) where role = 'chair';
create unique index seat_one_secretary on strategy.seat (meeting) where role = 'secretary';
create index seat_by_meeting on strategy.seat (meeting, place);

-- Who came and who left, in order; added only.
create table strategy.presence (
  id       uuid primary key default uuidv7(),
  meeting  uuid not null references strategy.meeting,
  seat     uuid not null references strategy.seat,
  arrived  boolean not null,
  stand_in text collate database.az not null default '',
  at       timestamptz not null,
  account  text not null default database.caller_account()
);
create index presence_by_meeting on strategy.presence (meeting, id);

grant select, insert on strategy.meeting, strategy.meeting_step, strategy.presence to qalxan_app;
grant select, insert, delete on strategy.seat to qalxan_app;
grant update (starts_at, place, title_az, title_en, state, version, presiding, opened_at,
  closed_at) on strategy.meeting to qalxan_app;

alter table strategy.meeting enable row level security;
create policy meeting_is_seen on strategy.meeting for select to qalxan_app using (
  (body = (select database.caller_body())
    and handling <= (select access.ceiling('commission', 'read', 'own')))
  or handling <= (select access.ceiling('commission', 'read', 'any')));
create policy meeting_is_planned on strategy.meeting for insert to qalxan_app with check (
  (select access.ceiling('commission', 'administer', 'own')) >= handling);
create policy meeting_is_kept on strategy.meeting for update to qalxan_app using (
  handling <= (select access.ceiling('commission', 'administer', 'own')))
  with check (handling <= (select access.ceiling('commission', 'administer', 'own')));

alter table strategy.meeting_step enable row level security;
create policy meeting_step_is_seen on strategy.meeting_step for select to qalxan_app using (
  meeting in (select id from strategy.meeting));
create policy meeting_step_is_added on strategy.meeting_step for insert to qalxan_app with check (
  (select access.ceiling('commission', 'administer', 'own')) >= 0
  and account = (select database.caller_account())
  and meeting in (select id from strategy.meeting));

alter table strategy.seat enable row level security;
create policy seat_is_seen on strategy.seat for select to qalxan_app using (
  meeting in (select id from strategy.meeting));
create policy seat_is_given on strategy.seat for insert to qalxan_app with check (
  (select access.ceiling('commission', 'administer', 'own')) >= 0
  and meeting in (select id from strategy.meeting where state in ('planned', 'open')));
create policy seat_is_taken_away on strategy.seat for delete to qalxan_app using (
  (select access.ceiling('commission', 'administer', 'own')) >= 0
  and meeting in (select id from strategy.meeting where state = 'planned'));

alter table strategy.presence enable row level security;
create policy presence_is_seen on strategy.presence for select to qalxan_app using (
  meeting in (select id from strategy.meeting));
create policy presence_is_noted on strategy.presence for insert to qalxan_app with check (
  (select access.ceiling('commission', 'administer', 'own')) >= 0
  and account = (select database.caller_account())
  and meeting in (select id from strategy.meeting where state = 'open'));
