set lock_timeout = '5s';

-- What a pack last said of a line, so that a start tells what the pack changed from what people did.
create table law.pack_row (
  kind      text not null,
  key       text not null,
  starts    date not null,
  digest    text not null constraint pack_row_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
  loaded_at timestamptz not null,
  primary key (kind, key, starts)
);
comment on column law.pack_row.starts is
  'The first day that the row holds for; -infinity without one.';

grant select, insert, update (digest, loaded_at), delete on law.pack_row to qalxan_app;

alter table law.pack_row enable row level security;
create policy pack_row_is_kept_by_the_system on law.pack_row to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]))
  with check ('system' = any ((select database.caller_roles())::text[]));
