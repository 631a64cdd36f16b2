set lock_timeout = '5s';

-- Who let whom in, why and how: a named person, or one who broke the glass for some hours with a
-- second person's consent. Ended entries stay and tell who could see what, and when.
alter table access.compartment_entry
  add column name         text not null default '',
  add column kind         text not null default 'named',
  add column reason       text not null default '',
  add column giver        text not null default '',
  add column ended_by     text not null default '',
  add column ended_reason text not null default '',
  add constraint compartment_entry_kind_known check (kind in ('named', 'break-glass')),
  add constraint compartment_entry_broken_in_ends check (kind = 'named' or until is not null);

-- Whether the caller was named, and is not there for some hours only.
create function access.stands_in_compartment(asked uuid) returns boolean
  language sql stable security definer set search_path = access, pg_catalog
  return 'system' = any (database.caller_roles()) or exists (
    select from compartment_entry e
     where e.compartment = asked and e.account = database.caller_account() and e.kind = 'named'
       and e.ended_at is null and (e.until is null or e.until > now()));

-- Whether the caller was ever named in it: who handed a secluded case over may know that it did.
create function access.was_in_compartment(asked uuid) returns boolean
  language sql stable security definer set search_path = access, pg_catalog
  return 'system' = any (database.caller_roles()) or exists (
    select from compartment_entry e
     where e.compartment = asked and e.account = database.caller_account() and e.kind = 'named');

-- Entries are written by functions alone: whoever broke in for some hours could otherwise prolong
-- the own stay, and an ended entry could be opened again.
drop policy compartment_is_made on access.compartment;
drop policy compartment_entry_is_given on access.compartment_entry;
drop policy compartment_entry_ends on access.compartment_entry;
drop function access.compartment_is_empty;
revoke insert on access.compartment from qalxan_app;
revoke insert, update (until, ended_at) on access.compartment_entry from qalxan_app;

-- A new compartment of the caller's body, with the caller inside.
create function access.found_compartment(
    asked uuid, in_body text, who text, who_name text, why text, moment timestamptz)
  returns void language plpgsql security definer set search_path = access, pg_catalog as $$
begin
  if not ('system' = any (database.caller_roles())
          or (in_body = database.caller_body() and who = database.caller_account()
              and who <> '')) then
    raise exception 'a compartment is founded for the own body by who enters it'
      using errcode = 'insufficient_privilege';
  end if;
  insert into compartment (id, body, created_at) values (asked, in_body, moment);
  insert into compartment_entry (compartment, account, name, since, reason, giver)
  values (asked, who, who_name, moment, why, who_name);
end $$;

-- Lets an active person of the compartment's body in; false when there is none such, when the
-- person is inside already, or when the caller does not stand inside.
create function access.admit(
    asked uuid, who uuid, ends timestamptz, why text, giver_name text, moment timestamptz)
  returns boolean language plpgsql security definer set search_path = access, pg_catalog as $$
declare
  person_name text;
begin
  if not access.stands_in_compartment(asked) then
    return false;
  end if;
  select a.display_name into person_name
    from account a join compartment c on c.id = asked and c.body = a.body
   where a.id = who and a.state = 'active';
  if not found then
    return false;
  end if;
  update compartment_entry
     set ended_at = least(until, moment)
   where compartment = asked and account = who::text and ended_at is null
     and (until <= moment or kind = 'break-glass');
  insert into compartment_entry (compartment, account, name, since, until, reason, giver)
  values (asked, who::text, person_name, moment, ends, why, giver_name)
  on conflict (compartment, account) where ended_at is null do nothing;
  return found;
end $$;

-- Ends somebody's access; somebody named without an end stays inside, so that nothing is orphaned.
create function access.end_access(entry uuid, why text, moment timestamptz)
  returns boolean language plpgsql security definer set search_path = access, pg_catalog as $$
declare
  inside uuid;
begin
  select e.compartment into inside from compartment_entry e
   where e.id = entry and e.ended_at is null;
  if not found or not access.stands_in_compartment(inside) then
    return false;
  end if;
  perform from compartment c where c.id = inside for update;
  update compartment_entry e
     set ended_at = moment, ended_by = database.caller_account(), ended_reason = why
   where e.id = entry and e.ended_at is null
     and (e.kind = 'break-glass' or exists (
       select from compartment_entry o
        where o.compartment = inside and o.id <> entry and o.kind = 'named'
          and o.ended_at is null and o.until is null));
  return found;
end $$;

-- For functions of other schemas, which have asked two people: access for some hours.
create function access.break_into(
    asked uuid, who text, who_name text, ends timestamptz, why text, second_person text,
    moment timestamptz)
  returns void language plpgsql security definer set search_path = access, pg_catalog as $$
begin
  update compartment_entry set ended_at = until
   where compartment = asked and account = who and ended_at is null and until <= moment;
  insert into compartment_entry
    (compartment, account, name, since, until, kind, reason, giver)
  values (asked, who, who_name, moment, ends, 'break-glass', why, second_person)
  on conflict (compartment, account) where ended_at is null do nothing;
end $$;

-- For functions of other schemas, which have asked both bodies: everybody leaves, one enters.
create function access.move_compartment(
    asked uuid, to_body text, who text, who_name text, why text, moment timestamptz)
  returns void language sql security definer set search_path = access, pg_catalog
  begin atomic
    update compartment set body = to_body where id = asked;
    update compartment_entry
       set ended_at = least(coalesce(until, moment), moment), ended_by = database.caller_account(),
           ended_reason = why
     where compartment = asked and ended_at is null;
    insert into compartment_entry (compartment, account, name, since, reason, giver)
    values (asked, who, who_name, moment, why, who_name);
  end;

revoke execute on function access.found_compartment, access.admit, access.end_access,
  access.break_into, access.move_compartment from public;
grant execute on function access.found_compartment, access.admit, access.end_access to qalxan_app;
