package az.qalxan.evidence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.OwnerSql;
import az.qalxan.engines.vault.IntakeId;
import az.qalxan.engines.vault.Vault;
import az.qalxan.engines.vault.Verification;
import az.qalxan.evidence.EvidenceStage;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitId;
import az.qalxan.evidence.StoredBytes;
import az.qalxan.reporting.bulk.Program;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Files come in pieces over HTTP; what is acknowledged stays, nothing stands twice. */
@PlatformTest
class IntakeTest {

    private static final int PIECE = 1 << 16;

    @Autowired ApplicationContext context;
    @Autowired ApiClients clients;
    @Autowired Vault vault;
    @Autowired IntakeSweep sweep;
    @LocalServerPort int port;
    private EvidenceStage stage;
    private Caller lead;
    private Sender sender;
    private Exhibit exhibit;

    @BeforeEach
    void begin() throws Exception {
        stage = new EvidenceStage(context);
        lead = stage.cases.person("din", Role.INVESTIGATOR, Role.DUTY_OFFICER);
        sender = new Sender(program("din", Role.INVESTIGATOR));
        String number = stage.cases.open(lead, "Faylı gələn iş");
        exhibit = stage.registered(lead, number, "Disk surəti", "");
    }

    private Program program(String body, Role role) {
        return new Program("http://localhost:" + port, SignedIn.token(clients, body, role));
    }

