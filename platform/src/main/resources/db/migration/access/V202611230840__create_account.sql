set lock_timeout = '5s';

-- A person who signs in. The user name is kept folded: lower case, ASCII (see UserName).
create table access.account (
  id           uuid primary key,
  username     text not null constraint account_username_unique unique
               constraint account_username_form check (username ~ '^[a-z0-9][a-z0-9._-]{1,59}$'),
  display_name text not null constraint account_display_name_length
               check (length(display_name) between 1 and 120),
  body         text not null,
  roles        text[] not null constraint account_roles_some check (cardinality(roles) > 0),
  state        text not null constraint account_state_known check (state in ('active', 'disabled')),
  oidc_issuer  text,
  oidc_subject text,
  created_at   timestamptz not null,
  created_by   text not null default database.caller_account(),
  constraint account_oidc_whole check ((oidc_issuer is null) = (oidc_subject is null)),
  constraint account_oidc_unique unique (oidc_issuer, oidc_subject)
);

create index account_by_body on access.account (body, username);

-- What proves that person. No page ever shows it.
create table access.credential (
  account           uuid primary key references access.account,
  password_hash     text,
  password_changed  timestamptz,
  totp_secret       bytea,
  totp_confirmed    boolean not null default false,
  totp_last_step    bigint not null default 0
);

create table access.recovery_code (
  account uuid not null references access.account,
  hash    bytea not null,
  used_at timestamptz,
  constraint recovery_code_pk primary key (account, hash)
);

create table access.passkey (
  id         bytea primary key,
  account    uuid not null references access.account,
  label      text not null constraint passkey_label_length check (length(label) between 1 and 60),
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  backup_eligible boolean not null,
  backed_up  boolean not null,
  attestation bytea,
  client_data bytea,
  created_at timestamptz not null,
  used_at    timestamptz not null
);

create index passkey_by_account on access.passkey (account);

-- Failures are counted apart for each known browser ('' for all unknown ones), so that a stranger
-- who keeps failing cannot lock the owner out of the browsers the owner has used.
create table access.failed_sign_in (
  account      uuid not null references access.account,
  device       text not null,
  failures     integer not null,
  locked_until timestamptz,
  constraint failed_sign_in_pk primary key (account, device)
);

-- A body's program. Its token is drawn once and only its SHA-256 is kept.
create table access.api_client (
  id         uuid primary key,
  name       text not null constraint api_client_name_length
             check (length(name) between 1 and 120),
  body       text not null,
  roles      text[] not null constraint api_client_roles_some check (cardinality(roles) > 0),
  token_hash bytea not null constraint api_client_token_unique unique,
  created_at timestamptz not null,
  created_by text not null default database.caller_account(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);

create table access.first_administrator_link (
  token_hash bytea primary key,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);

alter table access.account enable row level security;
alter table access.credential enable row level security;
alter table access.recovery_code enable row level security;
alter table access.passkey enable row level security;
alter table access.failed_sign_in enable row level security;
alter table access.api_client enable row level security;
alter table access.first_administrator_link enable row level security;

create policy account_seen on access.account for select using (
  id::text = (select database.caller_account())
  or (select access.ceiling('access', 'read', 'any')) >= 0
  or (body = (select database.caller_body())
      and (select access.ceiling('access', 'read', 'own')) >= 0));
create policy account_made on access.account for insert with check (
  (select access.ceiling('access', 'administer', 'any')) >= 0
  or (body = (select database.caller_body())
      and (select access.ceiling('access', 'administer', 'own')) >= 0));
create policy account_changed on access.account for update using (
  (select access.ceiling('access', 'administer', 'any')) >= 0
  or (body = (select database.caller_body())
      and (select access.ceiling('access', 'administer', 'own')) >= 0));

create policy credential_of_self on access.credential using (
  account::text = (select database.caller_account())
  or 'system' = any ((select database.caller_roles())::text[]));
create policy recovery_code_of_self on access.recovery_code using (
  account::text = (select database.caller_account())
  or 'system' = any ((select database.caller_roles())::text[]));
create policy passkey_of_self on access.passkey using (
  account::text = (select database.caller_account())
  or 'system' = any ((select database.caller_roles())::text[]));
create policy failed_sign_in_of_self on access.failed_sign_in using (
  account::text = (select database.caller_account())
  or 'system' = any ((select database.caller_roles())::text[]));

-- Whoever may administer an account may set a new first password and drop its factors.
create policy credential_administered on access.credential using (exists (
  select 1 from access.account a where a.id = credential.account
  and ((select access.ceiling('access', 'administer', 'any')) >= 0
       or (a.body = (select database.caller_body())
           and (select access.ceiling('access', 'administer', 'own')) >= 0))));
create policy recovery_code_administered on access.recovery_code using (exists (
  select 1 from access.account a where a.id = recovery_code.account
  and ((select access.ceiling('access', 'administer', 'any')) >= 0
       or (a.body = (select database.caller_body())
           and (select access.ceiling('access', 'administer', 'own')) >= 0))));
create policy passkey_administered on access.passkey using (exists (
  select 1 from access.account a where a.id = passkey.account
  and ((select access.ceiling('access', 'administer', 'any')) >= 0
       or (a.body = (select database.caller_body())
           and (select access.ceiling('access', 'administer', 'own')) >= 0))));

create policy api_client_seen on access.api_client for select using (
  (select access.ceiling('access', 'read', 'any')) >= 0
  or (body = (select database.caller_body())
      and (select access.ceiling('access', 'read', 'own')) >= 0));
create policy api_client_made on access.api_client for insert with check (
  (select access.ceiling('access', 'administer', 'any')) >= 0
  or (body = (select database.caller_body())
      and (select access.ceiling('access', 'administer', 'own')) >= 0));
create policy api_client_changed on access.api_client for update using (
  (select access.ceiling('access', 'administer', 'any')) >= 0
  or (body = (select database.caller_body())
      and (select access.ceiling('access', 'administer', 'own')) >= 0));

create policy first_administrator_link_of_system on access.first_administrator_link using (
  'system' = any ((select database.caller_roles())::text[]));

grant select, insert on access.account to qalxan_app;
grant update (display_name, body, roles, state, oidc_issuer, oidc_subject)
  on access.account to qalxan_app;
grant select, insert, update on access.credential to qalxan_app;
grant select, insert, update, delete on access.recovery_code to qalxan_app;
grant select, insert, update, delete on access.passkey to qalxan_app;
grant select, insert, update, delete on access.failed_sign_in to qalxan_app;
grant select, insert on access.api_client to qalxan_app;
grant update (revoked_at) on access.api_client to qalxan_app;
grant select, insert on access.first_administrator_link to qalxan_app;
grant update (used_at) on access.first_administrator_link to qalxan_app;
