package az.qalxan.strategy.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.web.ProblemFound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Evidence is kept once for all rankings and counts by two people, also for the database. */
@PlatformTest
class RankingEvidenceTest {

    private static final String WHY = "Sınaq üçün uydurulmuş əsas";

    @Autowired RankingDesk desk;
    @Autowired EvidenceDesk evidence;
    @Autowired EvidenceForm form;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager manager;

    private final Caller one = SignedIn.caller("rinn", Role.COORDINATOR);
    private final Caller other = SignedIn.caller("xritdx", Role.COORDINATOR);

    private Evidence.Content content(String kind, String reference, String... answers) {
        Map<String, String> fields = new HashMap<>();
        fields.put("kind", kind);
        fields.put("title", "Sınaq sübutu " + UUID.randomUUID());
        fields.put("reference", reference);
        fields.put("dated", kind.equals("document") ? "2026-09-01" : "");
        fields.put("owner", "rinn");
        for (int i = 0; i < answers.length; i += 2) {
            fields.put("answer-" + answers[i], answers[i + 1]);
        }
        return ActingAs.call(
                one.identity(), () -> ((EvidenceForm.Read.Fine) form.read(fields)).content());
    }

    private Evidence.Content document(String... answers) {
        return content("document", "№ 1", answers);
    }

    private long propose(Evidence.Content content) {
        return ActingAs.call(one.identity(), () -> evidence.propose(content, one));
    }

    private void approve(long number, Caller caller) {
        ActingAs.run(caller.identity(), () -> evidence.approve(number, "", caller));
    }

    private long approved(Evidence.Content content) {
        long number = propose(content);
        approve(number, other);
        return number;
    }

    private boolean counts(long number, String ranking, String edition, String question) {
        return ActingAs.call(
                one.identity(),
                () -> {
                    Scored scored = desk.board().scored(desk.edition(ranking, edition));
                    return scored
                            .of(scored.edition().question(question).orElseThrow())
                            .pieces()
                            .stream()
                            .filter(piece -> piece.evidence().number() == number)
                            .anyMatch(piece -> piece.holding().counts());
                });
    }

    @Test
    void onePieceCountsForEveryRankingItAnswersAndEndsForAll() {
        long number =
                approved(
                        document(
                                "gci:2024:4.4", "full",
                                "ncsi:3:4.1", "full",
                                "ncaf:2.0:1.6", "3"));
        assertThat(counts(number, "gci", "2024", "4.4")).isTrue();
        assertThat(counts(number, "ncsi", "3", "4.1")).isTrue();
        assertThat(counts(number, "ncaf", "2.0", "1.6")).isTrue();
        assertThat(rows(number)).isEqualTo(1);
        ActingAs.run(one.identity(), () -> evidence.end(number, WHY, one));
        assertThat(counts(number, "gci", "2024", "4.4")).isTrue();
        approve(number, other);
        assertThat(counts(number, "gci", "2024", "4.4")).isFalse();
        assertThat(counts(number, "ncsi", "3", "4.1")).isFalse();
        assertThat(counts(number, "ncaf", "2.0", "1.6")).isFalse();
    }

    private long rows(long number) {
        return ActingAs.call(
                one.identity(),
                () ->
                        new TransactionTemplate(manager)
                                .execute(status ->
                                        jdbc.sql(
                                                        """
                                                        select count(*)
                                                        from strategy.ranking_evidence
                                                        where number = :number
                                                        """)
                                                .param("number", number)
                                                .query((row, count) -> row.getLong(1))
                                                .single()));
    }

    @Test
    void nothingCountsUntilAnotherPersonApproves() {
        long number = propose(document("ncsi:3:6.5", "full"));
        assertThat(counts(number, "ncsi", "3", "6.5")).isFalse();
        refused("ranking-own-work", () -> approve(number, one));
        approve(number, other);
        assertThat(counts(number, "ncsi", "3", "6.5")).isTrue();
        refused("ranking-decided", () -> approve(number, other));
    }

    @Test
    void theOldVersionHoldsUntilTheNewOneIsApproved() {
        long number = approved(document("ncsi:3:6.6", "full"));
        Evidence.Content moved = document("ncsi:3:6.5", "full");
        ActingAs.run(one.identity(), () -> evidence.revise(number, moved, one));
        refused(
                "ranking-version-waits",
                () -> ActingAs.run(one.identity(), () -> evidence.revise(number, moved, one)));
        assertThat(counts(number, "ncsi", "3", "6.6")).isTrue();
        assertThat(counts(number, "ncsi", "3", "6.5")).isFalse();
        approve(number, other);
        assertThat(counts(number, "ncsi", "3", "6.6")).isFalse();
        assertThat(counts(number, "ncsi", "3", "6.5")).isTrue();
        assertThat(ActingAs.call(one.identity(), () -> evidence.versions(number))).hasSize(2);
    }

