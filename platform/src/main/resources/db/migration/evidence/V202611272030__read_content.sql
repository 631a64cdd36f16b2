set lock_timeout = '5s';

-- What the bytes of an exhibit are and contain, as the job read them; derived, so it may be read anew.
-- Every row is seen as its exhibit is. Only the job writes what was found.
create table evidence.content_reading (
  exhibit_id uuid primary key references evidence.exhibit,
  state      text not null default 'waiting',
  queued_at  timestamptz not null,
  started_at timestamptz,
  touched_at timestamptz,
  ended_at   timestamptz,
  attempts   integer not null default 0,
  parts      integer not null default 0,
  moments    integer not null default 0,
  place      text not null default '',
  whole      boolean not null default false,
  confined   boolean not null default false,
  constraint content_reading_state_known check (state in ('waiting', 'reading', 'read', 'failed'))
);
create index content_reading_open on evidence.content_reading (queued_at)
  where state in ('waiting', 'reading');

create table evidence.content_part (
  exhibit_id uuid not null references evidence.exhibit,
  number     integer not null,
  parent     integer not null,
  depth      integer not null,
  name       text not null,
  path       text not null,
  media      text not null,
  kind       text not null,
  family     text not null,
  size       bigint not null,
  sha256     text not null,
  fields     jsonb not null,
  flaws      text not null,
  text       text not null,
  keys       tsvector not null,
  picture    bytea,
  constraint content_part_pk primary key (exhibit_id, number)
);

create table evidence.content_moment (
  sequence     bigint generated always as identity primary key,
  exhibit_id   uuid not null references evidence.exhibit,
  part         integer not null,
  at           timestamptz not null,
  zone_assumed boolean not null,
  kind         text not null,
  source       text not null,
  message      text not null,
  username     text not null,
  host         text not null
);
create index content_moment_by_time on evidence.content_moment (exhibit_id, at, sequence);

create table evidence.content_identifier (
  exhibit_id uuid not null references evidence.exhibit,
  part       integer not null,
  place      integer not null,
  kind       text not null,
  scheme     text not null,
  value      text not null,
  link_key   text not null,
  starts     integer not null,
  ends       integer not null,
  constraint content_identifier_pk primary key (exhibit_id, part, place),
  constraint content_identifier_span check (starts >= 0 and ends > starts)
);
create index content_identifier_by_key on evidence.content_identifier (exhibit_id, link_key);

-- What people said of an identifier: taken over into the case, or left; the last word counts.
create table evidence.content_choice (
  sequence   bigint generated always as identity primary key,
  exhibit_id uuid not null references evidence.exhibit,
  kind       text not null,
  value      text not null,
  link_key   text not null,
  taken      boolean not null,
  at         timestamptz not null,
  author     text collate database.az not null,
  account    text not null default database.caller_account()
);
create index content_choice_by_key on evidence.content_choice (exhibit_id, link_key, sequence);

grant select, insert, update on evidence.content_reading to qalxan_app;
grant select, insert, delete on evidence.content_part, evidence.content_moment,
  evidence.content_identifier to qalxan_app;
grant update (picture) on evidence.content_part to qalxan_app;
grant select, insert on evidence.content_choice to qalxan_app;

alter table evidence.content_reading enable row level security;
alter table evidence.content_part enable row level security;
alter table evidence.content_moment enable row level security;
alter table evidence.content_identifier enable row level security;
alter table evidence.content_choice enable row level security;

create function evidence.reads_content() returns boolean language sql stable
  return database.caller_account() = 'job:content';

create policy content_reading_follows on evidence.content_reading for select to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy content_reading_is_queued on evidence.content_reading for insert to qalxan_app
  with check (state = 'waiting' and exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy content_reading_goes_on on evidence.content_reading for update to qalxan_app
  using ((select evidence.reads_content()) or exists (select from evidence.exhibit e
    where e.id = exhibit_id and (evidence.may('update', e.body, e.handling, e.compartment)
      or evidence.holds('update', e.holder_body, e.handling, e.compartment))));

create policy content_part_follows on evidence.content_part for select to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy content_part_is_read on evidence.content_part for insert to qalxan_app
  with check ((select evidence.reads_content()));
create policy content_part_gets_a_picture on evidence.content_part for update to qalxan_app
  using ((select evidence.reads_content()));
create policy content_part_is_read_anew on evidence.content_part for delete to qalxan_app
  using ((select evidence.reads_content()));

create policy content_moment_follows on evidence.content_moment for select to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy content_moment_is_read on evidence.content_moment for insert to qalxan_app
  with check ((select evidence.reads_content()));
create policy content_moment_is_read_anew on evidence.content_moment for delete to qalxan_app
  using ((select evidence.reads_content()));

create policy content_identifier_follows on evidence.content_identifier for select to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy content_identifier_is_read on evidence.content_identifier for insert to qalxan_app
  with check ((select evidence.reads_content()));
create policy content_identifier_is_read_anew on evidence.content_identifier for delete
  to qalxan_app using ((select evidence.reads_content()));

create policy content_choice_follows on evidence.content_choice for select to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy content_choice_is_made on evidence.content_choice for insert to qalxan_app
  with check (account = database.caller_account() and exists (select from evidence.exhibit e
    where e.id = exhibit_id and (evidence.may('update', e.body, e.handling, e.compartment)
      or evidence.holds('update', e.holder_body, e.handling, e.compartment))));
