set lock_timeout = '5s';

grant usage on schema series to qalxan_app;
grant select, insert, update, delete on series.report, series.placement, series.tally,
  series.census, series.census_tally, series.pending to qalxan_app;
grant select, insert on series.decision, series.decision_undone, series.ruling, series.ruling_undone
  to qalxan_app;
grant select, insert, update (state, part, done, total, reports, changed, generation, changed_at,
  ended_at) on series.relink to qalxan_app;
grant select, update on series.standing to qalxan_app;

alter table series.report enable row level security;
alter table series.placement enable row level security;
alter table series.tally enable row level security;
alter table series.census enable row level security;
alter table series.census_tally enable row level security;
alter table series.decision enable row level security;
alter table series.decision_undone enable row level security;
alter table series.ruling enable row level security;
alter table series.ruling_undone enable row level security;
alter table series.pending enable row level security;
alter table series.relink enable row level security;
alter table series.standing enable row level security;

-- The highest marking that the caller may read here: of a report that may not be read nothing may be
-- known, so the narrower of both rights counts.
create function series.ceiling(reach text) returns smallint
  language sql stable parallel safe
  return least(access.ceiling('series', 'read', reach), access.ceiling('reporting', 'read', reach));

create function series.is_system() returns boolean
  language sql stable parallel safe
  return 'system' = any (database.caller_roles());

create policy report_is_seen on series.report for select to qalxan_app using (
  ((body = (select database.caller_body()) and handling <= (select series.ceiling('own')))
   or handling <= (select series.ceiling('any')))
  and (compartment is null or access.in_compartment(compartment)));
create policy placement_is_seen on series.placement for select to qalxan_app using (
  ((body = (select database.caller_body()) and handling <= (select series.ceiling('own')))
   or handling <= (select series.ceiling('any')))
  and (compartment is null or access.in_compartment(compartment)));
create policy tally_is_seen on series.tally for select to qalxan_app using (
  ((body = (select database.caller_body()) and handling <= (select series.ceiling('own')))
   or handling <= (select series.ceiling('any')))
  and (compartment is null or access.in_compartment(compartment)));
create policy census_tally_is_seen on series.census_tally for select to qalxan_app using (
  ((body = (select database.caller_body()) and handling <= (select series.ceiling('own')))
   or handling <= (select series.ceiling('any')))
  and (compartment is null or access.in_compartment(compartment)));

-- Reports are linked by the system alone.
create policy report_is_kept on series.report to qalxan_app
  using ((select series.is_system())) with check ((select series.is_system()));
create policy placement_is_kept on series.placement to qalxan_app
  using ((select series.is_system())) with check ((select series.is_system()));
create policy tally_is_kept on series.tally to qalxan_app
  using ((select series.is_system())) with check ((select series.is_system()));
create policy census_is_kept on series.census to qalxan_app
  using ((select series.is_system())) with check ((select series.is_system()));
create policy census_tally_is_kept on series.census_tally to qalxan_app
  using ((select series.is_system())) with check ((select series.is_system()));
create policy standing_is_kept on series.standing to qalxan_app
  using ((select series.is_system())) with check ((select series.is_system()));

-- Whoever may have everything linked anew may know whether something changed since.
create policy standing_is_seen on series.standing for select to qalxan_app
  using ((select access.ceiling('series', 'administer', 'own')) >= 0);

-- The list of common identifiers is the country's; its texts stand in reports, which are guarded.
create policy census_is_seen on series.census for select to qalxan_app
  using ((select series.ceiling('own')) >= 0);

-- A decision tells of two reports and is seen by those who see both.
create policy decision_is_seen on series.decision for select to qalxan_app using (
  (select series.is_system())
  or (exists (select from series.report r where r.report_id = one)
      and exists (select from series.report r where r.report_id = other)));
create policy decision_is_made on series.decision for insert to qalxan_app with check (
  (select access.ceiling('series', 'decide', 'own')) >= 0
  and exists (select from series.report r where r.report_id = one)
  and exists (select from series.report r where r.report_id = other));
create policy decision_undone_is_seen on series.decision_undone for select to qalxan_app
  using (exists (select from series.decision d where d.id = decision));
create policy decision_is_undone on series.decision_undone for insert to qalxan_app with check (
  (select access.ceiling('series', 'decide', 'own')) >= 0
  and exists (select from series.decision d where d.id = decision));

create policy ruling_is_seen on series.ruling for select to qalxan_app
  using ((select series.ceiling('own')) >= 0);
create policy ruling_is_made on series.ruling for insert to qalxan_app
  with check ((select access.ceiling('series', 'administer', 'own')) >= 0);
create policy ruling_undone_is_seen on series.ruling_undone for select to qalxan_app
  using ((select series.ceiling('own')) >= 0);
create policy ruling_is_undone on series.ruling_undone for insert to qalxan_app
  with check ((select access.ceiling('series', 'administer', 'own')) >= 0);

-- Anybody's act may leave something to link; only the system works it off.
create policy pending_is_queued on series.pending for insert to qalxan_app with check (true);
create policy pending_is_worked_off on series.pending to qalxan_app
  using ((select series.is_system())) with check ((select series.is_system()));

create policy relink_is_seen on series.relink for select to qalxan_app
  using ((select series.is_system()) or (select access.ceiling('series', 'read', 'own')) >= 0
    or (select access.ceiling('series', 'administer', 'own')) >= 0);
create policy relink_is_asked_for on series.relink for insert to qalxan_app
  with check ((select series.is_system())
    or (select access.ceiling('series', 'administer', 'own')) >= 0);
create policy relink_goes_on on series.relink for update to qalxan_app
  using ((select series.is_system())
    or (select access.ceiling('series', 'administer', 'own')) >= 0);
