set lock_timeout = '5s';

alter table access.api_client add column last_used_at timestamptz;
grant update (last_used_at) on access.api_client to qalxan_app;
