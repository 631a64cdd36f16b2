package az.qalxan.exchange.misp;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.misp_delivery}: who received which version of an event. */
@Repository
class DeliveryNotes {

    /** Somebody who received a version. */
    record Receiver(
            String body, String name, String door, long stamp, Instant firstAt, int times) {}

    private final JdbcClient jdbc;

    DeliveryNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes it; the map leads from numbers of events to their versions. */
    void note(String receiver, String door, Map<Long, Long> stamps, Instant now) {
        if (stamps.isEmpty()) {
            return;
        }
        List<Map.Entry<Long, Long>> notes = List.copyOf(stamps.entrySet());
        Long[] numbers = notes.stream().map(Map.Entry::getKey).toArray(Long[]::new);
        Long[] versions = notes.stream().map(Map.Entry::getValue).toArray(Long[]::new);
        jdbc.sql(
                        """
                        select exchange.note_misp_delivery(:receiver, :door, :now, :numbers,
                          :versions)
                        """)
                .param("receiver", receiver)
                .param("door", door)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("numbers", numbers)
                .param("versions", versions)
                .query((row, n) -> "")
                .list();
    }

    List<Receiver> of(long event, int most) {
        return jdbc.sql(
                        """
                        select * from exchange.misp_delivery where event_number = :event
                         order by last_at desc, account, door, stamp limit :most
                        """)
                .param("event", event)
                .param("most", most)
                .query((row, n) ->
                        new Receiver(
                                row.getString("body"),
                                row.getString("receiver"),
                                row.getString("door"),
                                row.getLong("stamp"),
                                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                                row.getInt("times")))
                .list();
    }
}
