set lock_timeout = '5s';

-- Records from before the log. They become leaves in the background.
insert into audit.waiting select sequence from audit.event order by sequence;
