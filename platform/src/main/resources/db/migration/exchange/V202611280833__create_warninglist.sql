set lock_timeout = '5s';

-- A list of values that are no threat: what a body keeps holds in its own collections.
create table exchange.warninglist (
  id         uuid primary key default uuidv7(),
  body       text not null default database.caller_body(),
  name       text not null
             constraint warninglist_name_length check (length(name) between 1 and 255),
  -- An empty list under the name of one of our own lists only switches that one.
  kind       text not null constraint warninglist_kind_known
             check (kind in ('string', 'substring', 'hostname', 'cidr', 'regex', 'own')),
  revision   integer not null,
  about      text not null constraint warninglist_about_length check (length(about) <= 2000),
  -- Whether what it has is no threat, or is merely known.
  harmless   boolean not null,
  types      text[] not null,
  entries    text[] not null,
  enabled    boolean not null,
  taken_at   timestamptz not null,
  taken_by   text not null,
  unique (body, name)
);

grant select, insert, update (kind, revision, about, harmless, types, entries, enabled, taken_at,
  taken_by) on exchange.warninglist to qalxan_app;

alter table exchange.warninglist enable row level security;
create policy warninglist_is_seen on exchange.warninglist for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (select access.ceiling('exchange', 'read', 'own')) >= 0);
create policy warninglist_is_taken on exchange.warninglist for insert to qalxan_app with check (
  body = (select database.caller_body())
  and (select access.ceiling('exchange', 'update', 'own')) >= 0);
create policy warninglist_is_kept on exchange.warninglist for update to qalxan_app using (
  body = (select database.caller_body())
  and (select access.ceiling('exchange', 'update', 'own')) >= 0);
