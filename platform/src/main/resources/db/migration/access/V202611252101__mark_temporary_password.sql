set lock_timeout = '5s';

-- A password that an administrator set: it holds until then and its owner replaces it at the next
-- sign-in. Null for a password of the owner's own choice.
alter table access.credential add column temporary_until timestamptz;
