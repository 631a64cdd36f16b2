set lock_timeout = '5s';

-- Since when a report is known, which for imported reports is later than when it was made.
alter table statistics.report_fact add column recorded_at timestamptz;
update statistics.report_fact f set recorded_at = r.recorded_at
  from reporting.report r where r.id = f.report_id;
update statistics.report_fact set recorded_at = reported_at where recorded_at is null;
alter table statistics.report_fact alter column recorded_at set not null;
