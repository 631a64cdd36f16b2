set lock_timeout = '5s';

-- A notice to one of our own people is an e-mail with two wordings: what it is about goes under a
-- key of the receiver alone; without one, only where to look goes. It is taken once for each topic
-- and key, and is given up after a time.
alter table transmission.mail_out
  add column topic        text not null default '',
  add column notice_key   text not null default '',
  add column open_subject text not null default '',
  add column open_words   text not null default '',
  add column give_up_at   timestamptz,
  drop constraint mail_out_protection_known,
  add constraint mail_out_protection_known
    check (protection in ('smime', 'openpgp', 'signed', 'notice')),
  add constraint mail_out_notice_is_whole check ((protection = 'notice')
    = (topic <> '' and notice_key <> '' and open_words <> '' and give_up_at is not null));
create unique index mail_out_notice_once on transmission.mail_out (topic, notice_key)
  where topic <> '';
