set lock_timeout = '5s';

-- Versions of the access matrix. History is kept: a version's rules never change, only its state.
create table access.matrix_version (
  number      integer primary key,
  state       text not null constraint matrix_version_state_known
              check (state in ('proposed', 'in-force', 'superseded', 'rejected')),
  note        text not null constraint matrix_version_note_length
              check (length(note) between 10 and 2000),
  based_on    integer references access.matrix_version,
  proposed_at timestamptz not null,
  proposer    text not null default database.caller_account(),
  proposer_name text not null,
  proposer_body text not null,
  in_force_at timestamptz,
  ended_at    timestamptz,
  ended_reason text
);

create unique index matrix_version_one_in_force on access.matrix_version ((true))
  where state = 'in-force';
create unique index matrix_version_one_proposed on access.matrix_version ((true))
  where state = 'proposed';

create table access.matrix_rule (
  version   integer not null references access.matrix_version,
  id        text not null,
  role      text not null,
  module    text not null,
  verb      text not null,
  reach     text not null constraint matrix_rule_reach_known check (reach in ('own', 'any')),
  ceiling   smallint not null constraint matrix_rule_ceiling_range check (ceiling between 0 and 4),
  bodies    text[] not null constraint matrix_rule_bodies_some check (cardinality(bodies) > 0),
  reason_az text not null,
  reason_en text not null,
  constraint matrix_rule_pk primary key (version, id)
);

create index matrix_rule_by_right on access.matrix_rule (version, module, verb);

create table access.matrix_signature (
  version integer not null references access.matrix_version,
  account text not null default database.caller_account(),
  name    text not null,
  body    text not null default database.caller_body(),
  at      timestamptz not null,
  constraint matrix_signature_once primary key (version, account)
);

-- What a proposal may never reach by the application's own hand alone: the proposer does not sign,
-- and a version comes into force only with two signatures, or by the system's own bootstrap, once.
create function access.check_signature() returns trigger language plpgsql
  set search_path = access, pg_catalog as $$
begin
  if exists (select 1 from access.matrix_version
             where number = new.version and (proposer = new.account or state <> 'proposed')) then
    raise exception 'the proposer does not sign and only a proposed version is signed'
      using errcode = 'check_violation', constraint = 'matrix_signature_by_another';
  end if;
  return new;
end $$;

create trigger matrix_signature_by_another before insert on access.matrix_signature
  for each row execute function access.check_signature();

create function access.check_version() returns trigger language plpgsql
  set search_path = access, pg_catalog as $$
begin
  if tg_op = 'UPDATE' and old.state in ('rejected', 'superseded') then
    raise exception 'an ended version never changes'
      using errcode = 'check_violation', constraint = 'matrix_version_ended';
  end if;
  if new.state = 'in-force'
     and not ('system' = any (database.caller_roles())
              and not exists (select 1 from access.matrix_version
                              where state in ('in-force', 'superseded')))
     and (select count(*) from access.matrix_signature where version = new.number) < 2 then
    raise exception 'a version comes into force with two signatures'
      using errcode = 'check_violation', constraint = 'matrix_version_two_signatures';
  end if;
  return new;
end $$;

create trigger matrix_version_two_signatures before insert or update on access.matrix_version
  for each row execute function access.check_version();

-- The rules of a version are written with it, never later.
create function access.check_rule() returns trigger language plpgsql
  set search_path = access, pg_catalog as $$
begin
  if not exists (select 1 from access.matrix_version
                 where number = new.version and state = 'proposed'
                   and xmin = pg_current_xact_id()::xid) then
    raise exception 'a version''s rules are written together with it'
      using errcode = 'check_violation', constraint = 'matrix_rule_with_version';
  end if;
  return new;
end $$;

create trigger matrix_rule_with_version before insert on access.matrix_rule
  for each row execute function access.check_rule();

-- 'own' covers whatever 'any' covers: a right on all bodies' records is one on one's own too.
create or replace function access.ceiling_of(
    body text, roles text[], module text, verb text, reach text)
  returns smallint language sql stable parallel safe security definer
  set search_path = access, pg_catalog
  return case when 'system' = any (roles) then 4::smallint else coalesce(
    (select max(r.ceiling)
     from access.matrix_version v
     join access.matrix_rule r on r.version = v.number
     where v.state = 'in-force'
       and r.module = ceiling_of.module
       and r.verb = ceiling_of.verb
       and r.role = any (ceiling_of.roles)
       and (r.reach = 'any' or (ceiling_of.reach = 'own' and ceiling_of.body <> ''))
       and ('*' = any (r.bodies) or ceiling_of.body = any (r.bodies))), -1::smallint) end;

grant select, insert on access.matrix_version, access.matrix_rule, access.matrix_signature
  to qalxan_app;
grant update (state, in_force_at, ended_at, ended_reason) on access.matrix_version to qalxan_app;
