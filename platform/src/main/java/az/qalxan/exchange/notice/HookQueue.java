package az.qalxan.exchange.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What waits to go to the web hooks of owners. Up to GREEN it carries what was seen; above it says
 * which notice it is and where to look, as a mail without a key does.
 */
@Component
class HookQueue {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ITEMS_MAX = 500;

    private final JdbcClient jdbc;

    HookQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void queue(NoticeWritingStore.Written notice, Owner owner, Instant now) {
        jdbc.sql(
                        """
                        insert into exchange.notice_hook (
                          id, notice_id, owner_id, handling, content, next_at, made_at)
                        values (gen_random_uuid(), :notice, :owner, :handling, :content, :at, :at)
                        on conflict on constraint notice_hook_once do nothing
                        """)
                .param("notice", notice.id())
                .param("owner", owner.id())
                .param("handling", notice.handling().rank())
                .param("content", content(notice))
                .param("at", OwnerStore.utc(now))
                .update();
    }

    static String content(NoticeWritingStore.Written notice) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("number", notice.number());
        all.put("path", "/notices/" + notice.number());
        all.put("tlp", notice.handling().label());
        all.put("due", notice.dueAt().toString());
        if (notice.handling().rank() <= 1) {
            all.put("problems", notice.items().size());
            all.put(
                    "items",
                    notice.items().stream().limit(ITEMS_MAX).map(HookQueue::item).toList());
        }
        return JSON.writeValueAsString(all);
    }

    private static Map<String, Object> item(ConcernStore.Concern one) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("type", one.type());
        all.put("place", one.place());
        all.put("identifier", one.identifier());
        all.put("last_seen", one.lastAt().toString());
        all.put("times", one.times());
        return all;
    }

    /** A message that is due. */
    record Due(
            UUID id,
            UUID notice,
            UUID owner,
            String url,
            byte[] key,
            String content,
            int attempts,
            Instant madeAt) {}

    List<Due> due(Instant now, int most) {
        return jdbc.sql(
                        """
                        select h.id, h.notice_id, h.owner_id, r.hook_url, r.hook_key, h.content,
                          h.attempts, h.made_at
                        from exchange.notice_hook h
                        join exchange.owner_rule r on r.owner_id = h.owner_id
                        where h.state = 'queued' and h.next_at <= :now and r.hook_key is not null
                        order by h.next_at, h.id limit :most
                        """)
                .param("now", OwnerStore.utc(now))
                .param("most", most)
                .query((row, number) ->
                        new Due(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getBytes(5),
                                row.getString(6),
                                row.getInt(7),
                                row.getObject(8, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What became of an attempt, and when the next one is. */
    record Outcome(String state, String trouble, Instant nextAt) {}

    void moved(UUID id, Outcome outcome, Instant at) {
        jdbc.sql(
                        """
                        update exchange.notice_hook set state = :state, trouble = :trouble,
                          attempts = attempts + 1, next_at = :next, moved_at = :at where id = :id
                        """)
                .param("id", id)
                .param("state", outcome.state())
                .param("trouble", outcome.trouble())
                .param("next", OwnerStore.utc(outcome.nextAt()))
                .param("at", OwnerStore.utc(at))
                .update();
    }
}
