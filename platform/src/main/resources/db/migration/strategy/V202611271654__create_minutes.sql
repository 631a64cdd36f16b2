set lock_timeout = '5s';

-- The minutes of a meeting. A version is open until it is signed the first time, then its words
-- stand; with the second signature nothing of it can be changed, and a correction is a new version.
create table strategy.minutes (
  meeting   uuid not null references strategy.meeting,
  version   integer not null,
  reason    text collate database.az not null default '',
  opened_at timestamptz not null,
  account   text not null,
  author    text not null,
  content   text,
  sha256    text,
  chair_account     text not null default '',
  chair_name        text not null default '',
  chair_at          timestamptz,
  secretary_account text not null default '',
  secretary_name    text not null default '',
  secretary_at      timestamptz,
  constraint minutes_once primary key (meeting, version),
  constraint minutes_corrected_for_a_reason check ((version = 1) = (reason = '')),
  constraint minutes_digest_whole check ((content is null) = (sha256 is null)),
  constraint minutes_digest_form check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint minutes_signed_have_words
    check (content is not null or (chair_at is null and secretary_at is null)),
  constraint minutes_chair_whole check ((chair_at is null) = (chair_account = '')),
  constraint minutes_secretary_whole check ((secretary_at is null) = (secretary_account = '')),
  constraint minutes_signed_by_two
    check (chair_account = '' or chair_account <> secretary_account)
);

create function strategy.keep_signed_words() returns trigger language plpgsql as $$
begin
  if (old.chair_at is not null or old.secretary_at is not null)
      and (new.chair_at is not null or new.secretary_at is not null)
      and (new.content is distinct from old.content or new.sha256 is distinct from old.sha256) then
    raise exception 'signed minutes keep their words' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger minutes_keep_signed_words before update on strategy.minutes
  for each row execute function strategy.keep_signed_words();

grant select, insert on strategy.minutes to qalxan_app;
grant update (content, sha256, chair_account, chair_name, chair_at, secretary_account,
  secretary_name, secretary_at) on strategy.minutes to qalxan_app;

alter table strategy.minutes enable row level security;
create policy minutes_are_seen on strategy.minutes for select to qalxan_app using (
  meeting in (select id from strategy.meeting));
create policy minutes_are_opened on strategy.minutes for insert to qalxan_app with check (
  (select access.ceiling('commission', 'administer', 'own')) >= 0
  and meeting in (select id from strategy.meeting where state = 'closed'));
create policy minutes_are_signed on strategy.minutes for update to qalxan_app using (
  (chair_at is null or secretary_at is null)
  and greatest((select access.ceiling('commission', 'administer', 'own')),
    (select access.ceiling('commission', 'decide', 'own'))) >= 0
  and meeting in (select id from strategy.meeting))
  with check (meeting in (select id from strategy.meeting));
