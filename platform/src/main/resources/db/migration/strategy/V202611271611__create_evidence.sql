set lock_timeout = '5s';

-- Evidence of a claim: a document, a link, a figure of a register as it was, or a decision.
create table strategy.evidence (
  id         uuid primary key,
  entry      bigint not null unique references strategy.progress_entry,
  claim      uuid not null,
  kind       text not null,
  title      text collate database.az not null,
  link       text,
  file_name  text,
  bytes      bigint,
  sha256     text,
  figure     text,
  period     text,
  value      numeric,
  unit       text,
  true_on    date,
  number     text,
  decided_on date,
  constraint evidence_kind_known check (kind in ('document', 'link', 'figure', 'decision')),
  constraint evidence_title_length check (length(title) between 3 and 300),
  constraint evidence_document_whole check (
    (kind = 'document') = (sha256 is not null and bytes is not null and file_name is not null)),
  constraint evidence_bytes_bounded check (bytes between 1 and 20971520),
  constraint evidence_digest_form check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint evidence_link_form check (
    (kind = 'link') = (link is not null) and link ~ '^https?://' and length(link) <= 1000),
  constraint evidence_figure_whole check ((kind = 'figure') =
    (figure is not null and period is not null and value is not null and true_on is not null)),
  constraint evidence_decision_whole check (
    (kind = 'decision') = (number is not null and decided_on is not null))
);
create index evidence_by_claim on strategy.evidence (claim, entry);
create table strategy.evidence_content (
  evidence uuid primary key references strategy.evidence,
  content  bytea not null,
  constraint evidence_content_bounded check (octet_length(content) between 1 and 20971520)
);
alter table strategy.evidence_content alter column content set storage external;

-- What kinds of evidence a stage asks for; the words stand in the record of progress.
create table strategy.criterion (
  entry   bigint primary key references strategy.progress_entry,
  kinds   text[] not null,
  constraint criterion_kinds_known
    check (kinds <@ array['document', 'link', 'figure', 'decision'] and cardinality(kinds) >= 1)
);

grant select, insert on strategy.evidence, strategy.evidence_content, strategy.criterion
  to qalxan_app;
alter table strategy.evidence enable row level security;
alter table strategy.evidence_content enable row level security;
alter table strategy.criterion enable row level security;
create policy evidence_follows on strategy.evidence for select to qalxan_app using (
  exists (select from strategy.progress_entry e where e.sequence = entry));
create policy evidence_is_given on strategy.evidence for insert to qalxan_app with check (
  exists (select from strategy.progress_entry e
    where e.sequence = evidence.entry and e.kind = 'evidence' and e.claim = evidence.claim
      and e.body = database.caller_body() and e.account = database.caller_account()));
-- That a document is there everybody sees who reads the plan; it leaves for those who may export.
create policy evidence_content_follows on strategy.evidence_content for select to qalxan_app
  using (exists (select from strategy.evidence v where v.id = evidence)
    and (select access.ceiling('strategy', 'export', 'own')) >= 0);
create policy evidence_content_is_given on strategy.evidence_content for insert to qalxan_app
  with check (exists (select from strategy.evidence v
    join strategy.progress_entry e on e.sequence = v.entry
    where v.id = evidence and v.kind = 'document' and e.account = database.caller_account()));
create policy criterion_follows on strategy.criterion for select to qalxan_app using (
  exists (select from strategy.progress_entry e where e.sequence = entry));
create policy criterion_is_set on strategy.criterion for insert to qalxan_app with check (
  exists (select from strategy.progress_entry e
    where e.sequence = entry and e.kind = 'criterion' and e.body = database.caller_body()
      and e.account = database.caller_account()));
