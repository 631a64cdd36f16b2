set lock_timeout = '5s';

-- An issued report on the plan: what it said, whole, and its signed prints. Reports follow each
-- other and are never changed; a corrected one is another report that says why.
create table strategy.report (
  id        uuid primary key,
  number    integer not null constraint report_number_once unique
            constraint report_number_counted check (number > 0),
  period    text not null constraint report_period_form check (period ~ '^20[0-9]{2}(Q[1-4])?$'),
  body      text,
  issue     integer not null constraint report_issue_counted check (issue > 0),
  as_of     timestamptz not null,
  content   text not null constraint report_content_size check (length(content) <= 8000000),
  sha256    text not null constraint report_digest_form check (sha256 ~ '^[0-9a-f]{64}$'),
  handling  smallint not null constraint report_handling_known check (handling between 0 and 4),
  reason    text collate database.az not null default ''
            constraint report_reason_length check (length(reason) <= 1000),
  issued_at timestamptz not null,
  account   text not null default database.caller_account(),
  author    text collate database.az not null,
  issuer    text not null,
  constraint report_issue_once unique nulls not distinct (period, body, issue),
  constraint report_correction_says_why check (issue = 1 or length(reason) >= 10)
);

create table strategy.report_file (
  report      uuid not null references strategy.report,
  language    text not null constraint report_file_language check (language in ('az', 'en')),
  content     bytea not null constraint report_file_size
              check (octet_length(content) between 1 and 20971520),
  sha256      text not null constraint report_file_digest_form check (sha256 ~ '^[0-9a-f]{64}$'),
  signer      text not null,
  fingerprint text not null,
  trial       boolean not null,
  primary key (report, language)
);
alter table strategy.report_file alter column content set storage external;

grant select, insert on strategy.report, strategy.report_file to qalxan_app;

alter table strategy.report enable row level security;
alter table strategy.report_file enable row level security;
-- A report that tells of meetings carries the narrowest of their markings and is read by those who may
-- read them.
create policy report_is_read on strategy.report for select to qalxan_app using (
  (select access.ceiling('strategy', 'read', 'own')) >= 0
  and (handling = 0 or handling <= (select access.ceiling('commission', 'read', 'any'))));
-- A body's report is issued by the body, the commission's by those who coordinate the plan.
create policy report_is_issued on strategy.report for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (account = (select database.caller_account())
    and issuer = (select database.caller_body())
    and case when body is null
      then (select access.ceiling('strategy', 'administer', 'any')) >= 0
      else body = (select database.caller_body())
        and (select access.ceiling('strategy', 'update', 'own')) >= 0 end));
create policy report_file_follows on strategy.report_file for select to qalxan_app using (
  exists (select from strategy.report r where r.id = report));
create policy report_file_is_issued on strategy.report_file for insert to qalxan_app with check (
  exists (select from strategy.report r
    where r.id = report and r.account = (select database.caller_account())));
