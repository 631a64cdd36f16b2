package az.qalxan.database;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.vault.CaseKey;
import az.qalxan.engines.vault.Finish;
import az.qalxan.engines.vault.Intake;
import az.qalxan.engines.vault.Inventory;
import az.qalxan.engines.vault.KeyRing;
import az.qalxan.engines.vault.StoredId;
import az.qalxan.engines.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final byte[] SECRET =
            "qəti sübut ".repeat(30_000).getBytes(StandardCharsets.UTF_8);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-27T20:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path temporary;

    private static Backup.Order order(Path file) {
        return new Backup.Order(file, null, false, CLOCK);
    }

    @Test
    void aBackupRestoredIntoAnEmptyPlaceHoldsTheSameRowsAndFiles()
            throws IOException, SQLException {
        DataFolder source = installation("source");
        Files.writeString(source.subfolder("attachments/ab").resolve("abcd"), "content");
        Path file = temporary.resolve("backup.zip");

        Backup.Outcome written = Backup.write(source, order(file), line -> {});
        Backup.Outcome restored =
                Backup.restore(order(file), temporary.resolve("target"), line -> {});

        Backup.Amount amount = ((Backup.Outcome.Done) written).amount();
        assertThat(((Backup.Outcome.Done) restored).amount()).isEqualTo(amount);
        assertThat(amount.rows()).isGreaterThanOrEqualTo(3000);
        DataFolder target = DataFolder.open(temporary.resolve("target"));
        assertThat(events(target)).isEqualTo(3000);
        assertThat(target.secret("card-digest")).isEqualTo(source.secret("card-digest"));
        assertThat(target.path().resolve("attachments/ab/abcd")).hasContent("content");
        assertThat(Restored.in(target))
                .contains(new Restored(CLOCK.instant(), CLOCK.instant(), "backup.zip"));
        assertThat(Restored.in(source)).isEmpty();
    }

    @Test
    void aBackupWithOneAlteredByteIsRefused() throws IOException, SQLException {
        DataFolder source = installation("source");
        Path file = temporary.resolve("backup.zip");
        Backup.write(source, order(file), line -> {});
        Path altered = temporary.resolve("altered.zip");
        alter(file, altered, "tables/audit.event.copy");

        Backup.Outcome outcome =
                Backup.restore(order(altered), temporary.resolve("target"), line -> {});

        assertThat(outcome)
                .isEqualTo(new Backup.Outcome.Refused("audit.event is missing or altered"));
        assertThat(temporary.resolve("target")).doesNotExist();
    }

    @Test
    void aRestoreNeverOverwritesAnInstallation() throws IOException {
        Path target = Files.createDirectory(temporary.resolve("target"));
        Files.writeString(target.resolve("something"), "of somebody");

        Backup.Outcome outcome =
                Backup.restore(order(temporary.resolve("absent.zip")), target, line -> {});

        assertThat(outcome).isInstanceOf(Backup.Outcome.Refused.class);
        assertThat(target.resolve("something")).hasContent("of somebody");
    }

    @Test
    void aFolderWithoutADatabaseIsLeftAlone() {
        DataFolder folder = DataFolder.open(temporary.resolve("of-an-external-server"));
        Path file = temporary.resolve("backup.zip");
        assertThat(Backup.write(folder, order(file), line -> {}))
                .isInstanceOf(Backup.Outcome.Refused.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsNoBackupIsRefused() throws IOException {
        Path file = Files.writeString(temporary.resolve("backup.zip"), "not a ZIP file");
        assertThat(Backup.restore(order(file), temporary.resolve("target"), line -> {}))
                .isInstanceOf(Backup.Outcome.Refused.class);
    }

    @Test
    void evidenceComesBackReadableAndLiesInTheFileEncrypted() throws IOException, SQLException {
        DataFolder source = installation("source");
        StoredId id = store(source);
        Path file = temporary.resolve("backup.zip");

        Backup.write(source, order(file), line -> {});
        Backup.Outcome restored =
                Backup.restore(order(file), temporary.resolve("target"), line -> {});

        assertThat(((Backup.Outcome.Done) restored).evidence())
                .contains(new Inventory(1, 0, 1, SECRET.length, List.of()));
        DataFolder target = DataFolder.open(temporary.resolve("target"));
        assertThat(read(target, id)).isEqualTo(SECRET);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("sübut");
            }
        }
    }

    @Test
    void theMasterKeyCanBeKeptApart() throws IOException, SQLException {
        DataFolder source = installation("source");
        StoredId id = store(source);
        Path file = temporary.resolve("backup.zip");
        Path key = temporary.resolve("key");
        Path target = temporary.resolve("target");

        Backup.write(source, new Backup.Order(file, key, false, CLOCK), line -> {});

        assertThat(key).hasContent(source.secret("evidence-master-key"));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("files/secrets/evidence-master-key")).isNull();
            assertThat(zip.getEntry("files/secrets/card-digest")).isNotNull();
        }
        Backup.Outcome without = Backup.restore(order(file), target, line -> {});
        assertThat(((Backup.Outcome.Refused) without).why()).contains("--master-key");
        Path wrong = Files.writeString(temporary.resolve("wrong"), "of another installation");
        Backup.Outcome other =
                Backup.restore(new Backup.Order(file, wrong, false, CLOCK), target, line -> {});
        assertThat(((Backup.Outcome.Refused) other).why()).contains("the evidence needs");
        assertThat(target).doesNotExist();
        Backup.restore(new Backup.Order(file, key, false, CLOCK), target, line -> {});
        assertThat(read(DataFolder.open(target), id)).isEqualTo(SECRET);
    }

    @Test
    void anAlteredByteOfEvidenceIsFoundBeforeAnythingIsWritten() throws IOException, SQLException {
        DataFolder source = installation("source");
        store(source);
        Path file = temporary.resolve("backup.zip");
        Backup.write(source, order(file), line -> {});
        String body;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            body =
                    zip.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.contains("bodies"))
                            .findFirst()
                            .orElseThrow();
        }
        Path altered = temporary.resolve("altered.zip");
        alter(file, altered, body);

        Backup.Outcome outcome =
                Backup.restore(order(altered), temporary.resolve("target"), line -> {});

        assertThat(((Backup.Outcome.Refused) outcome).why())
                .isEqualTo(body.substring("files/".length()) + " is missing or altered");
        assertThat(temporary.resolve("target")).doesNotExist();
    }

    @Test
    void filesOfAnExternalDatabasesFolderAreSavedAlone() throws IOException {
        DataFolder source = DataFolder.open(temporary.resolve("source"));
        source.secret("card-digest");
        StoredId id = store(source);
        Path file = temporary.resolve("files.zip");

        Backup.write(source, new Backup.Order(file, null, true, CLOCK), line -> {});
        Backup.Outcome restored =
                Backup.restore(order(file), temporary.resolve("target"), line -> {});

        assertThat(((Backup.Outcome.Done) restored).amount().tables()).isZero();
        DataFolder target = DataFolder.open(temporary.resolve("target"));
        assertThat(read(target, id)).isEqualTo(SECRET);
        assertThat(target.secret("card-digest")).isEqualTo(source.secret("card-digest"));
        assertThat(EmbeddedServer.isIn(target)).isFalse();
        assertThat(Restored.in(target)).isPresent();
    }

    @Test
    void theManifestIsReadOnceForItsFormatAndOnceForAllThatIsInIt() throws IOException {
        DataFolder source = DataFolder.open(temporary.resolve("source"));
        source.secret("card-digest");
        Path file = temporary.resolve("files.zip");
        Backup.write(source, new Backup.Order(file, null, true, CLOCK), line -> {});

        try (Counting zip = new Counting(file)) {
            BackupReader reader = new BackupReader(zip, line -> {});
            assertThat(reader.problems(null)).isEmpty();
            reader.restoreFiles(DataFolder.open(temporary.resolve("target")), null);
            assertThat(reader.manifest().files()).hasSize(1);
            assertThat(zip.manifests).isEqualTo(2);
        }
    }

    /** Counts how often the manifest is read. */
    private static final class Counting extends ZipFile {

        private int manifests;

        Counting(Path file) throws IOException {
            super(file.toFile());
        }

        @Override
        public InputStream getInputStream(ZipEntry entry) throws IOException {
            manifests += entry.getName().equals(BackupManifest.ENTRY) ? 1 : 0;
            return super.getInputStream(entry);
        }
    }

    @Test
    void noBackupIsMadeInTheMiddleOfAChangeOfTheMasterKey() throws SQLException {
        DataFolder source = installation("source");
        source.secret("evidence-master-key.next");
        Path file = temporary.resolve("backup.zip");

        Backup.Outcome outcome = Backup.write(source, order(file), line -> {});

        assertThat(((Backup.Outcome.Refused) outcome).why()).contains("evidence rotate");
        assertThat(file).doesNotExist();
    }

    private static Vault vault(DataFolder folder) throws IOException {
        VaultFolder evidence = new VaultFolder(folder);
        return Vault.open(evidence.path(), KeyRing.of(evidence.key()), new SecureRandom());
    }

    private static StoredId store(DataFolder folder) throws IOException {
        try (Vault vault = vault(folder)) {
            Intake intake = vault.begin(new CaseKey(new UUID(1, 2)));
            intake.append(0, SECRET);
            Finish.Stored stored = (Finish.Stored) intake.finish();
            vault.drop(intake.id());
            return stored.id();
        }
    }

    private static byte[] read(DataFolder folder, StoredId id) throws IOException {
        try (Vault vault = vault(folder);
                InputStream in = Channels.newInputStream(vault.open(id))) {
            return in.readAllBytes();
        }
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

    private static void alter(Path from, Path to, String entryName) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(entryName)) {
                    bytes[bytes.length / 2] ^= 1;
                }
                out.write(bytes);
                out.closeEntry();
            }
        }
    }
}
