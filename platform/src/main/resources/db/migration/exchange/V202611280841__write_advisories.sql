set lock_timeout = '5s';

-- An advisory while people work on it. What it says is the form as it was filled in; what goes out of
-- it is made anew for each edition and stands in advisory_file, unchanged from then on.
create table exchange.advisory (
  id         uuid primary key,
  number     text not null constraint advisory_number_once unique,
  body       text not null default database.caller_body(),
  -- CSAF 2.0 has no AMBER+STRICT, and TLP:RED is for named people.
  handling   smallint not null constraint advisory_handling_known check (handling between 0 and 2),
  title      text not null constraint advisory_title_length check (length(title) between 3 and 300),
  said       jsonb not null constraint advisory_said_bounded check (length(said::text) <= 400000),
  state      text not null default 'draft' constraint advisory_state_known
             check (state in ('draft', 'waiting', 'released', 'withdrawn')),
  -- Approvals count for the round in which they were given.
  round      integer not null default 1,
  edition    integer not null default 0 constraint advisory_edition_bounded check (edition between 0 and 999),
  made_at    timestamptz not null,
  changed_at timestamptz not null,
  made_by    text not null,
  account    text not null default database.caller_account()
);
create index advisory_by_body on exchange.advisory (body, changed_at desc, id);

create table exchange.advisory_signature (
  advisory_id uuid not null references exchange.advisory,
  round       integer not null,
  account     text not null default database.caller_account(),
  name        text not null,
  at          timestamptz not null,
  approves    boolean not null,
  words       text not null constraint advisory_signature_words_length check (length(words) <= 2000),
  primary key (advisory_id, round, account)
);

-- A document that is out: an edition of an own advisory, or what another provider published.
create table exchange.advisory_file (
  id          uuid primary key,
  advisory_id uuid references exchange.advisory,
  number      text not null constraint advisory_file_number_length check (length(number) between 1 and 200),
  publisher   text not null constraint advisory_file_publisher_length check (length(publisher) <= 500),
  version     text not null constraint advisory_file_version_length check (length(version) between 1 and 100),
  body        text not null default database.caller_body(),
  handling    smallint not null constraint advisory_file_handling_is_tlp check (handling between 0 and 3),
  title       text not null constraint advisory_file_title_length check (length(title) <= 1000),
  status      text not null constraint advisory_file_status_known
              check (status in ('draft', 'interim', 'final')),
  valid       boolean not null,
  first_at    timestamptz not null,
  released_at timestamptz not null,
  kept_at     timestamptz not null,
  kept_by     text not null,
  document    text not null constraint advisory_file_bounded check (length(document) <= 20000000),
  sha256      text not null,
  sha512      text not null,
  -- Armoured OpenPGP of ours; empty for what others published.
  signature   text not null default '',
  newest      boolean not null default true,
  matched_at  timestamptz,
  constraint advisory_file_once unique (body, publisher, number, version)
);
create unique index advisory_file_one_newest on exchange.advisory_file (body, publisher, number) where newest;
create index advisory_file_listed on exchange.advisory_file (handling, released_at desc, id) where newest;
create index advisory_file_unmatched on exchange.advisory_file (kept_at, id) where newest and matched_at is null;
create index advisory_file_of on exchange.advisory_file (advisory_id, released_at);

-- What a body has, so that an advisory about it finds its owner.
create table exchange.owned_product (
  id         uuid primary key,
  body       text not null default database.caller_body(),
  vendor     text not null constraint owned_product_vendor_length check (length(vendor) <= 200),
  name       text not null constraint owned_product_name_length check (length(name) between 2 and 200),
  version    text not null constraint owned_product_version_length check (length(version) <= 100),
  cpe        text not null constraint owned_product_cpe_length check (length(cpe) <= 500),
  purl       text not null constraint owned_product_purl_length check (length(purl) <= 500),
  place      text not null constraint owned_product_place_length check (length(place) <= 200),
  made_at    timestamptz not null,
  made_by    text not null,
  ended_at   timestamptz,
  matched_at timestamptz
);
create index owned_product_by_body on exchange.owned_product (body, made_at desc, id) where ended_at is null;
create index owned_product_unmatched on exchange.owned_product (made_at, id)
  where ended_at is null and matched_at is null;

-- An advisory speaks of a product that a body has.
create table exchange.advisory_fit (
  file_id    uuid not null references exchange.advisory_file,
  product_id uuid not null references exchange.owned_product,
  body       text not null,
  sure       boolean not null,
  affected   boolean not null,
  told       text not null constraint advisory_fit_told_length check (length(told) <= 500),
  found_at   timestamptz not null,
  done_at    timestamptz,
  done_by    text not null default '',
  primary key (file_id, product_id)
);
create index advisory_fit_open on exchange.advisory_fit (body, found_at desc) where done_at is null;
create index advisory_fit_by_product on exchange.advisory_fit (product_id);

