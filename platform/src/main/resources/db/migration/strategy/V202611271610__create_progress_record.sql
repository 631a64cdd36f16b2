set lock_timeout = '5s';

-- What bodies said about the progress of measures, append-only: every standing, of now or of a past
-- moment, follows from these lines. Measures are named by number, because they outlive editions.
create table strategy.progress_entry (
  sequence bigint generated always as identity primary key,
  at       timestamptz not null,
  kind     text not null,
  measure  text not null,
  stage    text,
  claim    uuid,
  about    bigint references strategy.progress_entry,
  body     text not null,
  account  text not null default database.caller_account(),
  author   text collate database.az not null,
  words    text collate database.az not null,
  constraint progress_entry_kind_known check (kind in ('criterion', 'proposed', 'evidence',
    'confirmed', 'disputed', 'answered', 'taken-back', 'withdrawn', 'reopened', 'said')),
  constraint progress_entry_stage_known check (stage in ('initial', 'interim', 'final')),
  constraint progress_entry_names_its_stage check (stage is not null or kind = 'said'),
  constraint progress_entry_names_its_claim
    check ((claim is null) = (kind in ('criterion', 'said'))),
  constraint progress_entry_answers_something check ((about is not null) = (kind = 'answered')),
  constraint progress_entry_gives_a_reason check (
    kind in ('evidence', 'confirmed') or length(words) >= 10),
  constraint progress_entry_words_bounded check (length(words) <= 4000)
);
create index progress_entry_by_measure on strategy.progress_entry (measure, sequence);
create index progress_entry_by_time on strategy.progress_entry (at, sequence);
create unique index progress_entry_claim_begins_once on strategy.progress_entry (claim)
  where kind = 'proposed';

-- A verdict is another body's, and a claim is proposed before anything is said of it.
create function strategy.check_progress() returns trigger language plpgsql as $$
declare claimant text;
begin
  if new.claim is null or new.kind = 'proposed' then
    return new;
  end if;
  select p.body into claimant from strategy.progress_entry p
    where p.claim = new.claim and p.kind = 'proposed'
      and p.measure = new.measure and p.stage = new.stage;
  if claimant is null then
    raise exception 'no such claim' using errcode = 'check_violation';
  end if;
  if new.kind in ('confirmed', 'disputed') and new.body = claimant then
    raise exception 'nobody judges an own claim' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger progress_entry_is_checked before insert on strategy.progress_entry
  for each row execute function strategy.check_progress();

grant select, insert on strategy.progress_entry to qalxan_app;
alter table strategy.progress_entry enable row level security;
create policy progress_entry_is_read on strategy.progress_entry for select to qalxan_app using (
  (select access.ceiling('strategy', 'read', 'own')) >= 0);
create policy progress_entry_is_said on strategy.progress_entry for insert to qalxan_app
  with check (
    body = (select database.caller_body()) and body <> ''
    and account = (select database.caller_account())
    and (select access.ceiling('strategy', case
      when kind in ('confirmed', 'disputed', 'taken-back', 'reopened') then 'decide'
      else 'create' end, 'own')) >= 0);
