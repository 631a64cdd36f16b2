package az.qalxan.statistics.measure;

import az.qalxan.reporting.ReportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps facts about cases; they are added and never changed. */
@Component
class CaseFactStore {

    /** Facts of one case that are shown. */
    static final int SHOWN_MAX = 500;

    private final JdbcClient jdbc;

    CaseFactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseFact... facts) {
        add(List.of(facts));
    }

    void add(List<CaseFact> facts) {
        jdbc.sql(
                        """
                        insert into statistics.case_fact (case_number, report_id, kind, key, value,
                          amount, currency, holds_from, recorded_at)
                        select * from unnest(
                          cast(:case as text[]), cast(:report as uuid[]), cast(:kind as text[]),
                          cast(:key as text[]), cast(:value as text[]), cast(:amount as numeric[]),
                          cast(:currency as text[]), cast(:from as timestamptz[]),
                          cast(:recorded as timestamptz[]))
                        """)
                .param("case", column(facts, CaseFact::caseNumber))
                .param("report", column(facts, CaseFact::report))
                .param("kind", column(facts, fact -> fact.kind().code()))
                .param("key", column(facts, CaseFact::key))
                .param("value", column(facts, CaseFact::value))
                .param("amount", column(facts, CaseFactStore::amount))
                .param("currency", column(facts, CaseFactStore::currency))
                .param("from", column(facts, CaseFact::holdsFrom))
                .param("recorded", column(facts, CaseFact::recordedAt))
                .update();
    }

    private static @Nullable Object amount(CaseFact fact) {
        CaseFact.Sum sum = fact.sum();
        return sum == null ? null : sum.amount().toPlainString();
    }

    private static @Nullable Object currency(CaseFact fact) {
        CaseFact.Sum sum = fact.sum();
        return sum == null ? null : sum.currency();
    }

    /** Says that whatever was told of a party never held. */
    void retract(String caseNumber, UUID party, Instant at) {
        jdbc.sql("select statistics.retract_party(:case, :party, :at)")
                .param("case", caseNumber)
                .param("party", party)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(row -> {});
    }

    /** Adds what the registers hold and no fact tells; gives how many. */
    long recount(ZoneId zone) {
        return jdbc.sql("select statistics.recount(:zone)")
                .param("zone", zone.getId())
                .query(Long.class)
                .single();
    }

    /**
     * A fact as it was recorded.
     *
     * @param toldAt since when it counts for everybody; null while it counts for nobody outside
     */
    record Recorded(CaseFact fact, @Nullable Instant toldAt) {}

    /** What is recorded of a case, the last recorded first. */
    List<Recorded> of(String caseNumber) {
        return jdbc.sql(
                        """
                        select case_number, report_id, kind, key, value, amount, currency,
                          holds_from, recorded_at, told_at
                        from statistics.case_fact where case_number = :case
                        order by sequence desc limit :most
                        """)
                .param("case", caseNumber)
                .param("most", SHOWN_MAX)
                .query(CaseFactStore::recorded)
                .list();
    }

    private static Recorded recorded(ResultSet row, int number) throws SQLException {
        @Nullable UUID report = row.getObject(2, UUID.class);
        @Nullable String currency = row.getString(7);
        @Nullable OffsetDateTime told = row.getObject(10, OffsetDateTime.class);
        return new Recorded(
                new CaseFact(
                        row.getString(1),
                        report == null ? null : new ReportId(report),
                        CaseFact.Kind.of(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        currency == null ? null : new CaseFact.Sum(row.getBigDecimal(6), currency),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        row.getObject(9, OffsetDateTime.class).toInstant()),
                told == null ? null : told.toInstant());
    }

    private static @Nullable String[] column(
            List<CaseFact> facts, Function<CaseFact, @Nullable Object> value) {
        @Nullable String[] column = new String[facts.size()];
        for (int i = 0; i < column.length; i++) {
            @Nullable Object cell = value.apply(facts.get(i));
            column[i] = cell == null ? null : cell.toString();
        }
        return column;
    }
}
