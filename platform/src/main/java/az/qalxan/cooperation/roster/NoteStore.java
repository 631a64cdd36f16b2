package az.qalxan.cooperation.roster;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps hand-over notes. */
@Component
class NoteStore {

    private final JdbcClient jdbc;

    NoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ShiftNote.Words note, BodyCode body) {
        jdbc.sql(
                        """
                        insert into cooperation.shift_note (id, body, since, written_at, author,
                          words, changed, running_out)
                        values (:id, :body, :since, :at, :author, :words,
                          cast(:changed as uuid[]), cast(:running as uuid[]))
                        """)
                .param("id", note.id())
                .param("body", body.value())
                .param("since", ShiftStore.utc(note.since()))
                .param("at", ShiftStore.utc(note.writtenAt()))
                .param("author", note.author())
                .param("words", note.words())
                .param("changed", texts(note.changed()))
                .param("running", texts(note.runningOut()))
                .update();
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    /** Accepts a note; false when somebody did, or the caller wrote it. */
    boolean accept(UUID id, Caller caller, String remark, Instant at) {
        return jdbc.sql(
                                """
                                update cooperation.shift_note
                                set accepted_at = :at, accepted_by = :name,
                                  accepted_account = :account, remark = :remark
                                where id = :id and accepted_at is null and account <> :account
                                """)
                        .param("at", ShiftStore.utc(at))
                        .param("name", caller.name())
                        .param("account", caller.account().toString())
                        .param("remark", remark)
                        .param("id", id)
                        .update()
                == 1;
    }

    List<ShiftNote> latest(BodyCode body, int most) {
        return jdbc.sql(
                        """
                        select * from cooperation.shift_note where body = :body
                        order by written_at desc, id limit :most
                        """)
                .param("body", body.value())
                .param("most", most)
                .query(NoteStore::note)
                .list();
    }

    Optional<ShiftNote> find(UUID id) {
        return jdbc.sql("select * from cooperation.shift_note where id = :id")
                .param("id", id)
                .query(NoteStore::note)
                .optional();
    }

    private static ShiftNote note(ResultSet row, int number) throws SQLException {
        ShiftNote.Words words =
                new ShiftNote.Words(
                        row.getObject("id", UUID.class),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getString("author"),
                        row.getString("account"),
                        row.getString("words"),
                        List.of((UUID[]) row.getArray("changed").getArray()),
                        List.of((UUID[]) row.getArray("running_out").getArray()));
        @Nullable OffsetDateTime at = row.getObject("accepted_at", OffsetDateTime.class);
        return at == null
                ? new ShiftNote.Written(words)
                : new ShiftNote.Accepted(
                        words,
                        at.toInstant(),
                        row.getString("accepted_by"),
                        row.getString("remark"));
    }
}
