set lock_timeout = '5s';

create sequence casework.case_number;

create table casework.case_file (
  id           uuid primary key,
  number       text not null,
  title        text not null collate database.az,
  body         text not null,
  handling     smallint not null,
  restricted   boolean not null default false,
  state        text not null,
  state_reason text not null default '',
  state_until  timestamptz,
  opened_at    timestamptz not null,
  changed_at   timestamptz not null,
  version      integer not null default 0,
  constraint case_number_unique unique (number),
  constraint case_state_known check (state in ('open', 'suspended', 'closed')),
  constraint case_handling_is_tlp check (handling between 0 and 4),
  constraint case_state_has_reason check (state = 'open' or state_reason <> '')
);
create index case_by_body on casework.case_file (body, state, opened_at desc, id desc);

create table casework.member (
  case_id uuid not null references casework.case_file (id),
  account text not null,
  name    text not null,
  lead    boolean not null,
  since   timestamptz not null,
  constraint member_once primary key (case_id, account)
);
create index member_by_account on casework.member (account);

create table casework.note (
  id      uuid primary key default uuidv7(),
  case_id uuid not null references casework.case_file (id),
  at      timestamptz not null,
  account text not null default database.caller_account(),
  author  text not null,
  text    text not null collate database.az
);
create index note_by_case on casework.note (case_id, at);

create table casework.task (
  id         uuid primary key,
  case_id    uuid not null references casework.case_file (id),
  title      text not null collate database.az,
  clock      text not null,
  due_at     timestamptz not null,
  account    text not null,
  assignee   text not null,
  state      text not null default 'open',
  created_at timestamptz not null,
  ended_at   timestamptz,
  constraint task_clock_known check (clock in ('ceiling', 'floor', 'target')),
  constraint task_state_known check (state in ('open', 'done', 'cancelled'))
);
create index task_by_account on casework.task (account, state, due_at);
create index task_by_case on casework.task (case_id, due_at);

create table casework.offence (
  case_id  uuid not null references casework.case_file (id),
  article  text not null,
  verified boolean not null,
  at       timestamptz not null,
  constraint offence_once primary key (case_id, article)
);

-- What happened to a case; append-only.
create table casework.happening (
  sequence bigint generated always as identity primary key,
  case_id  uuid not null references casework.case_file (id),
  at       timestamptz not null,
  kind     text not null,
  account  text not null default database.caller_account(),
  author   text not null,
  detail   text not null
);
create index happening_by_case on casework.happening (case_id, sequence);

-- Why a report may be closed without a case, as dated data.
create table casework.closing_reason (
  code       text primary key,
  name_az    text not null,
  name_en    text not null,
  source     text not null,
  verified   boolean not null,
  valid_from date not null,
  valid_to   date
);
insert into casework.closing_reason (code, name_az, name_en, source, verified, valid_from) values
  ('no-offence', 'Cinayət tərkibi yoxdur', 'No elements of an offence', 'CPM 39', false, '2000-09-01'),
  ('not-cyber', 'Kibercinayət deyil', 'Not a cybercrime', 'daxili qayda', false, '2023-08-28'),
  ('duplicate', 'Eyni şəxsin təkrar müraciəti', 'Repeated report by the same person', 'daxili qayda', false, '2023-08-28'),
  ('unverifiable', 'Yoxlamaq üçün məlumat çatmır', 'Too little to verify', 'CPM 207', false, '2000-09-01'),
  ('time-barred', 'Müddət keçib', 'Time-barred', 'CM 75', false, '2000-09-01');

create table casework.saved_view (
  account text not null default database.caller_account(),
  name    text not null,
  query   text not null,
  constraint saved_view_once primary key (account, name),
  constraint saved_view_name_short check (length(name) between 1 and 60)
);
