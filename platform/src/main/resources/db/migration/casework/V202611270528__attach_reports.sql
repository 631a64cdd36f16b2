set lock_timeout = '5s';

-- A report may stand in several cases; the one that took it first decides what its reporter reads,
-- and is named in the report itself. A link that ended stays with its reason and can be renewed.
create table casework.case_report (
  id            uuid primary key default uuidv7(),
  case_id       uuid not null references casework.case_file (id),
  report_id     uuid not null,
  attached_at   timestamptz not null,
  attached_by   text not null default database.caller_account(),
  author        text not null,
  detached_at   timestamptz,
  detached_by   text not null default '',
  detacher      text not null default '',
  detach_reason text not null default '',
  constraint case_report_detached_with_reason
    check ((detached_at is null) = (detach_reason = ''))
);
create unique index case_report_once on casework.case_report (case_id, report_id)
  where detached_at is null;
create index case_report_by_report on casework.case_report (report_id) where detached_at is null;

insert into casework.case_report (case_id, report_id, attached_at, attached_by, author)
select c.id, r.id, r.changed_at, 'job:migration', ''
  from reporting.report r join casework.case_file c on c.number = r.case_number;

grant select, insert, update (detached_at, detached_by, detacher, detach_reason)
  on casework.case_report to qalxan_app;
alter table casework.case_report enable row level security;
-- Seen by those who see both ends.
create policy case_report_follows_both on casework.case_report to qalxan_app
  using (exists (select from casework.case_file c where c.id = case_id)
    and exists (select from reporting.report r where r.id = report_id))
  with check (exists (select from casework.case_file c where c.id = case_id)
    and exists (select from reporting.report r where r.id = report_id));

-- A case may be about a series; the series itself belongs to another module, so only its number
-- stands here.
create table casework.case_series (
  case_id uuid not null references casework.case_file (id),
  series  text not null,
  at      timestamptz not null,
  author  text not null,
  constraint case_series_once primary key (case_id, series),
  constraint case_series_form check (series ~ '^S-[0-9]{4}-[0-9]{1,9}$')
);
grant select, insert, delete on casework.case_series to qalxan_app;
alter table casework.case_series enable row level security;
create policy case_series_follows_case on casework.case_series to qalxan_app
  using (exists (select from casework.case_file c where c.id = case_id))
  with check (exists (select from casework.case_file c where c.id = case_id));