    @Test
    void evidenceOfAnOlderEditionFollowsAndWhatIsDroppedIsShown() {
        long followed = approved(document("ncsi:2:9.1", "full"));
        assertThat(counts(followed, "ncsi", "3", "9.1")).isTrue();
        long dropped = approved(document("ncsi:2:4.3", "full"));
        long split = approved(document("ncsi:2:3.1", "full"));
        Scored scored =
                ActingAs.call(one.identity(), () -> desk.board().scored(desk.edition("ncsi", "3")));
        assertThat(scored.unplaced())
                .anyMatch(each ->
                        each.evidence().number() == dropped
                                && each.linked().question().equals("4.3"));
        assertThat(scored.of(scored.edition().question("3.1").orElseThrow()).pieces())
                .anyMatch(piece ->
                        piece.evidence().number() == split
                                && piece.share().equals(new Share(0, 1)));
    }

    @Test
    void whatIsLiveCountsWhileItHolds() {
        long clause = approved(content("clause", "BUDAPEST-185:29", "ncsi:3:11.2", "full"));
        assertThat(counts(clause, "ncsi", "3", "11.2")).isTrue();
        long gone = approved(content("clause", "BUDAPEST-185:999", "ncsi:3:11.2", "full"));
        assertThat(counts(gone, "ncsi", "3", "11.2")).isFalse();
        long stage = approved(content("stage", "8.9.2.4/final", "ncsi:3:11.2", "full"));
        assertThat(counts(stage, "ncsi", "3", "11.2")).isFalse();
    }

    @Test
    void theFormSaysEverythingThatIsWrong() {
        EvidenceForm.Read read =
                ActingAs.call(
                        one.identity(),
                        () ->
                                form.read(
                                        Map.of(
                                                "kind", "link",
                                                "title", "a",
                                                "reference", "ftp://x",
                                                "dated", LocalDate.MAX.toString(),
                                                "freshMonths", "999",
                                                "owner", "nobody",
                                                "answer-ncsi:3:1.1", "4",
                                                "answer-ncsi:9:1.1", "full")));
        assertThat(read)
                .isInstanceOfSatisfying(
                        EvidenceForm.Read.Wrong.class,
                        wrong ->
                                assertThat(wrong.violations())
                                        .extracting(each -> each.location())
                                        .contains(
                                                "title",
                                                "reference",
                                                "dated",
                                                "freshMonths",
                                                "owner",
                                                "answer-ncsi:3:1.1",
                                                "answer-ncsi:9:1.1"));
    }

    /** Whatever the program says: the database refuses approval by the same person. */
    @Test
    void theDatabaseRefusesAnApprovalByWhoeverProposed() {
        long number = propose(document("ncsi:3:6.5", "full"));
        UUID version =
                ActingAs.call(one.identity(), () -> evidence.versions(number).getFirst().id());
        assertThatThrownBy(() -> force(version, one)).isInstanceOf(DataAccessException.class);
        Caller stranger = SignedIn.caller("din", Role.INVESTIGATOR);
        assertThat(force(version, stranger)).isZero();
        assertThat(force(version, other)).isEqualTo(1);
        assertThat(force(version, other)).isZero();
    }

    private int force(UUID version, Caller caller) {
        return ActingAs.call(
                caller.identity(),
                () ->
                        new TransactionTemplate(manager)
                                .execute(status ->
                                        jdbc.sql(
                                                        """
                                                        update strategy.ranking_version
                                                        set state = 'approved', decider = 'x',
                                                          decided_at = now(),
                                                          decided_by = database.caller_account()
                                                        where id = :id
                                                        """)
                                                .param("id", version)
                                                .update()));
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDoes() throws Exception {
        long number = propose(document("ncsi:3:6.5", "full"));
        Caller third = SignedIn.caller("din", Role.COORDINATOR);
        List<Callable<Boolean>> both =
                List.of(
                        () -> tries(() -> approve(number, other)),
                        () ->
                                tries(() ->
                                        ActingAs.run(
                                                third.identity(),
                                                () -> evidence.refuse(number, WHY, third))));
        List<Boolean> done = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> each : pool.invokeAll(both)) {
                done.add(each.get());
            }
        }
        assertThat(done).containsExactlyInAnyOrder(true, false);
    }

    private static boolean tries(Runnable work) {
        try {
            work.run();
            return true;
        } catch (ProblemFound e) {
            assertThat(e.problem()).isEqualTo(RankingProblem.DECIDED);
            return false;
        }
    }

    private static void refused(String slug, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ProblemFound.class, e -> assertThat(e.problem().slug()).isEqualTo(slug));
    }
}
