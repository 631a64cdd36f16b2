set lock_timeout = '5s';

-- An event that holds a known value is a finding where no rule found anything: it names the
-- indicator as it was, and no version of rules.
alter table monitoring.finding alter column version_id drop not null;
alter table monitoring.finding add column indicator jsonb;
alter table monitoring.finding add constraint finding_of_rule_or_indicator
  check ((version_id is null) = (indicator is not null));
alter table monitoring.finding drop constraint finding_once;
alter table monitoring.finding add constraint finding_once
  unique nulls not distinct (event_id, version_id, rule_id, group_key);

-- An indicator's noise is counted under no version.
alter table monitoring.rule_day drop constraint rule_day_version_id_fkey;
