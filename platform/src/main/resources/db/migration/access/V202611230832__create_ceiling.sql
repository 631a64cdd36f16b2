set lock_timeout = '5s';

-- The contract with the other schemas' policies: the highest handling rank (0 CLEAR to 4 RED) up to
-- which the caller may do that verb, on rows of its own body ('own') or of every body ('any');
-- -1 without the right.
create function access.ceiling_of(body text, roles text[], module text, verb text, reach text)
  returns smallint language sql stable parallel safe security definer
  set search_path = access, pg_catalog
  return case
    when 'system' = any (roles) then 4
    when reach = 'own' and body <> '' then 4
    else -1 end;

create function access.ceiling(module text, verb text, reach text) returns smallint
  language sql stable parallel safe
  return access.ceiling_of(database.caller_body(), database.caller_roles(), module, verb, reach);

grant usage on schema access to qalxan_app, qalxan_reader;
