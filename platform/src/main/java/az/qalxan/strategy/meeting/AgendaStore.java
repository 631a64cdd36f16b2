package az.qalxan.strategy.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what people did to an agenda, every wording of what was said, and papers. */
@Component
class AgendaStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT =
            """
            select id, place, content, state, reason, words, version, author
            from strategy.agenda_item
            """;

    private final JdbcClient jdbc;

    AgendaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place in this system where something about an item stands. */
    record Paper(String title, String path) {}

    /** A paper and the item that it belongs to. */
    record Filed(UUID item, Paper paper) {}

    /** A wording of what was said, and whether it was taken in. */
    record Wording(int base, boolean taken, String words, Instant at, String name) {}

    List<AgendaItem> items(UUID meeting) {
        return jdbc.sql(SELECT + "where meeting = :meeting order by place, added_at")
                .param("meeting", meeting)
                .query(AgendaStore::item)
                .list();
    }

    Optional<AgendaItem> item(UUID meeting, String key) {
        return jdbc.sql(SELECT + "where meeting = :meeting and key = :key")
                .param("meeting", meeting)
                .param("key", key)
                .query(AgendaStore::item)
                .optional();
    }

    /** Keeps the topic as an item, unless it is one; somebody else may do the same meanwhile. */
    AgendaItem keep(UUID meeting, int place, Topic topic, String author, Instant at) {
        jdbc.sql(
                        """
                        insert into strategy.agenda_item (id, meeting, key, place, content, state,
                          added_at, author)
                        values (:id, :meeting, :key, :place, cast(:content as jsonb), 'on', :at,
                          :author)
                        on conflict on constraint agenda_item_once do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("meeting", meeting)
                .param("key", topic.key())
                .param("place", place)
                .param("content", JSON.writeValueAsString(topic))
                .param("at", MeetingStore.utc(at))
                .param("author", author)
                .update();
        return item(meeting, topic.key()).orElseThrow();
    }

    /** Writes the topic of every line as it is now. */
    void freeze(UUID item, Topic topic) {
        jdbc.sql(
                        """
                        update strategy.agenda_item set content = cast(:content as jsonb)
                        where id = :id
                        """)
                .param("content", JSON.writeValueAsString(topic))
                .param("id", item)
                .update();
    }

    /** Puts the items of a meeting into the order of these keys. */
    void order(UUID meeting, List<String> keys) {
        jdbc.sql(
                        """
                        update strategy.agenda_item i set place = o.place
                        from unnest(:keys) with ordinality as o (key, place)
                        where i.meeting = :meeting and i.key = o.key
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("meeting", meeting)
                .update();
    }

    void state(UUID item, AgendaItem.State state, String reason) {
        jdbc.sql("update strategy.agenda_item set state = :state, reason = :reason where id = :id")
                .param("state", state.code())
                .param("reason", reason)
                .param("id", item)
                .update();
    }

    /** Takes new words in; false when others came first. */
    boolean write(UUID item, int base, String words) {
        return jdbc.sql(
                                """
                                update strategy.agenda_item
                                set words = :words, version = version + 1
                                where id = :id and version = :base
                                """)
                        .param("words", words)
                        .param("id", item)
                        .param("base", base)
                        .update()
                == 1;
    }

    void remember(UUID item, Wording wording) {
        jdbc.sql(
                        """
                        insert into strategy.agenda_words (item, base, taken, words, at, name)
                        values (:item, :base, :taken, :words, :at, :name)
                        """)
                .param("item", item)
                .param("base", wording.base())
                .param("taken", wording.taken())
                .param("words", wording.words())
                .param("at", MeetingStore.utc(wording.at()))
                .param("name", wording.name())
                .update();
    }

    /** Every wording, the latest first. */
    List<Wording> wordings(UUID item) {
        return jdbc.sql(
                        """
                        select base, taken, words, at, name from strategy.agenda_words
                        where item = :item order by id desc limit 100
                        """)
                .param("item", item)
                .query((row, number) ->
                        new Wording(
                                row.getInt(1),
                                row.getBoolean(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getString(5)))
                .list();
    }

    void file(Filed filed, String name, Instant at) {
        jdbc.sql(
                        """
                        insert into strategy.agenda_paper (item, title, path, at, name)
                        values (:item, :title, :path, :at, :name)
                        """)
                .param("item", filed.item())
                .param("title", filed.paper().title())
                .param("path", filed.paper().path())
                .param("at", MeetingStore.utc(at))
                .param("name", name)
                .update();
    }

    /** The papers of all items of a meeting. */
    List<Filed> papers(UUID meeting) {
        return jdbc.sql(
                        """
                        select p.item, p.title, p.path
                        from strategy.agenda_paper p join strategy.agenda_item i on i.id = p.item
                        where i.meeting = :meeting order by p.id
                        """)
                .param("meeting", meeting)
                .query((row, number) ->
                        new Filed(
                                row.getObject(1, UUID.class),
                                new Paper(row.getString(2), row.getString(3))))
                .list();
    }

    private static AgendaItem item(ResultSet row, int number) throws SQLException {
        return new AgendaItem(
                row.getObject("id", UUID.class),
                row.getInt("place"),
                JSON.readValue(row.getString("content"), Topic.class),
                AgendaItem.State.of(row.getString("state")),
                row.getString("reason"),
                row.getString("words"),
                row.getInt("version"),
                row.getString("author"));
    }
}
