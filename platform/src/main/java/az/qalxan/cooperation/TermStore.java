package az.qalxan.cooperation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the clocks of requests. */
@Component
class TermStore {

    private final JdbcClient jdbc;

    TermStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a row says beside its columns. */
    private record Terms(TermRule rule, Said[] reasons) {}

    /** Every clock that ran or runs, in the order in which they started. */
    List<Term> of(UUID request) {
        return jdbc.sql(
                        """
                        select * from cooperation.clock where request_id = :request
                        order by started_at, ends_at, id limit 500
                        """)
                .param("request", request)
                .query(TermStore::term)
                .list();
    }

    void apply(UUID request, TermPlan.Change change) {
        change.ended().forEach(this::end);
        change.started().forEach(term -> start(request, term));
    }

    private void end(Term term) {
        jdbc.sql(
                        """
                        update cooperation.clock
                        set state = :state, ended_at = :at, ended_why = :why
                        where id = :id and state = 'running'
                        """)
                .param("state", term.state())
                .param("at", Stored.utcOrNull(term.endedAt()))
                .param("why", term.endedWhy())
                .param("id", term.id())
                .update();
    }

    private void start(UUID request, Term term) {
        Said[] reasons = term.reasons().toArray(Said[]::new);
        jdbc.sql(
                        """
                        insert into cooperation.clock (id, request_id, rule, kind, clause, terms,
                          zone, started_at, ends_at, provisional, state, replaces)
                        values (:id, :request, :rule, :kind, :clause, cast(:terms as jsonb), :zone,
                          :start, :end, :provisional, 'running', :replaces)
                        """)
                .param("id", term.id())
                .param("request", request)
                .param("rule", term.rule().id())
                .param("kind", term.rule().kind())
                .param("clause", term.rule().clause())
                .param("terms", Stored.json(new Terms(term.rule(), reasons)))
                .param("zone", term.zone().getId())
                .param("start", Stored.utc(term.startedAt()))
                .param("end", Stored.utc(term.endsAt()))
                .param("provisional", term.provisional())
                .param("replaces", term.replaces())
                .update();
    }

    /**
     * Requests behind that one with a running clock that the calendar can move: it counts working
     * days, or days that nobody had decided.
     */
    List<UUID> byCalendar(UUID after, int most) {
        return jdbc.sql(
                        """
                        select distinct c.request_id from cooperation.clock c
                        where c.state = 'running' and c.request_id > :after
                          and (c.provisional or c.terms->'rule'->>'unit' = 'working-days')
                        order by c.request_id limit :most
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Term term(ResultSet row, int number) throws SQLException {
        Terms terms = Stored.json(row.getString("terms"), Terms.class);
        return new Term(
                row.getObject("id", UUID.class),
                terms.rule(),
                ZoneId.of(row.getString("zone")),
                Stored.instant(row, "started_at"),
                Stored.instant(row, "ends_at"),
                row.getBoolean("provisional"),
                Arrays.asList(terms.reasons()),
                row.getString("state"),
                Stored.instantOrNull(row, "ended_at"),
                row.getString("ended_why"),
                row.getObject("replaces", UUID.class));
    }
}
