import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.engines.linking.series.StoryBands;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Puts many reports into the tables at once: the traits that linking needs, read by the engine as the
 * platform reads them, and the bare row of each report, so that a series can be shown. What only other
 * benchmarks need (search keys, identifiers for the officer's list, journal) is left out: it takes
 * three times the space.
 */
final class SeriesLoad {

    /** Reports of one portion: read by one thread, copied as a whole. */
    private static final int PORTION = 5_000;

    private static final HexFormat HEX = HexFormat.of();

    private final Path data;
    private final Options options;
    private final CountryTraits traits;

    SeriesLoad(Path data, Options options) throws Exception {
        this.data = data;
        this.options = options;
        this.traits =
                new CountryTraits(Files.readString(data.resolve("secrets/card-digest")).strip());
    }

    /** A connection as the database's own administrator. */
    static Connection connect(Path data) throws Exception {
        String port =
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/qalxan",
                "postgres",
                Files.readString(data.resolve("secrets/database-superuser")).strip());
    }

    static long ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The two texts of a portion. */
    private record Rows(String reports, String traits, int count) {}

    void load(Stream<SyntheticReport> reports) throws Exception {
        try (Connection connection = connect(data);
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            try (Statement sql = connection.createStatement()) {
                sql.execute("drop index series.report_by_key");
                sql.execute("drop index series.report_by_band");
            }
            Iterator<SyntheticReport> all = reports.iterator();
            Queue<Future<Rows>> reading = new ArrayDeque<>();
            long loaded = 0;
            while (all.hasNext() || !reading.isEmpty()) {
                while (all.hasNext() && reading.size() < 4) {
                    List<SyntheticReport> portion = new ArrayList<>(PORTION);
                    while (all.hasNext() && portion.size() < PORTION) {
                        portion.add(all.next());
                    }
                    reading.add(readers.submit(() -> rows(portion)));
                }
                Rows rows = next(reading);
                copy(connection, REPORT, rows.reports());
                copy(connection, TRAITS, rows.traits());
                long before = loaded;
                loaded += rows.count();
                if (before / 250_000 != loaded / 250_000) {
                    options.tell("%,d reports loaded", loaded);
                }
            }
            options.tell("building the indexes of keys and of stories");
            try (Statement sql = connection.createStatement()) {
                sql.execute("set maintenance_work_mem = '1GB'");
                sql.execute(
                        "create index report_by_key on series.report using gin (keys)"
                                + " with (fastupdate = off)");
                sql.execute("create index report_by_band on series.report using gin (bands)");
                sql.execute("analyze series.report");
                sql.execute("analyze reporting.report");
            }
        }
    }

    private static Rows next(Queue<Future<Rows>> reading) throws Exception {
        try {
            return reading.remove().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static final String REPORT =
            "copy reporting.report (id, reference, state, category, region, channel, language, body,"
                    + " handling, happened_at, reported_at, recorded_at, loss_amount,"
                    + " loss_currency, paid_how, story, on_behalf_of, changed_at) from stdin";
    private static final String TRAITS =
            "copy series.report (report_id, reported_at, body, handling, lost, keys, traits,"
                    + " bands) from stdin";

    private static void copy(Connection connection, String sql, String rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }

    private Rows rows(List<SyntheticReport> portion) {
        StringBuilder reports = new StringBuilder(PORTION * 1_000);
        StringBuilder traits = new StringBuilder(PORTION * 2_000);
        for (SyntheticReport one : portion) {
            UUID id = CountryTraits.id(one);
            reportRow(reports, id, one);
            traitsRow(traits, id, one);
        }
        return new Rows(reports.toString(), traits.toString(), portion.size());
    }

    private static void reportRow(StringBuilder out, UUID id, SyntheticReport one) {
        var loss = one.loss();
        out.append(id).append('\t');
        out.append("M-2025-").append(10_000_000 + one.number()).append('\t');
        out.append("waiting\t").append(one.category()).append('\t').append(one.region());
        out.append("\tweb\t").append(one.language()).append("\tdin\t2\t");
        out.append(one.happenedAt()).append('\t').append(one.reportedAt()).append('\t');
        out.append(one.reportedAt()).append('\t');
        out.append(loss == null ? "\\N" : loss.amount().toPlainString()).append('\t');
        out.append(loss == null ? "\\N" : loss.currency()).append('\t');
        out.append(loss == null ? "" : loss.paidHow()).append('\t');
        out.append(escaped(one.story())).append("\t\t").append(one.reportedAt()).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private void traitsRow(StringBuilder out, UUID id, SyntheticReport one) {
        ReportTraits traits = this.traits.of(one);
        var loss = one.loss();
        out.append(id).append('\t').append(one.reportedAt()).append("\tdin\t2\t");
        out.append(
                        loss != null && loss.currency().equals("AZN")
                                ? loss.amount().toPlainString()
                                : "\\N")
                .append("\t{");
        String comma = "";
        for (long key : LongStream.of(traits.keys()).toArray()) {
            out.append(comma).append(key);
            comma = ",";
        }
        out.append("}\t\\\\x");
        HEX.formatHex(out, traits.toBytes());
        out.append("\t{");
        comma = "";
        for (int band : StoryBands.of(traits)) {
            out.append(comma).append(band);
            comma = ",";
        }
        out.append("}\n");
    }
}
