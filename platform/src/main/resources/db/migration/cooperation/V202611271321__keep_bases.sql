set lock_timeout = '5s';

-- The legal basis of a request as it was when it was chosen: clause, standing, reasons, contents,
-- grounds, limits, clocks. The last one holds; none is ever changed.
create table cooperation.basis (
  request_id uuid not null references cooperation.request,
  sequence   integer not null,
  at         timestamptz not null,
  clause     text not null,
  chosen_by  text not null,
  snapshot   jsonb not null,
  reason     text not null default '',
  account    text not null default database.caller_account(),
  author     text not null,
  constraint basis_pk primary key (request_id, sequence),
  constraint basis_chosen_by_known check (chosen_by in ('law', 'person', 'nobody')),
  constraint basis_override_has_reason check (chosen_by <> 'person' or reason <> '')
);
grant select, insert on cooperation.basis to qalxan_app;
alter table cooperation.basis enable row level security;
create policy basis_follows on cooperation.basis for select to qalxan_app
  using (exists (select from cooperation.request r where r.id = request_id));
create policy basis_is_chosen on cooperation.basis for insert to qalxan_app
  with check (exists (select from cooperation.request r where r.id = request_id));
