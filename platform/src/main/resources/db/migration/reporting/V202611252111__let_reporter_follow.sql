set lock_timeout = '5s';

-- Compares salted digests of digests over a value of fixed form, so that neither how much of a
-- secret is right nor whether the reference exists shows in the time it takes.
create or replace function reporting.open_with(asked_reference text, digest bytea) returns uuid
  language plpgsql stable security definer set search_path = reporting, pg_catalog as $$
declare
  salt  bytea := uuid_send(gen_random_uuid());
  found_id uuid;
  kept  bytea;
begin
  select r.id, r.secret_digest into found_id, kept
    from report r where r.reference = asked_reference;
  if sha256(salt || coalesce(kept, salt)) = sha256(salt || digest) then
    return found_id;
  end if;
  return null;
end $$;

-- Notes in the report's row and in its search keys that the reporter added words, and holds the row
-- until the transaction ends. A function, because neither is the reporter's to change; only the
-- reporter's own report is reached.
create function reporting.note_addition(more tsvector, moment timestamptz) returns void
  language sql security definer set search_path = reporting, pg_catalog
  begin atomic
    update report set changed_at = moment, version = version + 1
     where id = database.caller_report();
    update search_keys set keys = keys || more where report_id = database.caller_report();
  end;
revoke execute on function reporting.note_addition from public;
grant execute on function reporting.note_addition to qalxan_app;

-- What a reporter may do to the report's row is to take the report back; nothing else.
create policy report_is_only_withdrawn_by_reporter on reporting.report
  as restrictive for update to qalxan_app using (true)
  with check (database.caller_report() is null or state = 'withdrawn');
