package az.qalxan.casework;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why a report may be closed without a case, as in force today. */
@Component
class ClosingReasons {

    private final JdbcClient jdbc;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    ClosingReasons(JdbcClient jdbc, Jurisdiction jurisdiction, Clock clock) {
        this.jdbc = jdbc;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** A reason with the rule it rests on. */
    record ClosingReason(String code, Words name, String source, boolean verified) {}

    @Transactional(readOnly = true)
    public List<ClosingReason> inForce() {
        return jdbc.sql(
                        """
                        select code, name_az, name_en, source, verified from casework.closing_reason
                        where :day between valid_from and coalesce(valid_to, 'infinity')
                        order by code
                        """)
                .param("day", LocalDate.ofInstant(clock.instant(), jurisdiction.zone()))
                .query((row, number) ->
                        new ClosingReason(
                                row.getString(1),
                                new Words(row.getString(2), row.getString(3)),
                                row.getString(4),
                                row.getBoolean(5)))
                .list();
    }
}
