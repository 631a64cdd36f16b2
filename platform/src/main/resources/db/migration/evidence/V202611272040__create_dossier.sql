set lock_timeout = '5s';

-- An export of exhibits for a court or for another state: what was asked for, and what became of it.
create table evidence.dossier (
  id          uuid primary key,
  case_number text not null,
  sequence    integer not null,
  purpose     text not null,
  recipient   text collate database.az not null,
  basis       text collate database.az not null,
  document    text collate database.az not null,
  words       text collate database.az not null,
  exhibits    integer not null,
  state       text not null default 'waiting',
  bytes_done  bigint not null default 0,
  bytes_all   bigint not null,
  failure     text not null default '',
  stored_id   text,
  sha256      text,
  bytes       bigint,
  graph       text not null default '',
  entry       uuid,
  at          timestamptz not null,
  touched_at  timestamptz not null,
  author      text collate database.az not null,
  account     text not null default database.caller_account(),
  body        text not null default database.caller_body(),
  constraint dossier_number_unique unique (case_number, sequence),
  constraint dossier_purpose_known check (purpose in ('court', 'assistance')),
  constraint dossier_state_known check (state in ('waiting', 'writing', 'ready', 'failed')),
  constraint dossier_ready_has_file check ((state = 'ready') = (stored_id is not null)),
  constraint dossier_is_of_something check (exhibits between 1 and 200)
);
create index dossier_by_body on evidence.dossier (body, at desc);

create table evidence.dossier_exhibit (
  dossier_id uuid not null references evidence.dossier,
  exhibit_id uuid not null references evidence.exhibit,
  place      integer not null,
  primary key (dossier_id, exhibit_id)
);
create index dossier_exhibit_by_exhibit on evidence.dossier_exhibit (exhibit_id);

-- Whether a dossier is the caller's own and nothing was written yet.
create function evidence.fresh_dossier(asked uuid) returns boolean
  language sql stable security definer set search_path = evidence, pg_catalog
  return exists (select from evidence.dossier d where d.id = asked and d.state = 'waiting'
    and d.account = database.caller_account());
create function evidence.next_dossier(asked text) returns integer
  language plpgsql security definer set search_path = evidence, pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('dossier of ' || asked, 0));
  return (select coalesce(max(d.sequence), 0) + 1 from evidence.dossier d
           where d.case_number = asked);
end $$;
revoke execute on function evidence.fresh_dossier, evidence.next_dossier from public;
grant execute on function evidence.fresh_dossier, evidence.next_dossier to qalxan_app;

grant select, insert on evidence.dossier, evidence.dossier_exhibit to qalxan_app;
grant update (state, bytes_done, failure, stored_id, sha256, bytes, graph, entry, touched_at)
  on evidence.dossier to qalxan_app;
alter table evidence.dossier enable row level security;
alter table evidence.dossier_exhibit enable row level security;

-- Seen by whoever sees every exhibit in it: one exhibit out of sight hides the whole.
create policy dossier_exhibit_follows on evidence.dossier_exhibit for select to qalxan_app
  using (exists (select from evidence.exhibit e where e.id = exhibit_id));
create policy dossier_exhibit_is_chosen on evidence.dossier_exhibit for insert to qalxan_app
  with check (evidence.fresh_dossier(dossier_id)
    and exists (select from evidence.exhibit e where e.id = exhibit_id
      and (evidence.may('export', e.body, e.handling, e.compartment)
        or evidence.holds('export', e.holder_body, e.handling, e.compartment))));
create policy dossier_follows on evidence.dossier for select to qalxan_app
  using (exhibits = (select count(*) from evidence.dossier_exhibit x where x.dossier_id = id));
create policy dossier_is_asked_for on evidence.dossier for insert to qalxan_app
  with check (account = database.caller_account() and body = database.caller_body()
    and state = 'waiting' and access.ceiling('evidence', 'export', 'own') >= 0);
create policy dossier_is_written on evidence.dossier for update to qalxan_app
  using (account = database.caller_account() and state in ('waiting', 'writing'))
  with check (account = database.caller_account());
