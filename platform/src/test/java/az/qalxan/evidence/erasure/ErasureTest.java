package az.qalxan.evidence.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Confirmation;
import az.qalxan.access.Role;
import az.qalxan.access.TestAccount;
import az.qalxan.casework.CaseNumber;
import az.qalxan.database.ActingAs;
import az.qalxan.database.DataFolder;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.database.VaultFolder;
import az.qalxan.engines.vault.Vault;
import az.qalxan.engines.vault.Verification;
import az.qalxan.evidence.CaseVault;
import az.qalxan.evidence.EvidenceStage;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.KeyDestruction;
import az.qalxan.evidence.StoredBytes;
import az.qalxan.web.ProblemFound;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people destroy the keys of a case; one alone cannot, whatever way they try. */
@PlatformTest
class ErasureTest {

    private static final byte[] BYTES = "gizli söhbət".getBytes(StandardCharsets.UTF_8);
    private static final int LOOKS_MAX = 1_200;
    private static final int LOOK_MILLIS = 50;
    private static final TransactionIdentity READING = TransactionIdentity.job("content");

    @Autowired ApplicationContext context;
    @Autowired Vault vault;
    @Autowired DataFolder data;
    @Autowired ErasureStore store;
    @Autowired Destroying destroying;
    @Autowired KeyDestruction destruction;
    @Autowired Confirmation confirmation;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    private EvidenceStage stage;
    private Caller first;
    private Caller second;
    private String number;
    private Exhibit phone;
    private StoredBytes stored;

    @BeforeEach
    void begin() throws Exception {
        stage = new EvidenceStage(context);
        first = stage.cases.person("din", Role.INVESTIGATOR, Role.DUTY_OFFICER);
        second = stage.cases.person("din", Role.INVESTIGATOR);
        number = stage.cases.open(first, "Məhv ediləcək iş");
        phone = stage.stored(first, stage.registered(first, number, "Telefon", ""), BYTES);
        stored = Objects.requireNonNull(phone.stored());
    }

    private String at() {
        return "/evidence/cases/" + number + "/erasure";
    }

    private MockHttpServletResponse propose(Caller who, String confirm, String code)
            throws Exception {
        return stage.cases.post(
                who,
                at(),
                "reason",
                EvidenceStage.WORDS,
                "basis",
                "Fərdi məlumatlar haqqında",
                "document",
                "Məhkəmə qərarı 12",
                "confirm",
                confirm,
                "code",
                code);
    }

    private String proposed() throws Exception {
        MockHttpServletResponse answer = propose(first, number, TestAccount.PASSWORD);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return at() + "/" + open().id();
    }

    private Erasure open() {
        return stage.as(first, () -> store.ofCase(new CaseNumber(number)).getFirst());
    }

    private int decide(Caller who, String proposal, String confirm, String code) throws Exception {
        return stage.cases
                .post(who, proposal + "/decide", "confirm", confirm, "code", code)
                .getStatus();
    }

    private void read() {
        ActingAs.run(
                READING,
                () ->
                        transaction.executeWithoutResult(status ->
                                jdbc.sql(
                                                """
                                                insert into evidence.content_part (exhibit_id,
                                                  number, parent, depth, name, path, media, kind,
                                                  family, size, sha256, fields, flaws, text, keys)
                                                values (:id, 999, 0, 0, 'f', 'f', 'text/plain',
                                                  'text', 'text', 1, '', '[]', '', 'gizli', '')
                                                """)
                                        .param("id", phone.id().value())
                                        .update()));
    }

    /** The chain without what the job that reads contents did meanwhile. */
    private List<String> chain() {
        return stage.chain(first, phone.id()).stream()
                .filter(kind -> !kind.equals("opened"))
                .toList();
    }

