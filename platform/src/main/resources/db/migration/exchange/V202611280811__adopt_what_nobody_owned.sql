set lock_timeout = '5s';

-- What nobody was known to own is told to the owner as soon as one is known for that moment; the
-- row that waited stays as it was seen.
alter table exchange.concern drop constraint concern_state_known;
alter table exchange.concern add constraint concern_state_known check (state in
  ('unowned', 'adopted', 'new', 'told', 'fixed', 'again', 'disputed', 'gone'));
alter table exchange.concern drop constraint concern_owner_whole;
alter table exchange.concern add constraint concern_owner_whole
  check ((owner_id is null) = (state in ('unowned', 'adopted')));
create index concern_unowned_by_id on exchange.concern (id) where state = 'unowned';

-- Which file of which registry says it: the next one of the same kind ends it, no other.
alter table exchange.claim add column origin text not null default ''
  constraint claim_origin_length check (length(origin) <= 60);
-- What earlier files said before this was kept: the one registry and country that were read then.
update exchange.claim c set origin = 'ripencc/' || o.country
  from exchange.network_owner o where o.id = c.owner_id and c.source = 'registry';

-- A letter that came back is written anew to the next address, with a link of its own.
grant update (link_digest, link_until) on exchange.notice to qalxan_app;

-- What was read is kept for some weeks as it came, then only what came of it.
grant update (content) on exchange.feed_batch to qalxan_app;
create index feed_batch_kept on exchange.feed_batch (done_at)
  where state = 'done' and length(content) > 0;
