set lock_timeout = '5s';

grant usage on schema strategy to qalxan_app;

-- An edition of the action plan as it was recorded, with the file it came from. Editions follow each
-- other and are never changed; the plan is public, so everybody may read them.
create table strategy.edition (
  id            uuid primary key,
  number        integer not null constraint edition_number_once unique
                constraint edition_number_counted check (number > 0),
  title         text collate database.az not null
                constraint edition_title_length check (length(title) between 1 and 10000),
  language      text not null constraint edition_language_form check (language ~ '^[a-z]{2,3}$'),
  approved      date,
  measures      integer not null constraint edition_has_measures check (measures > 0),
  content       bytea not null constraint edition_content_size
                check (octet_length(content) between 1 and 16000000),
  sha256        text not null constraint edition_digest_form check (sha256 ~ '^[0-9a-f]{64}$'),
  note          text collate database.az not null default ''
                constraint edition_note_length check (length(note) <= 1000),
  restores      integer constraint edition_restores_known references strategy.edition (number),
  recorded_at   timestamptz not null,
  account       text not null default database.caller_account(),
  author        text not null,
  constraint edition_restores_earlier check (restores < number)
);

grant select, insert on strategy.edition to qalxan_app;

alter table strategy.edition enable row level security;
create policy edition_is_public on strategy.edition for select to qalxan_app using (true);
create policy edition_is_recorded on strategy.edition for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (account = (select database.caller_account())
    and (select access.ceiling('strategy', 'administer', 'any')) >= 0));