-- Whoever writes or decides about advisories of that body.
create function exchange.advises(owner text, marked smallint) returns boolean language sql stable
  return 'system' = any (database.caller_roles())
    or (owner = database.caller_body() and marked <= greatest(
      access.ceiling('advisory', 'create', 'own'), access.ceiling('advisory', 'decide', 'own')));

create function exchange.guard_advisory() returns trigger language plpgsql as $$
begin
  if new.state = 'released' and old.state <> 'released' and (
      select count(*) from exchange.advisory_signature s
      where s.advisory_id = new.id and s.round = new.round and s.approves
        and s.account <> new.account) < 2 then
    raise exception using errcode = 'check_violation', constraint = 'advisory_by_two_people',
      message = 'an advisory needs the approval of two people';
  end if;
  if old.state = 'waiting' and new.state = 'waiting' and new.said is distinct from old.said then
    raise exception using errcode = 'check_violation', constraint = 'advisory_stays_while_asked',
      message = 'what is being approved is not changed';
  end if;
  return new;
end $$;
create trigger advisory_is_guarded before update on exchange.advisory
  for each row execute function exchange.guard_advisory();

grant select, insert, update (handling, title, said, state, round, edition, changed_at, made_by, account)
  on exchange.advisory to qalxan_app;
grant select, insert on exchange.advisory_signature to qalxan_app;
grant select, insert, update (newest, matched_at) on exchange.advisory_file to qalxan_app;
grant select, insert, update (ended_at, matched_at) on exchange.owned_product to qalxan_app;
grant select, insert, update (sure, affected, told, done_at, done_by) on exchange.advisory_fit to qalxan_app;

alter table exchange.advisory enable row level security;
create policy advisory_is_seen on exchange.advisory for select to qalxan_app 
  using (exchange.advises(body, handling));
create policy advisory_is_written on exchange.advisory for insert to qalxan_app with check (
  body = (select database.caller_body())
  and handling <= (select access.ceiling('advisory', 'create', 'own')));
create policy advisory_is_changed on exchange.advisory for update to qalxan_app
  using (exchange.advises(body, handling));

alter table exchange.advisory_signature enable row level security;
create policy advisory_signature_is_seen on exchange.advisory_signature for select to qalxan_app using (
  exists (select from exchange.advisory a where a.id = advisory_id));
create policy advisory_signature_is_given on exchange.advisory_signature for insert to qalxan_app
  with check (account = (select database.caller_account()) and exists (
    select from exchange.advisory a where a.id = advisory_id and a.round = advisory_signature.round
      and a.state = 'waiting' and a.account <> (select database.caller_account())
      and exchange.advises(a.body, a.handling)));

alter table exchange.advisory_fit enable row level security;
create policy advisory_fit_is_seen on exchange.advisory_fit for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('advisory', 'read', 'own')) >= 0));
create policy advisory_fit_is_found on exchange.advisory_fit for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy advisory_fit_moves on exchange.advisory_fit for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('advisory', 'update', 'own')) >= 0));

-- TLP:CLEAR is for everybody, signed in or not. What is narrower is for those whom the matrix names,
-- and for a body that has what the document is about.
alter table exchange.advisory_file enable row level security;
create policy advisory_file_is_seen on exchange.advisory_file for select to qalxan_app using (
  handling = 0
  or 'system' = any ((select database.caller_roles())::text[])
  or handling <= (select access.ceiling('advisory', 'read', 'any'))
  or (handling <= (select access.ceiling('advisory', 'read', 'own'))
    and (body = (select database.caller_body()) or exists (
      select from exchange.advisory_fit f
      where f.file_id = advisory_file.id and f.body = (select database.caller_body())))));
create policy advisory_file_is_kept on exchange.advisory_file for insert to qalxan_app
  with check (exchange.advises(body, handling));
create policy advisory_file_moves on exchange.advisory_file for update to qalxan_app
  using (exchange.advises(body, handling));

alter table exchange.owned_product enable row level security;
create policy owned_product_is_seen on exchange.owned_product for select to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('advisory', 'read', 'own')) >= 0));
create policy owned_product_is_entered on exchange.owned_product for insert to qalxan_app with check (
  body = (select database.caller_body())
  and (select access.ceiling('advisory', 'update', 'own')) >= 0);
create policy owned_product_moves on exchange.owned_product for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (body = (select database.caller_body())
    and (select access.ceiling('advisory', 'update', 'own')) >= 0));
