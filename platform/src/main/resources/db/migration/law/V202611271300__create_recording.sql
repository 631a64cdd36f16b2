set lock_timeout = '5s';

-- One thing that the law says: an instrument, a provision, a treaty event, a mapping … Its address
-- stays the same whatever is recorded of it.
create table law.line (
  id   bigint generated always as identity primary key,
  kind text not null constraint line_kind_form check (kind ~ '^[a-z-]{2,20}$'),
  key  text not null constraint line_key_length
       check (length(key) between 1 and 200),
  constraint line_once unique (kind, key)
);

-- What holds of a line, on which days (valid time), and from when to when we said so (recorded
-- time). Both are half-open. Nothing is changed but the end of the recorded time, once.
create table law.recording (
  id             uuid primary key default uuidv7(),
  line           bigint not null references law.line,
  valid_from     date,
  valid_until    date,
  fact           jsonb not null constraint recording_fact_is_object
                 check (jsonb_typeof(fact) = 'object'),
  proposal       uuid,
  recorded_from  timestamptz not null,
  recorded_until timestamptz,
  constraint recording_days_in_order check (valid_from < valid_until),
  constraint recording_time_in_order check (recorded_from <= recorded_until),
  constraint recording_of_one_day_once exclude using gist (
    int8range(line, line, '[]') with &&,
    daterange(valid_from, valid_until) with &&,
    tstzrange(recorded_from, recorded_until) with &&)
);
create index recording_by_line on law.recording (line, recorded_from);
create index recording_held on law.recording (line) where recorded_until is null;

grant select, insert on law.line to qalxan_app;
grant select, insert on law.recording to qalxan_app;
grant update (recorded_until) on law.recording to qalxan_app;
grant usage on schema law to qalxan_app;

alter table law.line enable row level security;
create policy line_is_public on law.line for select to qalxan_app using (true);
create policy line_is_added on law.line for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or access.ceiling('law', 'decide', 'any') >= 0 or access.ceiling('law', 'update', 'any') >= 0);

alter table law.recording enable row level security;
create policy recording_is_public on law.recording for select to qalxan_app using (true);
create policy recording_is_added on law.recording for insert to qalxan_app with check (
  'system' = any ((select database.caller_roles())::text[])
  or (select access.ceiling('law', 'decide', 'any')) >= 0);
create policy recording_ends_once on law.recording for update to qalxan_app
  using (recorded_until is null
    and ('system' = any ((select database.caller_roles())::text[])
      or (select access.ceiling('law', 'decide', 'any')) >= 0))
  with check (recorded_until is not null);
