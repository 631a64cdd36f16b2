set lock_timeout = '5s';

-- A plan file that somebody put up to see what it would change; gone when it is recorded, thrown
-- away or a day old. Only who put it up sees it.
create table strategy.upload (
  id          uuid primary key,
  content     bytea not null constraint upload_content_size
              check (octet_length(content) between 1 and 16000000),
  name        text not null constraint upload_name_length check (length(name) <= 200),
  sha256      text not null constraint upload_digest_form check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_at timestamptz not null,
  account     text not null default database.caller_account()
);

create index upload_by_age on strategy.upload (uploaded_at);

grant select, insert, delete on strategy.upload to qalxan_app;

alter table strategy.upload enable row level security;
create policy upload_is_own on strategy.upload for all to qalxan_app
  using (account = (select database.caller_account())
    and (select access.ceiling('strategy', 'administer', 'any')) >= 0)
  with check (account = (select database.caller_account())
    and (select access.ceiling('strategy', 'administer', 'any')) >= 0);
