set lock_timeout = '5s';

-- A message is queued, handed to the mail, then sent or failed; or there is no address, or nobody
-- at all who could be told.
alter table cooperation.notice
  drop constraint notice_state_known,
  add constraint notice_state_known
    check (state in ('queued', 'handed', 'sent', 'failed', 'on-page', 'nobody'));
create index notice_in_trouble on cooperation.notice (at desc)
  where state in ('queued', 'handed', 'failed', 'nobody');