    /** Lets the job that reads contents come to its end with the exhibit. */
    private void untilRead() throws InterruptedException {
        for (int look = 0; look < LOOKS_MAX && !readToTheEnd(); look++) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private boolean readToTheEnd() {
        return stage.as(
                first,
                () ->
                        jdbc.sql(
                                        "select state in ('read', 'failed')"
                                                + " from evidence.content_reading"
                                                + " where exhibit_id = :id")
                                .param("id", phone.id().value())
                                .query(Boolean.class)
                                .single());
    }

    private long partsRead() {
        return stage.as(
                first,
                () ->
                        jdbc.sql(
                                        "select count(*) from evidence.content_part"
                                                + " where exhibit_id = :id and text = 'gizli'")
                                .param("id", phone.id().value())
                                .query(Long.class)
                                .single());
    }

    @Test
    void twoPeopleDestroyTheKeysAndTheChainStays() throws Exception {
        untilRead();
        read();
        assertThat(partsRead()).isEqualTo(1);
        assertThat(stage.cases.page(first, at())).contains("Məhvi təklif et").doesNotContain("??");
        String proposal = proposed();
        assertThat(vault.verify(stored.id()))
                .as("a proposal destroys nothing")
                .isInstanceOf(Verification.Intact.class);
        assertThat(stage.cases.page(second, at()))
                .contains("Açarları məhv et", first.name())
                .doesNotContain("??");
        assertThat(stage.cases.page(second, "/cases/" + number)).contains("təklif edib");
        assertThat(decide(second, proposal, number, TestAccount.PASSWORD)).isEqualTo(302);
        assertThat(vault.verify(stored.id())).isInstanceOf(Verification.Erased.class);
        assertThat(chain()).containsExactly("registered", "stored", "erased");
        assertThat(partsRead()).isZero();
        assertThat(stage.cases.acts(number))
                .contains(
                        "evidence.erasure.proposed",
                        "evidence.erasure.decided",
                        "evidence.erasure.done");
        assertThat(stage.cases.page(first, at()))
                .contains("Fayllar məhv edilib", "evidence rotate --master", second.name())
                .doesNotContain("??");
        assertThat(stage.cases.page(first, phone.path()))
                .contains("Fayl məhv edilib", stored.digests().sha256())
                .doesNotContain("??");
        assertThat(
                        stage.cases
                                .post(first, phone.path() + "/file", "purpose", EvidenceStage.WORDS)
                                .getStatus())
                .isEqualTo(410);
        assertThat(propose(first, number, TestAccount.PASSWORD).getStatus()).isEqualTo(409);
        assertThatThrownBy(this::read).isInstanceOf(DataAccessException.class);
    }

    @Test
    void oneAloneCannot() throws Exception {
        String proposal = proposed();
        assertThat(decide(first, proposal, number, TestAccount.PASSWORD)).isEqualTo(409);
        assertThat(decide(second, proposal, number, "yanlış parol")).isEqualTo(403);
        assertThat(decide(second, proposal, "K-2026-000001", TestAccount.PASSWORD)).isEqualTo(422);
        assertThat(propose(second, number, TestAccount.PASSWORD).getStatus())
                .as("one proposal at a time")
                .isEqualTo(409);
        Erasure.Signature own =
                new Erasure.Signature(
                        first.account().toString(), first.name(), "password", Instant.now());
        assertThatThrownBy(() ->
                        stage.as(
                                first,
                                () -> store.decide(open().id(), Erasure.State.DECIDED, own, "")))
                .as("nor past the pages")
                .isInstanceOf(DataAccessException.class);
        assertThat(vault.verify(stored.id())).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void aProposalIsRefusedOrTakenBack() throws Exception {
        String proposal = proposed();
        assertThat(stage.cases.post(second, proposal + "/end", "words", "yox").getStatus())
                .isEqualTo(422);
        assertThat(
                        stage.cases
                                .post(second, proposal + "/end", "words", EvidenceStage.WORDS)
                                .getStatus())
                .isEqualTo(302);
        assertThat(open().state()).isEqualTo(Erasure.State.REFUSED);
        assertThat(decide(second, proposal, number, TestAccount.PASSWORD)).isEqualTo(409);
        String again = proposed();
        stage.cases.post(first, again + "/end", "words", EvidenceStage.WORDS);
        assertThat(open().state()).isEqualTo(Erasure.State.WITHDRAWN);
        assertThat(vault.verify(stored.id())).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void whoDoesNotSeeTheCaseSeesNothingOfIt() throws Exception {
        String proposal = proposed();
        Caller other = stage.cases.person("dtx", Role.INVESTIGATOR);
        assertThat(propose(other, number, TestAccount.PASSWORD).getStatus()).isEqualTo(404);
        assertThat(decide(other, proposal, number, TestAccount.PASSWORD)).isEqualTo(404);
        assertThat(stage.as(other, () -> store.ofCase(new CaseNumber(number)))).isEmpty();
        stage.cases.restrict(first, number);
        assertThat(decide(second, proposal, number, TestAccount.PASSWORD)).isEqualTo(404);
        assertThat(stage.as(second, () -> store.ofCase(new CaseNumber(number)))).isEmpty();
        assertThat(vault.verify(stored.id())).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void whatACrashLeftUndoneIsDoneOnce() throws Exception {
        decided();
        destroying.goOn();
        destroying.goOn();
        assertThat(open().carriedOut()).isTrue();
        assertThat(vault.verify(stored.id())).isInstanceOf(Verification.Erased.class);
        assertThat(chain()).containsExactly("registered", "stored", "erased");
    }

    /** Decides the erasure as a crash right behind it would leave it. */
    private void decided() throws Exception {
        proposed();
        Erasure.Signature by =
                new Erasure.Signature(
                        second.account().toString(), second.name(), "password", Instant.now());
        stage.as(second, () -> store.decide(open().id(), Erasure.State.DECIDED, by, ""));
    }

    @Test
    void oneThatFailsHoldsUpNoOther() throws Exception {
        decided();
        String failing = number;
        Path obstacle =
                new VaultFolder(data)
                        .path()
                        .resolve("cases/" + CaseVault.key(new CaseNumber(failing)))
                        .resolve("bodies/folder");
        Path inner = Files.createDirectories(obstacle.resolve("inner"));
        begin();
        decided();
        destroying.goOn();
        assertThat(open().carriedOut()).isTrue();
        assertThat(vault.verify(stored.id())).isInstanceOf(Verification.Erased.class);
        number = failing;
        assertThat(open().carriedOut()).as("this one failed").isFalse();
        Files.delete(inner);
        destroying.goOn();
        assertThat(open().carriedOut()).isTrue();
        assertThat(obstacle).doesNotExist();
    }

    @Test
    void twoPeopleAtTheConsoleDoTheSame() throws Exception {
        assertThat(confirmation.present("nobody", TestAccount.PASSWORD)).isEmpty();
        KeyDestruction.Grounds grounds =
                new KeyDestruction.Grounds("Vaxtı bitib, məhv edilsin", "Qanun", "Qərar 3");
        CaseNumber asked = new CaseNumber(number);
        assertThatThrownBy(() -> destruction.together(asked, grounds, person(first), person(first)))
                .isInstanceOf(ProblemFound.class);
        assertThat(stage.as(first, () -> store.ofCase(asked))).as("nothing waits").isEmpty();
        int files = destruction.together(asked, grounds, person(first), person(second));
        assertThat(files).isEqualTo(1);
        assertThat(vault.verify(stored.id())).isInstanceOf(Verification.Erased.class);
    }

    private KeyDestruction.Person person(Caller caller) {
        return new KeyDestruction.Person(
                caller, confirmation.require(caller, TestAccount.PASSWORD));
    }
}
