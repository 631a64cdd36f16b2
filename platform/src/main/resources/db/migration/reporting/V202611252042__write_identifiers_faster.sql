set lock_timeout = '5s';

-- Identifiers and contacts are inserted by the transaction that inserts their report, and no role
-- may delete a report; looking the report up again for each row took a third of an import's time
-- in the database (docs/benchmarks.md).
alter table reporting.identifier drop constraint identifier_report_id_fkey;
alter table reporting.contact drop constraint contact_report_id_fkey;
