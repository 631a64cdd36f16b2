package az.qalxan.cooperation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the legal bases of requests, each as it was when it was chosen. */
@Component
class BasisStore {

    private final JdbcClient jdbc;

    BasisStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID request, ChosenBasis basis) {
        jdbc.sql(
                        """
                        insert into cooperation.basis (request_id, sequence, at, clause, chosen_by,
                          snapshot, reason, author)
                        values (:request, :sequence, :at, :clause, :by, cast(:snapshot as jsonb),
                          :reason, :author)
                        """)
                .param("request", request)
                .param("sequence", basis.sequence())
                .param("at", Stored.utc(basis.at()))
                .param("clause", basis.law().clause())
                .param("by", basis.chosenBy())
                .param("snapshot", Stored.json(basis.law()))
                .param("reason", basis.reason())
                .param("author", basis.author())
                .update();
    }

    /** Every basis that the request rested on, the one that holds first. */
    List<ChosenBasis> of(UUID request) {
        return jdbc.sql(
                        """
                        select sequence, at, chosen_by, reason, author, snapshot
                        from cooperation.basis where request_id = :request
                        order by sequence desc limit 100
                        """)
                .param("request", request)
                .query((row, number) ->
                        new ChosenBasis(
                                row.getInt("sequence"),
                                Stored.instant(row, "at"),
                                row.getString("chosen_by"),
                                row.getString("reason"),
                                row.getString("author"),
                                Stored.json(row.getString("snapshot"), LawSnapshot.class)))
                .list();
    }

    Optional<ChosenBasis> inForce(UUID request) {
        return of(request).stream().findFirst();
    }
}
