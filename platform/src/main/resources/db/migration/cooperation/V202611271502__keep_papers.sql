set lock_timeout = '5s';

-- A signed paper made from a request, as it was made; append-only.
create table cooperation.paper (
  id         uuid primary key,
  request_id uuid not null references cooperation.request,
  kind       text not null,
  file_name  text not null,
  sha256     text not null constraint paper_digest_form check (sha256 ~ '^[0-9a-f]{64}$'),
  pdf        bytea not null,
  made_at    timestamptz not null,
  author     text not null,
  account    text not null default database.caller_account()
);
create index paper_by_request on cooperation.paper (request_id, made_at);

-- That a paper went by mail, and which mail it was; append-only.
create table cooperation.paper_mail (
  paper     uuid not null references cooperation.paper,
  mail      uuid not null,
  recipient text not null,
  at        timestamptz not null,
  author    text not null,
  protection text not null,
  primary key (paper, mail)
);
alter table cooperation.paper enable row level security;
alter table cooperation.paper_mail enable row level security;
create policy paper_follows on cooperation.paper for select to qalxan_app
  using (exists (select from cooperation.request r where r.id = request_id));
create policy paper_is_made on cooperation.paper for insert to qalxan_app
  with check (exists (select from cooperation.request r where r.id = request_id)
    and (select greatest(access.ceiling('cooperation', 'update', 'own'),
      access.ceiling('cooperation', 'update', 'any'))) >= 0);
create policy paper_mail_follows on cooperation.paper_mail for select to qalxan_app
  using (exists (select from cooperation.paper p where p.id = paper));
create policy paper_mail_is_noted on cooperation.paper_mail for insert to qalxan_app
  with check (exists (select from cooperation.paper p where p.id = paper));
grant select, insert on cooperation.paper, cooperation.paper_mail to qalxan_app;
