set lock_timeout = '5s';

-- Where a counted case stands, so that facts about it are seen by those who see the case.
create table statistics.counted_case (
  id          uuid primary key,
  number      text not null,
  body        text not null,
  handling    smallint not null,
  compartment uuid,
  constraint counted_case_number_unique unique (number)
);

-- What is known of a case: from when on it holds in the world, and since when it is recorded. Of
-- facts with the same case, kind and key, on any day the one with the latest holds_from stands, and
-- of equal ones the last recorded. A correction is another fact. told_at is since when it counts for
-- everybody; null while the case or the report stands in a compartment.
create table statistics.case_fact (
  sequence    bigint generated always as identity primary key,
  case_number text,
  report_id   uuid,
  kind        text not null,
  key         text not null,
  value       text not null,
  amount      numeric(28, 8),
  currency    text,
  holds_from  timestamptz not null,
  recorded_at timestamptz not null,
  told_at     timestamptz,
  constraint case_fact_is_about_something check (num_nonnulls(case_number, report_id) > 0),
  constraint case_fact_kind_known check (kind in ('opened', 'body', 'state', 'article', 'party',
    'report', 'border', 'frozen', 'returned')),
  constraint case_fact_amount_whole check ((amount is null) = (currency is null)),
  constraint case_fact_told_after_recorded check (told_at >= recorded_at)
);
create index case_fact_by_case on statistics.case_fact
  (case_number, kind, key, holds_from desc, sequence desc) where case_number is not null;
create index case_fact_by_kind on statistics.case_fact (kind, holds_from);
create index case_fact_by_report on statistics.case_fact (report_id, kind)
  where report_id is not null;

insert into statistics.counted_case select * from casework.cases_to_count();

grant select on statistics.counted_case to qalxan_app;
grant select on statistics.case_fact to qalxan_app, qalxan_reader;
grant insert (case_number, report_id, kind, key, value, amount, currency, holds_from, recorded_at)
  on statistics.case_fact to qalxan_app;
alter table statistics.counted_case enable row level security;
alter table statistics.case_fact enable row level security;

create policy counted_case_is_seen on statistics.counted_case for select to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('casework', 'read', 'own')))
   or handling <= (select access.ceiling('casework', 'read', 'any')))
  and (compartment is null or access.in_compartment(compartment)));

-- Seen by those who see the case and the report that it is about.
create policy case_fact_is_seen on statistics.case_fact for select to qalxan_app using (
  (case_number is null
    or exists (select from statistics.counted_case c where c.number = case_number))
  and (report_id is null or exists (select from reporting.report r where r.id = report_id)));
create policy case_fact_is_recorded on statistics.case_fact for insert to qalxan_app
  with check (true);

-- Whoever counts for everybody sees what was told, nothing else.
create policy case_fact_is_told on statistics.case_fact for select to qalxan_reader
  using (told_at is not null);
