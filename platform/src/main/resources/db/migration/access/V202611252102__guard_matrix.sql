set lock_timeout = '5s';

-- Everybody who reaches the page may read the matrix; who writes to it is asked for the right here
-- too, so that a fault in the application proposes or signs nothing.
alter table access.matrix_version enable row level security;
alter table access.matrix_rule enable row level security;
alter table access.matrix_signature enable row level security;

create policy matrix_version_is_read on access.matrix_version for select to qalxan_app using (true);
create policy matrix_rule_is_read on access.matrix_rule for select to qalxan_app using (true);
create policy matrix_signature_is_read on access.matrix_signature for select to qalxan_app
  using (true);

create policy matrix_version_is_proposed on access.matrix_version for insert to qalxan_app
  with check ((select access.ceiling('access', 'create', 'own')) >= 0);
create policy matrix_rule_is_proposed on access.matrix_rule for insert to qalxan_app
  with check ((select access.ceiling('access', 'create', 'own')) >= 0);
create policy matrix_version_is_decided on access.matrix_version for update to qalxan_app
  using ((select access.ceiling('access', 'decide', 'own')) >= 0
         or (state = 'proposed' and proposer = (select database.caller_account())))
  with check ((select access.ceiling('access', 'decide', 'own')) >= 0
              or (state = 'rejected' and proposer = (select database.caller_account())));
create policy matrix_is_signed on access.matrix_signature for insert to qalxan_app
  with check (account = (select database.caller_account())
              and (select access.ceiling('access', 'decide', 'own')) >= 0);