    private static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(Sender.sha256(bytes));
    }

    @Test
    void aFileComesInPiecesAndIsTheExhibitsBytes() throws Exception {
        byte[] bytes = bytes(5 * PIECE + 77, 1);
        Program.Answer begun = sender.announce("exhibit", exhibit.id(), "a.img", bytes.length);
        assertThat(begun.status()).isEqualTo(201);
        String id = begun.text("id");
        assertThat(sender.piece(id, 0, Arrays.copyOf(bytes, 2 * PIECE)).offset())
                .isEqualTo(2L * PIECE);
        // Twice the same, then one that begins before: nothing stands twice.
        assertThat(sender.piece(id, 0, Arrays.copyOf(bytes, 2 * PIECE)).status()).isEqualTo(204);
        assertThat(sender.piece(id, PIECE, Arrays.copyOfRange(bytes, PIECE, 3 * PIECE)).offset())
                .isEqualTo(3L * PIECE);
        Program.Answer again = sender.announce("exhibit", exhibit.id(), "a.img", bytes.length);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(id);
        assertThat(again.body().path("received").asLong()).isEqualTo(3L * PIECE);
        assertThat(sender.finish(id, "").status()).isEqualTo(409);
        sender.rest(id, bytes, 3 * PIECE, PIECE);
        Program.Answer end = sender.finish(id, hex(bytes));
        assertThat(end.text("state")).isEqualTo("stored");
        assertThat(end.text("sha256")).isEqualTo(hex(bytes));
        assertThat(sender.finish(id, hex(bytes)).text("state")).isEqualTo("stored");
        Exhibit stored = stage.exhibit(lead, exhibit.id());
        StoredBytes kept = Objects.requireNonNull(stored.stored());
        assertThat(vault.verify(kept.id())).isInstanceOf(Verification.Intact.class);
        assertThat(stage.chain(lead, exhibit.id())).containsExactly("registered", "stored");
        assertThat(vault.intakes()).noneMatch(one -> one.toString().equals(id));
        assertThat(sender.announce("exhibit", exhibit.id(), "b.img", 5).text("type"))
                .endsWith("intake-not-taken");
    }

    @Test
    void whatDoesNotFitIsRefusedAndSaysWhereToGoOn() {
        byte[] bytes = bytes(3 * PIECE, 2);
        String id = sender.announce("exhibit", exhibit.id(), "a.img", bytes.length).text("id");
        byte[] first = Arrays.copyOf(bytes, PIECE);
        Sender.Answer altered = sender.piece(id, 0, first, Sender.checksum(bytes));
        assertThat(altered.slug()).isEqualTo("intake-checksum");
        assertThat(sender.piece(id, PIECE, first).slug()).isEqualTo("intake-offset");
        assertThat(sender.piece(id, PIECE, first).offset()).isZero();
        assertThat(sender.piece(id, 0, Arrays.copyOf(bytes, PIECE - 1)).slug())
                .as("a piece that is not the last is a multiple")
                .isEqualTo("intake-offset");
        assertThat(sender.piece(id, 0, bytes(4 * PIECE, 3)).slug())
                .as("more than was announced")
                .isEqualTo("intake-offset");
        assertThat(sender.piece(id, 0, first).status()).isEqualTo(204);
        assertThat(sender.piece(id, 0, bytes(PIECE, 4)).slug()).isEqualTo("intake-differs");
        assertThat(sender.announce("exhibit", exhibit.id(), "b.img", 5).text("type"))
                .endsWith("intake-open");
        assertThat(sender.announce("exhibit", exhibit.id(), "", -1).violations())
                .containsKeys("name", "bytes");
        sender.rest(id, bytes, PIECE, PIECE);
        assertThat(sender.finish(id, "0".repeat(64)).text("state")).isEqualTo("different");
        assertThat(sender.piece(id, 0, first).slug()).isEqualTo("intake-over");
        assertThat(stage.exhibit(lead, exhibit.id()).stored()).isNull();
    }

    @Test
    void aPieceTooLargeIsNotRead() {
        String id = sender.announce("exhibit", exhibit.id(), "a.img", 1L << 40).text("id");
        assertThat(id).as("a file larger than the disk is refused").isEmpty();
        String small = sender.announce("exhibit", exhibit.id(), "a.img", 20L << 20).text("id");
        assertThat(sender.piece(small, 0, new byte[(8 << 20) + PIECE]).status()).isEqualTo(413);
    }

    @Test
    void furtherFilesBecomeExhibitsAlikeOnce() {
        byte[] bytes = bytes(100, 5);
        Program.Answer begun = sender.announce("like", exhibit.id(), "two.evtx", bytes.length);
        assertThat(begun.text("number")).isEqualTo(exhibit.caseNumber() + "/2");
        assertThat(sender.announce("like", exhibit.id(), "two.evtx", bytes.length).text("id"))
                .isEqualTo(begun.text("id"));
        sender.rest(begun.text("id"), bytes, 0, PIECE);
        assertThat(sender.finish(begun.text("id"), "").text("state")).isEqualTo("stored");
        Exhibit alike = stage.exhibit(lead, new ExhibitId(UUID.fromString(begun.text("exhibit"))));
        assertThat(alike.description().title()).isEqualTo("two.evtx");
        assertThat(alike.basis()).isEqualTo(exhibit.basis());
    }

    @Test
    void theListHasEveryIntakeWithItsExhibitAndThoseOfACase() throws Exception {
        String other = stage.cases.open(lead, "Başqa iş");
        Exhibit elsewhere = stage.registered(lead, other, "Başqa disk", "");
        String here = sender.announce("exhibit", exhibit.id(), "a.img", PIECE).text("id");
        String alike = sender.announce("like", exhibit.id(), "b.img", PIECE).text("id");
        String there = sender.announce("like", elsewhere.id(), "b.img", PIECE).text("id");
        assertThat(there)
                .as("the same file into another case is another intake")
                .isNotEqualTo(alike);
        assertThat(numbers(""))
                .contains(
                        Map.entry(here, exhibit.number().toString()),
                        Map.entry(alike, exhibit.caseNumber() + "/2"),
                        Map.entry(there, other + "/2"));
        assertThat(numbers("?case=" + other)).containsOnlyKeys(there);
        assertThat(numbers("?case=" + exhibit.caseNumber())).containsOnlyKeys(here, alike);
    }

    @Test
    void anIntakeThatTheVaultLostIsStillListedAndGivenUp() throws Exception {
        String id = sender.announce("exhibit", exhibit.id(), "a.img", 2 * PIECE).text("id");
        sender.piece(id, 0, new byte[PIECE]);
        vault.drop(new IntakeId(UUID.fromString(id)));
        assertThat(numbers("?case=" + exhibit.caseNumber())).containsOnlyKeys(id);
        assertThat(vault.intakes())
                .as("looking begins nothing")
                .noneMatch(one -> one.toString().equals(id));
        stage.cases.post(lead, "/evidence/intakes/" + id + "/drop");
        assertThat(sender.program().get(Sender.INTAKES + "/" + id).text("state"))
                .isEqualTo("dropped");
    }

    /** The numbers of the exhibits of listed intakes, by the intakes' ids. */
    private Map<String, String> numbers(String query) {
        return sender.program()
                .get(Sender.INTAKES + query)
                .body()
                .valueStream()
                .collect(
                        Collectors.toMap(
                                one -> one.path("id").asString(),
                                one -> one.path("number").asString()));
    }

    @Test
    void whoMayNotKnowOfTheExhibitLearnsNothing() {
        String id = sender.announce("exhibit", exhibit.id(), "a.img", PIECE).text("id");
        Sender stranger = new Sender(program("dtx", Role.INVESTIGATOR));
        UUID nothing = UUID.randomUUID();
        assertThat(stranger.announce("exhibit", exhibit.id(), "a.img", 5).body())
                .isEqualTo(stranger.announce("exhibit", nothing, "a.img", 5).body());
        assertThat(stranger.program().get(Sender.INTAKES + "/" + id).status()).isEqualTo(404);
        assertThat(stranger.piece(id, 0, new byte[PIECE]).status()).isEqualTo(404);
        assertThat(stranger.finish(id, "").status()).isEqualTo(404);
        assertThat(stranger.program().get(Sender.INTAKES).body().toString()).doesNotContain(id);
        Sender analyst = new Sender(program("din", Role.REPORTER));
        assertThat(analyst.piece(id, 0, new byte[PIECE]).status()).isEqualTo(403);
    }

    @Test
    void aPersonGivesUpWhatWasAbandoned() throws Exception {
        String id = sender.announce("exhibit", exhibit.id(), "yarımçıq.img", PIECE).text("id");
        sender.piece(id, 0, new byte[PIECE]);
        new OwnerSql(context)
                .run(
                        "update evidence.intake set last_at = last_at - interval '8 days'"
                                + " where id = '%s'".formatted(id));
        String page = stage.cases.page(lead, "/evidence/intakes");
        assertThat(page).contains("yarımçıq.img", "yarımçıq qalıb").doesNotContain("??");
        assertThat(stage.cases.page(lead, exhibit.path()))
                .contains("data-intake", "yarımçıq.img", "100 %")
                .doesNotContain("??");
        stage.cases.post(lead, "/evidence/intakes/clear");
        assertThat(sender.program().get(Sender.INTAKES + "/" + id).text("state"))
                .isEqualTo("dropped");
        assertThat(vault.intakes()).noneMatch(one -> one.toString().equals(id));
        assertThat(sender.announce("exhibit", exhibit.id(), "b.img", 5).status()).isEqualTo(201);
    }

    @Test
    void whatEndedJustBeforeAStopIsSweptFromTheVault() throws Exception {
        String id = sender.announce("exhibit", exhibit.id(), "a.img", PIECE).text("id");
        sender.piece(id, 0, new byte[PIECE]);
        new OwnerSql(context)
                .run(
                        "update evidence.intake set state = 'dropped', ended_at = now()"
                                + " where id = '%s'".formatted(id));
        assertThat(vault.intakes()).anyMatch(one -> one.toString().equals(id));
        sweep.sweep();
        assertThat(vault.intakes()).noneMatch(one -> one.toString().equals(id));
    }
}
