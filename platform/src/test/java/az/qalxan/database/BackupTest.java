package az.qalxan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    @TempDir private Path temporary;

    @Test
    void aBackupRestoredIntoAnEmptyPlaceHoldsTheSameRowsAndFiles()
            throws IOException, SQLException {
        DataFolder source = installation("source");
        Files.writeString(source.subfolder("attachments/ab").resolve("abcd"), "content");
        Path file = temporary.resolve("backup.zip");

        Backup.Outcome written = Backup.write(source, file, line -> {});
        Backup.Outcome restored = Backup.restore(file, temporary.resolve("target"), line -> {});

        assertThat(written).isInstanceOf(Backup.Outcome.Done.class).isEqualTo(restored);
        assertThat(((Backup.Outcome.Done) written).rows()).isGreaterThanOrEqualTo(3000);
        DataFolder target = DataFolder.open(temporary.resolve("target"));
        assertThat(events(target)).isEqualTo(3000);
        assertThat(target.secret("card-digest")).isEqualTo(source.secret("card-digest"));
        assertThat(target.path().resolve("attachments/ab/abcd")).hasContent("content");
    }

    @Test
    void aBackupWithOneAlteredByteIsRefused() throws IOException, SQLException {
        DataFolder source = installation("source");
        Path file = temporary.resolve("backup.zip");
        Backup.write(source, file, line -> {});
        Path altered = temporary.resolve("altered.zip");
        alterOneRow(file, altered);

        Backup.Outcome outcome = Backup.restore(altered, temporary.resolve("target"), line -> {});

        assertThat(outcome)
                .isEqualTo(new Backup.Outcome.Refused("audit.event is missing or altered"));
        assertThat(temporary.resolve("target")).doesNotExist();
    }

    @Test
    void aRestoreNeverOverwritesAnInstallation() throws IOException {
        Path target = Files.createDirectory(temporary.resolve("target"));
        Files.writeString(target.resolve("something"), "of somebody");

        Backup.Outcome outcome =
                Backup.restore(temporary.resolve("absent.zip"), target, line -> {});

        assertThat(outcome).isInstanceOf(Backup.Outcome.Refused.class);
        assertThat(target.resolve("something")).hasContent("of somebody");
    }

    @Test
    void aFolderWithoutADatabaseIsLeftAlone() {
        DataFolder folder = DataFolder.open(temporary.resolve("of-an-external-server"));
        Path file = temporary.resolve("backup.zip");
        assertThat(Backup.write(folder, file, line -> {}))
                .isInstanceOf(Backup.Outcome.Refused.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsNoBackupIsRefused() throws IOException {
        Path file = Files.writeString(temporary.resolve("backup.zip"), "not a ZIP file");
        assertThat(Backup.restore(file, temporary.resolve("target"), line -> {}))
                .isInstanceOf(Backup.Outcome.Refused.class);
    }

    private DataFolder installation(String name) throws SQLException {
        DataFolder folder = DataFolder.open(temporary.resolve(name));
        folder.secret("card-digest");
        try (EmbeddedServer server = EmbeddedServer.start(folder, false)) {
            Migrations.migrate(server);
            Credentials application = server.application();
            try (Connection connection =
                            DriverManager.getConnection(
                                    server.jdbcUrl(), application.user(), application.password());
                    Statement sql = connection.createStatement()) {
                sql.execute(
                        """
                        insert into audit.event (at, act, subject_kind, subject_id, circumstances)
                        select now(), 'test.event.made', 'test', 'ə\\t"' || n,
                          jsonb_build_object('filler', repeat('ş', (n * 7919) % 3500))
                        from generate_series(1, 3000) n
                        """);
            }
        }
        return folder;
    }

    private static long events(DataFolder folder) throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(folder, false);
                Connection connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(),
                                server.superuser().user(),
                                server.superuser().password());
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select count(*) from audit.event")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void alterOneRow(Path from, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                java.util.zip.ZipOutputStream out =
                        new java.util.zip.ZipOutputStream(Files.newOutputStream(to))) {
            for (java.util.zip.ZipEntry entry : java.util.Collections.list(zip.entries())) {
                out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("tables/audit.event.copy")) {
                    bytes[bytes.length / 2] ^= 1;
                }
                out.write(bytes);
                out.closeEntry();
            }
        }
    }
}
