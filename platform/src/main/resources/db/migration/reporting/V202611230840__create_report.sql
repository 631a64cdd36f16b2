set lock_timeout = '5s';

create sequence reporting.reference_number increment by 500 start with 100000;

create table reporting.report (
  id              uuid primary key,
  reference       text not null,
  secret_digest   bytea,
  state           text not null,
  category        text not null,
  region          text not null,
  channel         text not null,
  language        text not null,
  body            text not null,
  handling        smallint not null,
  happened_at     timestamptz,
  reported_at     timestamptz not null,
  recorded_at     timestamptz not null,
  loss_amount     numeric(14, 2),
  loss_currency   text,
  paid_how        text not null,
  story           text not null collate database.az,
  on_behalf_of    text not null,
  case_number     text,
  closed_reason   text,
  first_answer_at timestamptz,
  changed_at      timestamptz not null,
  version         integer not null default 0,
  constraint report_reference_unique unique (reference),
  constraint report_state_known
    check (state in ('waiting', 'accepted', 'closed', 'withdrawn')),
  constraint report_handling_is_tlp check (handling between 0 and 4),
  constraint report_accepted_has_case check ((state = 'accepted') = (case_number is not null)),
  constraint report_closed_has_reason check ((state = 'closed') = (closed_reason is not null)),
  constraint report_loss_whole check ((loss_amount is null) = (loss_currency is null))
);

-- The triage queue of a body, newest first.
create index report_queue on reporting.report (body, state, reported_at desc, id desc);
create index report_by_case on reporting.report (case_number) where case_number is not null;

create table reporting.contact (
  report_id uuid primary key references reporting.report (id),
  name      text not null,
  phone     text not null,
  email     text not null
);

create table reporting.identifier (
  report_id   uuid not null references reporting.report (id),
  ordinal     smallint not null,
  kind        text not null,
  scheme      text not null,
  value       text not null,
  link_key    text not null,
  span_start  integer,
  span_end    integer,
  reported_at timestamptz not null,
  primary key (report_id, ordinal)
);

-- Everything that shares an identifier, newest first; an empty key does not link.
create index identifier_by_key
  on reporting.identifier (link_key, reported_at desc) where link_key <> '';

create table reporting.message (
  id         uuid primary key,
  report_id  uuid not null references reporting.report (id),
  sent_at    timestamptz not null,
  sender     text not null,
  text       text not null collate database.az,
  constraint message_sender_known check (sender in ('reporter', 'body'))
);
create index message_by_report on reporting.message (report_id, sent_at);

create table reporting.attachment (
  id          uuid primary key,
  report_id   uuid not null references reporting.report (id),
  name        text not null,
  media_type  text not null,
  bytes       bigint not null,
  sha256      text not null,
  scan        text not null,
  received_at timestamptz not null,
  constraint attachment_scan_known check (scan in ('quarantined', 'clean', 'infected'))
);
create index attachment_by_report on reporting.attachment (report_id);

-- What happened to a report, for its history; append-only.
create table reporting.happening (
  report_id uuid not null references reporting.report (id),
  at        timestamptz not null,
  kind      text not null,
  account   text not null default database.caller_account(),
  body      text not null default database.caller_body(),
  detail    text not null,
  primary key (report_id, at, kind)
);

-- The words of each report as search keys. Not readable by the application's role: only through
-- reporting.search, because the operator of a text index is not leak-proof and row-level security
-- would keep it from using the index.
create table reporting.search_keys (
  report_id uuid primary key,
  body      text not null,
  handling  smallint not null,
  keys      tsvector not null
);
create index search_keys_words on reporting.search_keys using gin (keys);
