package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.QalxanApplication;
import az.qalxan.access.ApiClients;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.CaseOpening;
import az.qalxan.casework.Cases;
import az.qalxan.database.ActingAs;
import az.qalxan.evidence.intake.Sender;
import az.qalxan.reporting.bulk.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;

/** The program is killed in the middle of an upload; what it acknowledged is there, once. */
class EvidenceKillTest {

    private static final int MIB = 1 << 20;
    private static final int PIECE = 2 * MIB;
    private static final int BYTES = 48 * MIB + 12_345;

    @TempDir static Path folder = Path.of("");

    @Test
    void everyAcknowledgedPieceOutlivesTheProgram() throws Exception {
        Path data = folder.resolve("data");
        Prepared prepared = prepare(data);
        String token = prepared.token();
        byte[] bytes = new byte[BYTES];
        new Random(17).nextBytes(bytes);
        ServedProcess served = ServedProcess.start(data);
        Sender sender = new Sender(new Program(served.address(), token));
        String exhibit = exhibit(sender.program(), prepared.number());
        String id = sender.announce("exhibit", exhibit, "disk.img", BYTES).text("id");
        long acknowledged = sendUntilKilled(sender, served, id, bytes);
        assertThat(acknowledged).isBetween(10L * MIB, (long) BYTES - 1);
        try (ServedProcess again = ServedProcess.start(data)) {
            Program program = new Program(again.address(), token);
            JsonNode standing = program.get(Sender.INTAKES + "/" + id).body();
            assertThat(standing.path("received").asLong()).isGreaterThanOrEqualTo(acknowledged);
            JsonNode end = added(again.address(), token, exhibit, bytes);
            assertThat(end.path("sha256").asString())
                    .isEqualTo(HexFormat.of().formatHex(Sender.sha256(bytes)));
            JsonNode file = program.get("/api/evidence/exhibits/" + exhibit).body().path("file");
            assertThat(file.path("length").asLong()).isEqualTo(BYTES);
            assertThat(program.get(Sender.INTAKES).body().isEmpty()).isTrue();
        }
    }

    /** The command line goes on where the killed server stopped. */
    private static JsonNode added(String address, String token, String exhibit, byte[] bytes)
            throws IOException {
        Path file = folder.resolve("disk.img");
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.fromMillis(5));
        Ran ran =
                Ran.of(
                        new EvidenceAddCommand(),
                        "--server",
                        address,
                        "--token",
                        token,
                        "--exhibit",
                        exhibit,
                        "--json",
                        file);
        assertThat(ran.error()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran.json().get(0);
    }

    /** Sends piece after piece and kills the server while one is on its way. */
    private static long sendUntilKilled(
            Sender sender, ServedProcess served, String id, byte[] bytes)
            throws InterruptedException {
        AtomicLong acknowledged = new AtomicLong();
        AtomicBoolean broken = new AtomicBoolean();
        Thread sending =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                for (int at = 0; at < BYTES; at += PIECE) {
                                    int end = Math.min(at + PIECE, BYTES);
                                    acknowledged.set(
                                            sender.piece(id, at, Arrays.copyOfRange(bytes, at, end))
                                                    .offset());
                                }
                            } catch (UncheckedIOException e) {
                                broken.set(true);
                            }
                        });
        while (acknowledged.get() < 10L * MIB) {
            Thread.onSpinWait();
        }
        served.kill();
        sending.join();
        assertThat(broken).isTrue();
        return acknowledged.get();
    }

    /** Registers an exhibit; its id. */
    private static String exhibit(Program program, String number) {
        ExhibitOptions told = new ExhibitOptions();
        told.caseNumber = number;
        told.dataClass = "content";
        told.origin = "search";
        told.from = "Uydurma Şəxs";
        told.obtained = "2026-11-01T10:00";
        told.basis = "search-seizure";
        told.document = "Protokol 7";
        told.place = "Seyf 2";
        Program.Answer made =
                program.post("/api/evidence/exhibits", told.form("Disk surəti").toString());
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.text("id");
    }

    /** A token, and the number of a case that its program sees. */
    private record Prepared(String token, String number) {}

    private static Prepared prepare(Path data) {
        SpringApplication application = new SpringApplication(QalxanApplication.class);
        application.setDefaultProperties(Map.of("server.port", 0, "qalxan.data", data.toString()));
        try (var started = application.run()) {
            String token =
                    SignedIn.token(started.getBean(ApiClients.class), "din", Role.INVESTIGATOR);
            Cases cases = started.getBean(Cases.class);
            CaseOpening opening =
                    new CaseOpening(
                            "Disk işi",
                            new BodyCode("din"),
                            Handling.AMBER,
                            "Sınaq",
                            "",
                            List.of());
            CaseNumber number =
                    ActingAs.call(
                                    SignedIn.caller("din", Role.INVESTIGATOR, Role.DUTY_OFFICER)
                                            .identity(),
                                    () -> cases.open(opening))
                            .number();
            return new Prepared(token, number.value());
        }
    }
}
