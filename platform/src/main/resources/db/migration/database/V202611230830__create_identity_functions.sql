set lock_timeout = '5s';

create extension if not exists pg_trgm with schema database;

create collation database.az (provider = icu, locale = 'az');
create collation database.az_ci (provider = icu, locale = 'az-u-ks-level2', deterministic = false);

-- Who a transaction acts for. Set by the application at its start, empty when unset.
create function database.caller_account() returns text
  language sql stable parallel safe
  return coalesce(current_setting('qalxan.account', true), '');

create function database.caller_body() returns text
  language sql stable parallel safe
  return coalesce(current_setting('qalxan.body', true), '');

create function database.caller_roles() returns text[]
  language sql stable parallel safe
  return string_to_array(coalesce(current_setting('qalxan.roles', true), ''), ',');

create function database.caller_report() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('qalxan.report', true), '')::uuid;

grant usage on schema database to qalxan_app, qalxan_reader;
