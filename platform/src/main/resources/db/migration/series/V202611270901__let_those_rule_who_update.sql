set lock_timeout = '5s';

-- To call an identifier common is an investigator's judgement, to link the country anew the work of
-- whoever runs the system: two rights.
alter policy ruling_is_made on series.ruling
  with check ((select access.ceiling('series', 'update', 'own')) >= 0);
alter policy ruling_is_undone on series.ruling_undone
  with check ((select access.ceiling('series', 'update', 'own')) >= 0);
