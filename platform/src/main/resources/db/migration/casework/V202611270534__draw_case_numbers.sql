set lock_timeout = '5s';

-- Numbers are drawn by lot: a gap in a count would tell that somebody opened a case out of sight.
drop sequence casework.case_number;
