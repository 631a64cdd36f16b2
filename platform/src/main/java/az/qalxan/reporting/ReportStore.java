package az.qalxan.reporting;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes new reports, many in a statement: each column travels as one array. */
@Component
class ReportStore {

    /** From so many reports at once on, their words are indexed later: see {@link FreshWords}. */
    static final int LARGE_BATCH = 500;

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<PreparedReport> reports) {
        insertReports(reports);
        insertSearchKeys(reports);
        insertIdentifiers(reports);
        insertContacts(reports.stream().filter(one -> !one.report().contact().isEmpty()).toList());
    }

    private void insertReports(List<PreparedReport> reports) {
        jdbc.sql(
                        """
                        insert into reporting.report (
                          id, reference, secret_digest, state, category, region, channel, language,
                          body, handling, happened_at, reported_at, recorded_at, loss_amount,
                          loss_currency, paid_how, story, on_behalf_of, changed_at)
                        select id, reference, decode(digest, 'hex'), 'waiting', category, region,
                          channel, language, body, handling, happened, reported, recorded, amount,
                          currency, paid, story, behalf, recorded
                        from unnest(
                          cast(:id as uuid[]), :reference, :digest, :category, :region, :channel,
                          :language, :body, cast(:handling as smallint[]),
                          cast(:happened as timestamptz[]), cast(:reported as timestamptz[]),
                          cast(:recorded as timestamptz[]), cast(:amount as numeric[]), :currency,
                          :paid, :story, :behalf)
                          as new (id, reference, digest, category, region, channel, language, body,
                            handling, happened, reported, recorded, amount, currency, paid, story,
                            behalf)
                        """)
                .param("id", column(reports, one -> one.receipt().id()))
                .param("reference", column(reports, one -> one.receipt().reference()))
                .param(
                        "digest",
                        column(reports, one -> HexFormat.of().formatHex(one.secretDigest())))
                .param("category", column(reports, one -> one.report().category()))
                .param("region", column(reports, one -> one.report().region()))
                .param("channel", column(reports, one -> one.report().channel().code()))
                .param("language", column(reports, one -> one.report().language()))
                .param("body", column(reports, PreparedReport::body))
                .param("handling", column(reports, PreparedReport::handling))
                .param("happened", column(reports, one -> one.report().happenedAt()))
                .param("reported", column(reports, one -> one.report().reportedAt()))
                .param("recorded", column(reports, PreparedReport::recordedAt))
                .param("amount", column(reports, ReportStore::amount))
                .param("currency", column(reports, ReportStore::currency))
                .param("paid", column(reports, ReportStore::paidHow))
                .param("story", column(reports, one -> one.found().story()))
                .param("behalf", column(reports, one -> one.report().onBehalfOf()))
                .update();
    }

    private void insertSearchKeys(List<PreparedReport> reports) {
        String table =
                reports.size() < LARGE_BATCH
                        ? "reporting.search_keys"
                        : "reporting.fresh_search_keys";
        jdbc.sql(
                        """
                        insert into %s (report_id, body, handling, keys)
                        select id, body, handling, keys
                        from unnest(
                          cast(:id as uuid[]), :body, cast(:handling as smallint[]),
                          cast(:keys as tsvector[]))
                          as new (id, body, handling, keys)
                        """
                                .formatted(table))
                .param("id", column(reports, one -> one.receipt().id()))
                .param("body", column(reports, PreparedReport::body))
                .param("handling", column(reports, PreparedReport::handling))
                .param("keys", column(reports, one -> one.found().searchKeys()))
                .update();
    }

    private void insertIdentifiers(List<PreparedReport> reports) {
        List<Row> rows = reports.stream().flatMap(ReportStore::identifierRows).toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into reporting.identifier (
                          report_id, ordinal, kind, scheme, value, link_key, span_start, span_end,
                          reported_at, body, handling)
                        select id, ordinal, kind, scheme, value, link_key, span_start, span_end,
                          reported, body, handling
                        from unnest(
                          cast(:id as uuid[]), cast(:ordinal as smallint[]), :kind, :scheme,
                          :value, :key, cast(:start as integer[]), cast(:end as integer[]),
                          cast(:reported as timestamptz[]), :body, cast(:handling as smallint[]))
                          as new (id, ordinal, kind, scheme, value, link_key, span_start, span_end,
                            reported, body, handling)
                        """)
                .param("id", column(rows, row -> row.report().receipt().id()))
                .param("ordinal", column(rows, Row::ordinal))
                .param("kind", column(rows, row -> row.found().kind()))
                .param("scheme", column(rows, row -> row.found().scheme()))
                .param("value", column(rows, row -> row.found().value()))
                .param("key", column(rows, row -> row.found().linkKey()))
                .param("start", column(rows, row -> row.found().start()))
                .param("end", column(rows, row -> row.found().end()))
                .param("reported", column(rows, row -> row.report().report().reportedAt()))
                .param("body", column(rows, row -> row.report().body()))
                .param("handling", column(rows, row -> row.report().handling()))
                .update();
    }

    private void insertContacts(List<PreparedReport> reports) {
        if (reports.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into reporting.contact (report_id, name, phone, email)
                        select * from unnest(cast(:id as uuid[]), :name, :phone, :email)
                        """)
                .param("id", column(reports, one -> one.receipt().id()))
                .param("name", column(reports, one -> one.report().contact().name()))
                .param("phone", column(reports, one -> one.report().contact().phone()))
                .param("email", column(reports, one -> one.report().contact().email()))
                .update();
    }

    private record Row(PreparedReport report, int ordinal, FoundIdentifier found) {}

    private static Stream<Row> identifierRows(PreparedReport report) {
        List<FoundIdentifier> found = report.found().identifiers();
        return IntStream.range(0, found.size()).mapToObj(i -> new Row(report, i, found.get(i)));
    }

    private static @Nullable Object amount(PreparedReport one) {
        Loss loss = one.report().loss();
        return loss == null ? null : loss.amount().toPlainString();
    }

    private static @Nullable Object currency(PreparedReport one) {
        Loss loss = one.report().loss();
        return loss == null ? null : loss.currency();
    }

    private static Object paidHow(PreparedReport one) {
        Loss loss = one.report().loss();
        return loss == null ? "" : loss.paidHow();
    }

    private static <T> @Nullable String[] column(
            List<T> rows, Function<T, @Nullable Object> value) {
        @Nullable String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            @Nullable Object cell = value.apply(rows.get(i));
            column[i] = cell == null ? null : cell.toString();
        }
        return column;
    }
}
