set lock_timeout = '5s';

-- That one body lets another read one of its reports until a moment. Never deleted, only ended.
create table reporting.report_share (
  id        uuid primary key default uuidv7(),
  report_id uuid not null references reporting.report (id),
  owner     text not null default database.caller_body(),
  body      text not null,
  under     uuid not null,
  purpose   text not null,
  given_at  timestamptz not null,
  given_by  text not null default database.caller_account(),
  until     timestamptz not null,
  ended_at  timestamptz,
  constraint report_share_to_another check (body <> owner),
  constraint report_share_until_later check (until > given_at),
  constraint report_share_once unique (under, report_id)
);
create index report_share_by_body on reporting.report_share (body, until) where ended_at is null;

-- The reports of other bodies that the caller may read by consent, as if they were the own body's.
-- What now stands in a compartment, is marked RED, or has gone to a third body is no longer among
-- them. Few rows: the policies below ask once a statement and compare ids.
create function reporting.shared_with_caller() returns uuid[]
  language sql stable parallel safe security definer set search_path = reporting, pg_catalog
  return coalesce((
    select array_agg(distinct r.id)
      from report_share s join report r on r.id = s.report_id
     where s.body = database.caller_body() and s.ended_at is null and s.until > now()
       and r.body = s.owner and r.compartment is null and r.handling < 4
       and r.handling <= (select access.ceiling('reporting', 'read', 'own'))), '{}');

-- Comes last in policies of its own kind: a row that the others let through does not ask for it, and
-- where no other row is met it is not even worked out. Two policies would be asked in the order in
-- which they were made, the latest first.
drop policy report_is_read on reporting.report;
create policy report_is_read on reporting.report for select to qalxan_app using (
  (body = (select database.caller_body())
    and handling <= (select access.ceiling('reporting', 'read', 'own')))
  or handling <= (select access.ceiling('reporting', 'read', 'any'))
  or id = (select database.caller_report())
  or id = any ((select reporting.shared_with_caller())::uuid[]));
drop policy identifier_is_read on reporting.identifier;
create policy identifier_is_read on reporting.identifier for select to qalxan_app using (
  (body = (select database.caller_body())
    and handling <= (select access.ceiling('reporting', 'read', 'own')))
  or handling <= (select access.ceiling('reporting', 'read', 'any'))
  or report_id = (select database.caller_report())
  or report_id = any ((select reporting.shared_with_caller())::uuid[]));

-- Who reads by consent reads only: nothing is written to the report or to its reporter.
create policy message_is_not_on_a_shared_report on reporting.message
  as restrictive for insert to qalxan_app
  with check (report_id <> all ((select reporting.shared_with_caller())::uuid[]));
create policy attachment_is_not_on_a_shared_report on reporting.attachment
  as restrictive for insert to qalxan_app
  with check (report_id <> all ((select reporting.shared_with_caller())::uuid[]));
create policy happening_is_not_on_a_shared_report on reporting.happening
  as restrictive for insert to qalxan_app
  with check (report_id <> all ((select reporting.shared_with_caller())::uuid[]));

grant select, insert on reporting.report_share to qalxan_app;
alter table reporting.report_share enable row level security;
create policy share_is_seen on reporting.report_share for select to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[])
    or ((owner = (select database.caller_body()) or body = (select database.caller_body()))
        and exists (select from reporting.report r where r.id = report_id)));
create policy share_is_given on reporting.report_share for insert to qalxan_app
  with check (owner = (select database.caller_body())
    and (select access.ceiling('deconfliction', 'decide', 'own')) >= 0
    and exists (select from reporting.report r
                 where r.id = report_id and r.body = owner and r.compartment is null
                   and r.handling < 4));

-- Ends what was given under these consents. A function, because whoever withdraws a consent need not see
-- every report that it once covered: one may stand in a compartment since.
create function reporting.end_shares(consents uuid[], moment timestamptz) returns uuid[]
  language sql security definer set search_path = reporting, pg_catalog
  begin atomic
    with ended as (
      update report_share s set ended_at = moment
       where s.under = any (consents) and s.ended_at is null
         and (database.caller_body() in (s.owner, s.body)
              or 'system' = any (database.caller_roles()))
      returning s.report_id)
    select coalesce(array_agg(report_id), '{}') from ended;
  end;
revoke execute on function reporting.end_shares from public;
grant execute on function reporting.end_shares to qalxan_app;

-- Which of the caller's shared reports have all those words. Apart from reporting.search, so that
-- neither has to know the other: these are few and are looked up by their ids.
create function reporting.search_shared(words tsquery) returns setof uuid
  language sql stable security definer set search_path = reporting, pg_catalog
  begin atomic
    select s.report_id from reporting.search_keys s
     where s.report_id = any ((select reporting.shared_with_caller())::uuid[])
       and s.keys @@ words
     order by s.report_id desc;
  end;
revoke execute on function reporting.search_shared from public;
grant execute on function reporting.search_shared to qalxan_app;
