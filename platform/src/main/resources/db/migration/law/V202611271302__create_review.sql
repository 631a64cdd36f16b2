set lock_timeout = '5s';

-- A cell of the matrix that has to be looked at again, because what it compares has changed.
create table law.review (
  id        uuid primary key default uuidv7(),
  line      bigint not null references law.line,
  cause     uuid references law.proposal,
  touched   text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid references law.proposal,
  constraint review_end_whole check ((closed_at is null) = (closed_by is null))
);
create unique index review_open_once on law.review (line) where closed_at is null;
create index review_by_line on law.review (line, opened_at);

grant select, insert, update (closed_at, closed_by) on law.review to qalxan_app;

alter table law.review enable row level security;
create policy review_is_public on law.review for select to qalxan_app using (true);
create policy review_is_opened on law.review for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (select access.ceiling('law', 'decide', 'any')) >= 0);
create policy review_ends on law.review for update to qalxan_app
  using (closed_at is null
    and ('system' = any ((select database.caller_roles())::text[])
      or (select access.ceiling('law', 'decide', 'any')) >= 0))
  with check (closed_at is not null);
