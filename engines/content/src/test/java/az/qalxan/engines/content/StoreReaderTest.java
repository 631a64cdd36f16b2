package az.qalxan.engines.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases as SQLite itself writes them. */
class StoreReaderTest {

    @TempDir Path folder;

    private static final String CHROME =
            "create table urls(id INTEGER PRIMARY KEY AUTOINCREMENT,url LONGVARCHAR,"
                    + "title LONGVARCHAR,visit_count INTEGER DEFAULT 0 NOT NULL)";

    @Test
    void browserHistoryBecomesMoments() throws Exception {
        long at = Samples.filetime("2026-03-10T08:00:00Z") / 10;
        byte[] history =
                Samples.database(
                        folder,
                        CHROME,
                        "create table visits(id integer primary key, url integer not null,"
                                + " visit_time integer not null)",
                        "insert into urls values (7, 'https://bank-tesdiq.example/', 'Bank', 1)",
                        "insert into visits values (1, 7, " + at + ")");
        Collected read = Collected.read(history, "History");
        assertThat(read.root().type().kind()).isEqualTo("chrome-history");
        assertThat(read.moments)
                .singleElement()
                .satisfies(visit -> {
                    assertThat(visit.kind()).isEqualTo(MomentKind.VISITED);
                    assertThat(visit.at()).isEqualTo(Instant.parse("2026-03-10T08:00:00Z"));
                    assertThat(visit.message()).isEqualTo("https://bank-tesdiq.example/ | Bank");
                });
        assertThat(read.root().text()).contains("https://bank-tesdiq.example/ | Bank");
    }

    @Test
    void messagesNameWhoThroughTwoTables() throws Exception {
        byte[] store =
                Samples.database(
                        folder,
                        "create table jid(_id INTEGER PRIMARY KEY, user TEXT, server TEXT)",
                        "create table chat(_id INTEGER PRIMARY KEY, jid_row_id INTEGER,"
                                + " subject TEXT)",
                        "create table message(_id INTEGER PRIMARY KEY, chat_row_id INTEGER,"
                                + " from_me INTEGER, timestamp INTEGER, text_data TEXT)",
                        "insert into jid values (3, '994505550127', 's.whatsapp.net')",
                        "insert into chat values (9, 3, null)",
                        "insert into message values (1, 9, 0, 1773129600000, 'Salam')");
        Collected read = Collected.read(store, "msgstore.db");
        assertThat(read.root().type().kind()).isEqualTo("whatsapp-android");
        assertThat(read.moments.getFirst().user()).isEqualTo("994505550127");
        assertThat(read.moments.getFirst().at()).isEqualTo(Instant.parse("2026-03-10T08:00:00Z"));
    }

    @Test
    void firefoxPlacesAreKnown() throws Exception {
        byte[] places =
                Samples.database(
                        folder,
                        "create table moz_places(id INTEGER PRIMARY KEY, url LONGVARCHAR,"
                                + " title LONGVARCHAR)",
                        "create table moz_historyvisits(id INTEGER PRIMARY KEY,"
                                + " place_id INTEGER, visit_date INTEGER)",
                        "insert into moz_places values (1, 'http://a.example/', null)",
                        "insert into moz_historyvisits values (5, 1, 1773129600123456)");
        Collected read = Collected.read(places, "places.sqlite");
        assertThat(read.moments.getFirst().at())
                .isEqualTo(Instant.parse("2026-03-10T08:00:00.123456Z"));
        assertThat(read.moments.getFirst().message()).isEqualTo("http://a.example/");
    }

    /** Random tables, long values over many pages: the same rows as SQLite gives. */
    @Test
    void everyRowIsReadAsSqliteReadsIt() throws Exception {
        long seed = System.nanoTime();
        System.out.println("StoreReaderTest seed " + seed);
        Random random = new Random(seed);
        List<String> statements = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        statements.add("pragma page_size=1024");
        statements.add("create table \"t [1\"(a TEXT, n INTEGER, r REAL, \"b,c\" TEXT)");
        for (int i = 0; i < 3_000; i++) {
            String a = "ə".repeat(random.nextInt(10)) + "x".repeat(random.nextInt(2) * 4_000);
            long n = random.nextLong() >> random.nextInt(64);
            double r = random.nextGaussian();
            statements.add(
                    "insert into \"t [1\" values ('%s', %d, %s, 'q%d')".formatted(a, n, r, i));
            expected.add(a + "|" + n + "|" + r + "|q" + i);
        }
        SqliteFile file =
                new SqliteFile(
                        Source.of(Samples.database(folder, statements.toArray(String[]::new))));
        SqliteTable table = java.util.Objects.requireNonNull(file.tables().get("t [1"));
        assertThat(table.columns()).containsExactly("a", "n", "r", "b,c");
        List<String> rows = new ArrayList<>();
        file.rows(
                table,
                row ->
                        rows.add(
                                row.get("a")
                                        + "|"
                                        + row.get("n")
                                        + "|"
                                        + row.get("r")
                                        + "|"
                                        + row.get("b,c")));
        assertThat(rows).isEqualTo(expected);
    }
}
