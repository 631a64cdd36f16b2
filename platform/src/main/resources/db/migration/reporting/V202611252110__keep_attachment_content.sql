set lock_timeout = '5s';

alter table reporting.attachment
  add column sender text not null default 'reporter',
  add constraint attachment_sender_known check (sender in ('reporter', 'body')),
  add constraint attachment_bytes_bounded check (bytes between 1 and 10485760);

-- A released file was looked at by an officer who answers for it; no scanner called it clean.
alter table reporting.attachment drop constraint attachment_scan_known;
alter table reporting.attachment add constraint attachment_scan_known
  check (scan in ('quarantined', 'clean', 'infected', 'released'));

-- Apart from the list of files, so that a list never reads contents; append-only.
create table reporting.attachment_content (
  attachment_id uuid primary key references reporting.attachment (id),
  content       bytea not null
);
alter table reporting.attachment_content alter column content set storage external;

grant select, insert on reporting.attachment_content to qalxan_app;
alter table reporting.attachment_content enable row level security;
create policy content_is_read on reporting.attachment_content for select to qalxan_app
  using (exists (select from reporting.attachment a where a.id = attachment_id));
create policy content_is_given on reporting.attachment_content for insert to qalxan_app
  with check (exists (select from reporting.attachment a where a.id = attachment_id));

-- A file goes to a report that its giver sees, and only who may decide on the report releases it.
drop policy attachment_is_given on reporting.attachment;
create policy attachment_is_given on reporting.attachment for insert to qalxan_app
  with check (exists (select from reporting.report r where r.id = report_id));
drop policy attachment_is_scanned on reporting.attachment;
create policy attachment_is_released on reporting.attachment for update to qalxan_app
  using (exists (
    select from reporting.report r
     where r.id = report_id
       and ((r.body = (select database.caller_body())
              and r.handling <= (select access.ceiling('reporting', 'decide', 'own')))
            or r.handling <= (select access.ceiling('reporting', 'decide', 'any')))))
  with check (scan in ('released', 'infected'));
