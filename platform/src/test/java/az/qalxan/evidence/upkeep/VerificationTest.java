package az.qalxan.evidence.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.database.DataFolder;
import az.qalxan.evidence.EvidenceStage;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.StoredBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Stored bytes are read anew; what was altered or lost raises an alarm and is not repaired. */
@PlatformTest
class VerificationTest {

    private static final long SEED = 20_261_127L;

    @Autowired ApplicationContext context;
    @Autowired DataFolder data;
    @Autowired VerificationJob job;
    private EvidenceStage stage;
    private Caller lead;
    private String number = "";

    @BeforeEach
    void begin() throws Exception {
        stage = new EvidenceStage(context);
        lead = stage.cases.person("din", Role.INVESTIGATOR, Role.DUTY_OFFICER);
        number = stage.cases.open(lead, "Yoxlanan iş");
    }

    private Exhibit stored(String title, int size) throws Exception {
        byte[] content = new byte[size];
        new Random(SEED + size).nextBytes(content);
        return stage.stored(lead, stage.registered(lead, number, title, ""), content);
    }

    private void verify(Exhibit exhibit) throws Exception {
        assertThat(stage.cases.post(lead, exhibit.path() + "/verify").getStatus()).isEqualTo(302);
    }

    @Test
    void unchangedBytesAreNotedSo() throws Exception {
        Exhibit image = stored("Bütöv obraz", 100_000);
        verify(image);
        assertThat(stage.chain(lead, image.id()))
                .containsExactly("registered", "stored", "verified");
        assertThat(stage.cases.page(lead, image.path()))
                .contains("dəyişməyib")
                .doesNotContain("??");
    }

    @Test
    void oneFlippedByteIsLocatedAlarmsAndStays() throws Exception {
        Exhibit image = stored("Pozulan obraz", 3_000_000);
        Path file = body(image);
        flip(file, 2_500_000);
        byte[] damaged = Files.readAllBytes(file);
        verify(image);
        assertThat(stage.chain(lead, image.id()).getLast()).isEqualTo("damaged");
        assertThat(stage.cases.page(lead, "/evidence/checks"))
                .contains("Pozulan obraz", "Baytlar dəyişib", "Baytlar: ")
                .doesNotContain("??");
        assertThat(stage.cases.page(lead, "/cases/" + number))
                .contains("Saxlanan sübutların baytları pozulub: 1");
        assertThat(stage.cases.page(lead, "/")).contains("Baytları pozulmuş sübutlar");
        flip(file, 2_500_000);
        verify(image);
        assertThat(stage.cases.page(lead, "/cases/" + number))
                .as("an alarm stands until a person ends it")
                .contains("Saxlanan sübutların baytları pozulub: 1");
        flip(file, 2_500_000);
        assertThat(Files.readAllBytes(file)).as("nothing was repaired").isEqualTo(damaged);
        settle(image);
        assertThat(stage.cases.page(lead, "/cases/" + number))
                .doesNotContain("Saxlanan sübutların baytları pozulub");
        assertThat(stage.chain(lead, image.id()).getLast()).isEqualTo("alarm-settled");
    }

    private void settle(Exhibit image) throws Exception {
        String alarm =
                stage.cases
                        .texts(
                                "select id::text from evidence.alarm"
                                        + " where exhibit_id = cast(:it as uuid)",
                                image.id().toString())
                        .getFirst();
        assertThat(stage.cases.post(lead, "/evidence/alarms/" + alarm + "/settle").getStatus())
                .as("words are needed")
                .isEqualTo(422);
        stage.cases.post(
                lead, "/evidence/alarms/" + alarm + "/settle", "words", EvidenceStage.WORDS);
    }

    @Test
    void theJobReadsWhatIsDueAndFindsLostBytes() throws Exception {
        Exhibit image = stored("İtən obraz", 50_000);
        Files.delete(body(image));
        assertThat(job.go(Instant.now())).as("too soon for anything of today").isGreaterThan(-1);
        assertThat(stage.chain(lead, image.id())).doesNotContain("missing");
        while (!stage.chain(lead, image.id()).contains("missing")) {
            assertThat(job.go(Instant.now().plus(Duration.ofDays(32)))).isPositive();
        }
        assertThat(stage.cases.page(lead, image.path())).contains("itib").doesNotContain("??");
    }

    @Test
    void aFileThatCannotBeReadHoldsNoOtherUp() throws Exception {
        Exhibit unreadable = stored("Oxunmayan obraz", 10_000);
        number = stage.cases.open(lead, "İkinci yoxlanan iş");
        Exhibit lost = stored("Sonrakı obraz", 20_000);
        Files.delete(body(lost));
        Files.write(seal(unreadable), new byte[1 << 20], StandardOpenOption.APPEND);
        while (!stage.chain(lead, lost.id()).contains("missing")) {
            assertThat(job.go(Instant.now().plus(Duration.ofDays(32)))).isPositive();
        }
        assertThat(stage.chain(lead, unreadable.id()))
                .containsExactly("registered", "stored", "missing");
        assertThat(stage.cases.page(lead, "/evidence/checks")).contains("Sonrakı obraz");
    }

    private Path seal(Exhibit exhibit) throws IOException {
        String owner = Objects.requireNonNull(exhibit.stored()).id().key().toString();
        try (Stream<Path> files = Files.walk(data.subfolder("evidence"))) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> path.toString().contains(owner + "/seals/"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The one file of the vault that is as large as the exhibit's bytes at least. */
    private Path body(Exhibit exhibit) {
        StoredBytes stored = Objects.requireNonNull(exhibit.stored());
        long length = stored.digests().length();
        String owner = stored.id().key().toString();
        try (Stream<Path> files = Files.walk(data.subfolder("evidence"))) {
            List<Path> large =
                    files.filter(Files::isRegularFile)
                            .filter(path -> path.toString().contains(owner))
                            .filter(path -> path.toFile().length() >= length)
                            .toList();
            assertThat(large).hasSize(1);
            return large.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }
}
