set lock_timeout = '5s';

create index removed_newest on exchange.removed (removed_at desc);

-- Another text as soon as anything was added to a collection or removed from one.
create function exchange.knowledge_edition() returns text
  language sql stable security definer set search_path = exchange, pg_catalog
  begin atomic
    select coalesce((select sum(extract(epoch from t.last_added)) from exchange.tail t), 0)::text
        || ' ' || coalesce((select max(r.removed_at) from exchange.removed r)::text, '');
  end;
revoke execute on function exchange.knowledge_edition from public;
grant execute on function exchange.knowledge_edition to qalxan_app;
