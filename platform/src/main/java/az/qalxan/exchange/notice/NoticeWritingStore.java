package az.qalxan.exchange.notice;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes notices with what is in them, many at once. */
@Component
class NoticeWritingStore {

    private final JdbcClient jdbc;

    NoticeWritingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A notice that is written now. */
    record Written(
            UUID id,
            String number,
            String body,
            Handling handling,
            UUID owner,
            String part,
            boolean grave,
            String state,
            Instant madeAt,
            Instant dueAt,
            Link link,
            List<ConcernStore.Concern> items) {

        Written {
            items = List.copyOf(items);
        }
    }

    /** How its receiver opens it without signing in. */
    record Link(String digest, Instant until) {}

    static <R, T> T[] array(List<R> rows, Function<R, T> of, IntFunction<T[]> make) {
        return rows.stream().map(of).toArray(make);
    }

    void write(List<Written> all) {
        jdbc.sql(
                        """
                        insert into exchange.notice (id, number, body, handling, owner_id, grave,
                          items, state, made_at, due_at, link_digest, link_until, part)
                        select * from unnest(cast(:ids as uuid[]), :numbers, :bodies, :handlings,
                          cast(:owners as uuid[]), :grave, :items, :states,
                          cast(:made as timestamptz[]), cast(:due as timestamptz[]), :digests,
                          cast(:until as timestamptz[]), :parts)
                        """)
                .param("ids", array(all, Written::id, UUID[]::new))
                .param("numbers", array(all, Written::number, String[]::new))
                .param("bodies", array(all, Written::body, String[]::new))
                .param("handlings", array(all, one -> one.handling().rank(), Integer[]::new))
                .param("owners", array(all, Written::owner, UUID[]::new))
                .param("grave", array(all, Written::grave, Boolean[]::new))
                .param("items", array(all, one -> one.items().size(), Integer[]::new))
                .param("states", array(all, Written::state, String[]::new))
                .param("made", array(all, one -> one.madeAt().toString(), String[]::new))
                .param("due", array(all, one -> one.dueAt().toString(), String[]::new))
                .param("digests", array(all, one -> one.link().digest(), String[]::new))
                .param("until", array(all, one -> one.link().until().toString(), String[]::new))
                .param("parts", array(all, Written::part, String[]::new))
                .update();
        List<Placed> items =
                all.stream()
                        .flatMap(
                                one -> one.items().stream().map(item -> new Placed(one.id(), item)))
                        .toList();
        jdbc.sql(
                        """
                        insert into exchange.notice_item (
                          notice_id, concern_id, times, last_at, again)
                        select * from unnest(cast(:notices as uuid[]), cast(:concerns as uuid[]),
                          :times, cast(:last as timestamptz[]), :again)
                        """)
                .param("notices", array(items, Placed::notice, UUID[]::new))
                .param("concerns", array(items, one -> one.item().id(), UUID[]::new))
                .param("times", array(items, one -> one.item().times(), Integer[]::new))
                .param("last", array(items, one -> one.item().lastAt().toString(), String[]::new))
                .param(
                        "again",
                        array(items, one -> one.item().state().equals("again"), Boolean[]::new))
                .update();
    }

    private record Placed(UUID notice, ConcernStore.Concern item) {}
}
