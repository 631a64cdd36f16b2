package az.qalxan.engines.knownfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The NSRL's database in its third form, and files that only look like it. */
class NsrlDatabaseTest {

    private static final String MINIMAL =
            "create table FILE (sha256 VARCHAR NOT NULL, sha1 VARCHAR NOT NULL, md5 VARCHAR NOT"
                    + " NULL, crc32 VARCHAR, file_name VARCHAR, file_size INTEGER, package_id"
                    + " INTEGER)";

    @TempDir Path folder;

    private Path database(String... statements) throws SQLException {
        Path file = folder.resolve("RDS 2026#03?.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
        return file;
    }

    private long built(HashKind kind, Path database) throws IOException {
        Path out = folder.resolve("nsrl.known");
        try (KnownSetBuilder builder = KnownSetBuilder.begin(kind, KnownSetTest.ORIGIN, out)) {
            NsrlDatabase.read(database, builder);
            return builder.finish().count();
        }
    }

    private static String row(String letter) {
        return "insert into FILE values ('%s','%s','%s','00','a b.dll',1,2)"
                .formatted(letter.repeat(64), letter.repeat(40), letter.repeat(32));
    }

    @Test
    void aMinimalEditionIsRead() throws Exception {
        Path file =
                database(
                        MINIMAL,
                        row("A"),
                        row("B"),
                        row("A"),
                        "create table VERSION (version VARCHAR, description VARCHAR)",
                        "insert into VERSION values ('2026.03.1', 'test')");
        for (HashKind kind : HashKind.values()) {
            assertThat(built(kind, file)).isEqualTo(2);
        }
        assertThat(NsrlDatabase.version(file)).hasValue("2026.03.1");
        try (KnownSet set = KnownSet.open(folder.resolve("nsrl.known"))) {
            assertThat(set.contains(FileHash.parse("b".repeat(64)).orElseThrow())).isTrue();
        }
    }

    @Test
    void aFullEditionIsReadFromItsMetadata() throws Exception {
        Path file =
                database(
                        "create table METADATA (metadata_id integer, md5 VARCHAR, sha1 VARCHAR,"
                                + " sha256 VARCHAR)",
                        "insert into METADATA values (1, '%s', '%s', null)"
                                .formatted("C".repeat(32), "C".repeat(40)),
                        "create view FILE as select md5, sha1, sha256 from METADATA");
        assertThat(built(HashKind.SHA1, file)).isEqualTo(1);
        assertThat(NsrlDatabase.version(file)).isEmpty();
    }

    @Test
    void viewsAreNotRunAndOtherFilesRefused() throws Exception {
        Path endless =
                database(
                        "create view FILE as with recursive n(sha1) as (select 1 union all select"
                                + " sha1 + 1 from n) select sha1 from n");
        assertThatThrownBy(() -> built(HashKind.SHA1, endless)).isInstanceOf(UnusableSet.class);
        Path text =
                Files.writeString(folder.resolve("text"), "no database", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> built(HashKind.SHA1, text)).isInstanceOf(UnusableSet.class);
        assertThatThrownBy(() -> built(HashKind.SHA1, folder.resolve("absent")))
                .isInstanceOf(UnusableSet.class);
        assertThat(folder.resolve("absent")).doesNotExist();
        assertThat(folder.resolve("nsrl.known")).doesNotExist();
    }
}
