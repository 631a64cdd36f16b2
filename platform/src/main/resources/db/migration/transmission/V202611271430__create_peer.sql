set lock_timeout = '5s';

-- Another instance. It is admitted by a second person, and can be shut out at any time.
create table transmission.peer (
  code          text primary key constraint peer_code_form check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  instance      uuid not null constraint peer_instance_unique unique,
  name          text collate database.az not null
                constraint peer_name_length check (length(name) between 2 and 200),
  address       text not null constraint peer_address_form check (address ~ '^https://[^/?#]{1,250}/?$'),
  state         text not null default 'proposed'
                constraint peer_state_known check (state in ('proposed', 'admitted', 'shut', 'dropped')),
  entered_at    timestamptz not null,
  entered_by    text not null default database.caller_account(),
  enterer       text not null,
  decided_at    timestamptz,
  decided_by    text,
  decider       text,
  shut_at       timestamptz,
  shut_by       text,
  constraint peer_needs_two_people check (decided_by <> entered_by),
  constraint peer_opens_by_another check (state <> 'admitted' or decided_by <> shut_by),
  constraint peer_decision_whole check (num_nonnulls(decided_at, decided_by, decider) in (0, 3)),
  constraint peer_proposed_is_undecided check (state = 'proposed' or decided_at is not null)
);

-- The bodies a peer may speak for. Two peers never speak for the same body.
create table transmission.peer_body (
  body text primary key constraint peer_body_form check (body ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  peer text not null references transmission.peer
);
create index peer_body_by_peer on transmission.peer_body (peer);

-- A public key of a peer or of an e-mail address. The fingerprint is SHA-256 over what is in
-- material: a certificate in DER, or an OpenPGP key.
create table transmission.partner_key (
  fingerprint  text not null constraint partner_key_fingerprint_form check (fingerprint ~ '^[0-9a-f]{64}$'),
  owner        text not null,
  peer         text references transmission.peer,
  usage        text not null constraint partner_key_usage_known
               check (usage in ('tls', 'sign', 'smime', 'openpgp')),
  key_id       text not null,
  subject      text not null,
  material     bytea not null constraint partner_key_size check (length(material) between 1 and 65536),
  valid_from   timestamptz not null,
  valid_until  timestamptz not null,
  state        text not null constraint partner_key_state_known
               check (state in ('proposed', 'in-force', 'ended', 'dropped')),
  entered_at   timestamptz not null,
  entered_by   text not null default database.caller_account(),
  enterer      text not null,
  announced_by text,
  decided_at   timestamptz,
  decided_by   text,
  decider      text,
  primary key (owner, fingerprint),
  constraint partner_key_of_peer check (peer is null or peer = owner),
  constraint partner_key_usage_fits check ((peer is not null) = (usage in ('tls', 'sign'))),
  constraint partner_key_days_in_order check (valid_until > valid_from),
  constraint partner_key_needs_two_people check (decided_by <> entered_by),
  constraint partner_key_decision_whole check (num_nonnulls(decided_at, decided_by, decider) in (0, 3)),
  constraint partner_key_in_force_was_admitted
    check (state <> 'in-force' or decided_at is not null or announced_by is not null)
);
-- What proves who calls names one peer only.
create unique index partner_key_names_one_peer on transmission.partner_key (fingerprint)
  where usage in ('tls', 'sign') and state in ('proposed', 'in-force', 'ended');

-- What somebody has to be told about a key, until somebody takes note.
create table transmission.key_alarm (
  id          uuid primary key,
  owner       text not null,
  fingerprint text not null default '',
  reason      text not null,
  detail      text not null default '',
  until       timestamptz,
  raised_at   timestamptz not null,
  last_at     timestamptz not null,
  times       integer not null default 1,
  seen_at     timestamptz,
  seen_by     text,
  constraint key_alarm_seen_whole check ((seen_at is null) = (seen_by is null))
);
create unique index key_alarm_once on transmission.key_alarm (owner, fingerprint, reason)
  where seen_at is null;
create index key_alarm_by_time on transmission.key_alarm (raised_at desc);

-- Whether the caller may do that with peers and keys, which belong to no body of ours.
create function transmission.may(verb text) returns boolean language sql stable
  return greatest(access.ceiling('transmission', verb, 'own'),
    access.ceiling('transmission', verb, 'any')) >= 1;

alter table transmission.peer enable row level security;
alter table transmission.peer_body enable row level security;
alter table transmission.partner_key enable row level security;
alter table transmission.key_alarm enable row level security;
create policy peer_is_read on transmission.peer for select to qalxan_app
  using ((select transmission.may('read')));
create policy peer_is_entered on transmission.peer for insert to qalxan_app
  with check (state = 'proposed' and (select transmission.may('administer')));
create policy peer_is_decided on transmission.peer for update to qalxan_app
  using ((select transmission.may('decide')));
create policy peer_body_is_read on transmission.peer_body for select to qalxan_app
  using ((select transmission.may('read')));
create policy peer_body_is_entered on transmission.peer_body for insert to qalxan_app
  with check (exists (select from transmission.peer p
    where p.code = peer and p.state = 'proposed' and p.entered_by = (select database.caller_account())));
create policy peer_body_is_dropped on transmission.peer_body for delete to qalxan_app
  using ((select transmission.may('decide')) and exists (select from transmission.peer p
    where p.code = peer and p.state = 'dropped'));
create policy partner_key_is_read on transmission.partner_key for select to qalxan_app
  using ((select transmission.may('read')));
create policy partner_key_is_entered on transmission.partner_key for insert to qalxan_app
  with check ((state = 'proposed' and (select transmission.may('administer')))
    or 'system' = any ((select database.caller_roles())::text[]));
create policy partner_key_is_decided on transmission.partner_key for update to qalxan_app
  using ((select transmission.may('decide')));
create policy key_alarm_is_read on transmission.key_alarm for select to qalxan_app
  using ((select transmission.may('read')));
create policy key_alarm_is_raised on transmission.key_alarm for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy key_alarm_is_noted on transmission.key_alarm for update to qalxan_app
  using ((select transmission.may('update')));

grant usage on schema transmission to qalxan_app;
grant select, insert on transmission.peer to qalxan_app;
grant update (state, decided_at, decided_by, decider, shut_at, shut_by) on transmission.peer to qalxan_app;
grant select, insert, delete on transmission.peer_body to qalxan_app;
grant select, insert on transmission.partner_key to qalxan_app;
grant update (state, decided_at, decided_by, decider) on transmission.partner_key to qalxan_app;
grant select, insert on transmission.key_alarm to qalxan_app;
grant update (last_at, times, seen_at, seen_by) on transmission.key_alarm to qalxan_app;
