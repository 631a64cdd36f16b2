package az.qalxan.cooperation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps when the rounds ran, and when they did not. */
@Component
class RoundStore {

    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A time in which the program was down. */
    record Downtime(UUID id, Instant from, Instant until) {

        boolean covers(Instant moment) {
            return moment.isAfter(from) && !moment.isAfter(until);
        }
    }

    /** When the rounds last ran, held until the transaction ends; empty before the first. */
    Optional<Instant> last() {
        return jdbc.sql("select last_at from cooperation.round for update")
                .query((row, number) -> Stored.instant(row, "last_at"))
                .optional();
    }

    void ran(Instant at) {
        jdbc.sql(
                        """
                        insert into cooperation.round (single, last_at) values (true, :at)
                        on conflict (single) do update set last_at = greatest(round.last_at, :at)
                        """)
                .param("at", Stored.utc(at))
                .update();
    }

    void down(Downtime gap) {
        jdbc.sql(
                        """
                        insert into cooperation.downtime (id, from_at, until_at)
                        values (:id, :from, :until)
                        on conflict on constraint downtime_once do nothing
                        """)
                .param("id", gap.id())
                .param("from", Stored.utc(gap.from()))
                .param("until", Stored.utc(gap.until()))
                .update();
    }

    /** The latest gaps that ended behind a moment. */
    List<Downtime> since(Instant moment) {
        return jdbc.sql(
                        """
                        select id, from_at, until_at from cooperation.downtime
                        where until_at >= :moment order by from_at desc limit 50
                        """)
                .param("moment", Stored.utc(moment))
                .query((row, number) ->
                        new Downtime(
                                row.getObject("id", UUID.class),
                                Stored.instant(row, "from_at"),
                                Stored.instant(row, "until_at")))
                .list();
    }

    /** Law that changed. */
    record LawChange(UUID id, List<String> clauses) {}

    void queue(UUID id, Instant at, List<String> clauses) {
        jdbc.sql(
                        """
                        insert into cooperation.law_change (id, at, clauses)
                        values (:id, :at, :clauses)
                        """)
                .param("id", id)
                .param("at", Stored.utc(at))
                .param("clauses", clauses.toArray(String[]::new))
                .update();
    }

    Optional<LawChange> nextLawChange() {
        return jdbc.sql("select id, clauses from cooperation.law_change order by at, id limit 1")
                .query((row, number) ->
                        new LawChange(
                                row.getObject("id", UUID.class),
                                List.of((String[]) row.getArray("clauses").getArray())))
                .optional();
    }

    void workedOff(UUID change) {
        jdbc.sql("delete from cooperation.law_change where id = :id").param("id", change).update();
    }

    /** Open requests that rest on one of those clauses and were not yet asked to be looked at. */
    List<UUID> touched(LawChange change, String plan, int most) {
        return jdbc.sql(
                        """
                        select r.id from cooperation.request r
                        where r.ended_at is null
                          and not exists (
                            select from cooperation.task t
                            where t.request_id = r.id and t.plan = :plan)
                          and exists (
                            select from unnest(:clauses) as changed
                            where exists (
                                select from cooperation.clock c
                                where c.request_id = r.id and c.state = 'running'
                                  and (c.clause = changed or starts_with(c.clause, changed || '(')
                                    or starts_with(changed, c.clause || '(')))
                              or exists (
                                select from cooperation.basis b
                                where b.request_id = r.id
                                  and (b.clause = changed or starts_with(b.clause, changed || '(')
                                    or starts_with(changed, b.clause || '('))))
                        order by r.id limit :most
                        """)
                .param("plan", plan)
                .param("clauses", change.clauses().toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
