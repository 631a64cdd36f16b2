set lock_timeout = '5s';

-- From which day on an organisation is called otherwise. What was entered wrongly keeps its row.
create table directory.renaming (
  id           uuid primary key default uuidv7(),
  organisation text not null references directory.organisation,
  since        date not null,
  acronym      text not null constraint renaming_acronym_length
               check (length(acronym) between 1 and 40),
  name_az      text collate database.az not null constraint renaming_name_az_length
               check (length(name_az) between 2 and 300),
  name_en      text not null constraint renaming_name_en_length
               check (length(name_en) between 2 and 300),
  recorded_at  timestamptz not null,
  account      text not null default database.caller_account(),
  withdrawn_at timestamptz
);
create unique index renaming_once_a_day on directory.renaming (organisation, since)
  where withdrawn_at is null;

-- From which day on an organisation is no more, and who took its duties over.
create table directory.dissolution (
  id           uuid primary key default uuidv7(),
  organisation text not null references directory.organisation,
  since        date not null,
  successor    text references directory.organisation
               constraint dissolution_successor_other check (successor <> organisation),
  recorded_at  timestamptz not null,
  account      text not null default database.caller_account(),
  withdrawn_at timestamptz
);
create unique index dissolution_once on directory.dissolution (organisation)
  where withdrawn_at is null;

grant select, insert on directory.renaming to qalxan_app;
grant update (withdrawn_at) on directory.renaming to qalxan_app;
grant select, insert on directory.dissolution to qalxan_app;
grant update (withdrawn_at) on directory.dissolution to qalxan_app;

alter table directory.renaming enable row level security;
create policy renaming_is_public on directory.renaming for select to qalxan_app using (true);
create policy renaming_is_entered on directory.renaming for insert to qalxan_app
  with check (directory.may_update(organisation));
create policy renaming_is_withdrawn on directory.renaming for update to qalxan_app
  using (directory.may_update(organisation));

alter table directory.dissolution enable row level security;
create policy dissolution_is_public on directory.dissolution for select to qalxan_app using (true);
create policy dissolution_is_entered on directory.dissolution for insert to qalxan_app
  with check (directory.may_update(organisation));
create policy dissolution_is_withdrawn on directory.dissolution for update to qalxan_app
  using (directory.may_update(organisation));
