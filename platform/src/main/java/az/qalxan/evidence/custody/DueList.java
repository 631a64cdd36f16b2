package az.qalxan.evidence.custody;

import az.qalxan.access.BodyCode;
import az.qalxan.evidence.EvidencePack;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What falls due for a body: signatures, loans, returns; as far as the caller sees it. */
@Component
class DueList {

    private static final int ROWS_MAX = 1_000;
    private static final String LABEL =
            """
            e.case_number || '/' || e.sequence
              || case when e.copy > 0 then '-' || e.copy else '' end
            """;

    private final JdbcClient jdbc;
    private final EvidencePack pack;
    private final Clock clock;

    DueList(JdbcClient jdbc, EvidencePack pack, Clock clock) {
        this.jdbc = jdbc;
        this.pack = pack;
        this.clock = clock;
    }

    /** Everything, the soonest first. */
    @Transactional(readOnly = true)
    public List<Due> of(BodyCode body) {
        List<Due> all = new ArrayList<>(returns(body));
        all.addAll(loans(body));
        all.addAll(signatures(body));
        all.sort(Comparator.comparing(Due::at).thenComparing(Due::number));
        return all;
    }

    /** How many are past, and how many fall due within the pack's time of reminding. */
    record Counts(long past, long soon) {}

    @Transactional(readOnly = true)
    public Counts counts(BodyCode body) {
        Instant now = clock.instant();
        Instant soon = soon(now);
        List<Due> known = new ArrayList<>(returns(body));
        known.addAll(loans(body));
        return new Counts(
                known.stream().filter(one -> one.standing(now, soon).equals("past")).count(),
                known.stream().filter(one -> one.standing(now, soon).equals("soon")).count());
    }

    /** Until when something is soon. */
    Instant soon(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, pack.zone());
        return pack.clock("remind").after(today).atStartOfDay(pack.zone()).toInstant();
    }

    private List<Due> returns(BodyCode body) {
        return jdbc.sql(
                        """
                        select LABEL, e.title, e.id, e.case_number, c.in_force_on
                        from evidence.exhibit e
                        join lateral (select l.in_force_on from evidence.case_end l
                          where l.case_number = e.case_number
                          order by l.sequence desc limit 1) c on c.in_force_on is not null
                        where e.state in ('kept', 'lent') and e.copy = 0
                          and e.holder_body = :body
                        order by c.in_force_on, e.case_number, e.sequence limit :most
                        """
                                .replace("LABEL", LABEL))
                .param("body", body.value())
                .param("most", ROWS_MAX)
                .query((row, number) ->
                        due(
                                "return",
                                new String[] {
                                    row.getString(1),
                                    row.getString(2),
                                    "/evidence/exhibits/" + row.getString(3),
                                    row.getString(4)
                                },
                                pack.clock("return").after(row.getObject(5, LocalDate.class))))
                .list();
    }

    private List<Due> loans(BodyCode body) {
        return jdbc.sql(
                        """
                        select LABEL, r.receiver, e.id, e.case_number, r.until_day
                        from evidence.release r join evidence.exhibit e on e.id = r.exhibit_id
                        where r.kind = 'loan' and r.back_at is null and e.holder_body = :body
                        order by r.until_day, e.id limit :most
                        """
                                .replace("LABEL", LABEL))
                .param("body", body.value())
                .param("most", ROWS_MAX)
                .query((row, number) ->
                        due(
                                "loan",
                                new String[] {
                                    row.getString(1),
                                    row.getString(2),
                                    "/evidence/exhibits/" + row.getString(3),
                                    row.getString(4)
                                },
                                row.getObject(5, LocalDate.class).plusDays(1)))
                .list();
    }

    /**
     * @param told number, words, path, case
     */
    private Due due(String kind, String[] told, LocalDate day) {
        ZoneId zone = pack.zone();
        return new Due(
                kind,
                told[0],
                told[1],
                told[2],
                told[3],
                kind.equals("loan") ? day.minusDays(1) : day,
                day.atStartOfDay(zone).toInstant());
    }

    private List<Due> signatures(BodyCode body) {
        return jdbc.sql(
                        """
                        select t.case_number || '/T-' || t.number, t.reason, t.id, t.case_number,
                          t.due_at
                        from evidence.transfer t
                        where t.state = 'proposed' and (t.from_body = :body or t.to_body = :body)
                        order by t.due_at, t.id limit :most
                        """)
                .param("body", body.value())
                .param("most", ROWS_MAX)
                .query((row, number) -> {
                    Instant at = row.getObject(5, OffsetDateTime.class).toInstant();
                    return new Due(
                            "sign",
                            row.getString(1),
                            row.getString(2),
                            "/evidence/transfers/" + row.getString(3),
                            row.getString(4),
                            LocalDate.ofInstant(at, pack.zone()),
                            at);
                })
                .list();
    }
}
