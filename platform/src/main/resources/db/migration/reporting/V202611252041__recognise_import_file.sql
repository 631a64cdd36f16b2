set lock_timeout = '5s';

-- A body's file is taken once, unless it was dropped.
create unique index import_file_once on reporting.import (body, sha256) where state <> 'dropped';
