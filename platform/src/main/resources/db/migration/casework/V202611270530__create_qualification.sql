set lock_timeout = '5s';

-- Steps of a case's qualification, append-only: an article was put, replaced by another, dropped.
create table casework.qualification (
  sequence bigint generated always as identity primary key,
  case_id  uuid not null references casework.case_file (id),
  step     text not null,
  article  text not null,
  replaces text not null default '',
  on_day   date not null,
  law_day  date not null,
  decision text not null collate database.az,
  reason   text not null collate database.az,
  at       timestamptz not null,
  account  text not null default database.caller_account(),
  author   text not null,
  constraint qualification_step_known check (step in ('put', 'requalified', 'dropped')),
  constraint qualification_replaces check ((step = 'requalified') = (replaces <> '')),
  constraint qualification_article_short check (length(article) between 1 and 60)
);
create index qualification_by_case on casework.qualification (case_id, on_day, sequence);

insert into casework.qualification
  (case_id, step, article, on_day, law_day, decision, reason, at, account, author)
select o.case_id, 'put', o.article, (o.at at time zone 'UTC')::date,
       (o.at at time zone 'UTC')::date, '', '', o.at, 'job:migration', ''
  from casework.offence o order by o.at;
drop table casework.offence;

grant select, insert on casework.qualification to qalxan_app;
alter table casework.qualification enable row level security;
create policy qualification_follows_case on casework.qualification to qalxan_app
  using (exists (select from casework.case_file c where c.id = case_id))
  with check (exists (select from casework.case_file c where c.id = case_id));
