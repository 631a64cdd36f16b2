package az.qalxan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.database.ActingAs;
import az.qalxan.web.ProblemFound;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A matrix changes when two other people of two bodies sign, and at once. */
@PlatformTest
class MatrixSignOffTest {

    private static final String NOTE = "Sınaq üçün bir qayda artıq.";
    private static final Right EXPORT = Right.parse("casework:export");

    @Autowired MatrixSignOff signOff;
    @Autowired MatrixStore store;
    @Autowired AccessPolicy policy;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager manager;

    private final Caller proposer = SignedIn.caller("xritdx", Role.ADMINISTRATOR);
    private final Caller coordinator = SignedIn.caller("dtx", Role.COORDINATOR);
    private final Caller sameBody = SignedIn.caller("dtx", Role.COORDINATOR);
    private final Caller prosecutor = SignedIn.caller("bp", Role.PROSECUTOR);
    private List<MatrixRule> before = List.of();

    @BeforeEach
    void remember() {
        before = policy.matrix().rules();
    }

    @AfterEach
    void restore() {
        store.proposed()
                .ifPresent(open ->
                        as(coordinator, () -> signOff.reject(open, "Sınaq bitdi.", coordinator)));
        if (!policy.matrix().rules().equals(before)) {
            int number = propose(before);
            sign(number, coordinator);
            sign(number, prosecutor);
        }
    }

    private int propose(List<MatrixRule> rules) {
        return ActingAs.call(proposer.identity(), () -> signOff.propose(rules, NOTE, proposer));
    }

    private boolean sign(int number, Caller signer) {
        return ActingAs.call(signer.identity(), () -> signOff.sign(number, signer));
    }

    private static void as(Caller caller, Runnable work) {
        SignedIn.run(caller, work);
    }

    private List<MatrixRule> withExport() {
        List<MatrixRule> rules = new ArrayList<>(before);
        rules.add(
                new MatrixRule(
                        "test.casework.export",
                        Role.STATISTICIAN,
                        EXPORT,
                        Reach.OWN,
                        Handling.GREEN,
                        Bodies.EVERY,
                        new MatrixRule.Reason("Sınaq.", "A test.")));
        return rules;
    }

    @Test
    void takesEffectAtOnceWithTheSecondSignature() {
        Caller statistician = SignedIn.caller("din", Role.STATISTICIAN);
        int number = propose(withExport());
        assertThat(policy.permits(statistician, EXPORT)).isFalse();
        assertThat(sign(number, coordinator)).isFalse();
        assertThat(policy.permits(statistician, EXPORT)).isFalse();
        assertThat(sign(number, prosecutor)).isTrue();
        assertThat(policy.permits(statistician, EXPORT)).isTrue();
        assertThat(store.find(number).orElseThrow().state())
                .isEqualTo(MatrixVersion.State.IN_FORCE);
    }

    @Test
    void theSamePersonSignsOnce() {
        int number = propose(withExport());
        sign(number, coordinator);
        refused(AccessProblem.MATRIX_SIGNED_TWICE, () -> sign(number, coordinator));
        assertThat(policy.matrix().rules()).isEqualTo(before);
    }

    @Test
    void theProposerDoesNotSign() {
        int number =
                ActingAs.call(
                        coordinator.identity(),
                        () -> signOff.propose(withExport(), NOTE, coordinator));
        refused(AccessProblem.MATRIX_OWN_PROPOSAL, () -> sign(number, coordinator));
    }

    @Test
    void twoOfOneBodyAreNotEnough() {
        int number = propose(withExport());
        assertThat(sign(number, coordinator)).isFalse();
        assertThat(sign(number, sameBody)).isFalse();
        assertThat(policy.matrix().rules()).isEqualTo(before);
        assertThat(sign(number, prosecutor)).isTrue();
    }

    @Test
    void oneProposalAtATime() {
        propose(withExport());
        refused(AccessProblem.MATRIX_PROPOSAL_PENDING, () -> propose(withExport()));
    }

    private static void refused(AccessProblem problem, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ProblemFound.class,
                        found -> assertThat(found.problem()).isEqualTo(problem));
    }

    /** What the page would refuse, the database refuses too. */
    @Test
    void theDatabaseAsksForTheRightAndTheSignaturesItself() {
        Caller investigator = SignedIn.caller("din", Role.INVESTIGATOR);
        int number = propose(withExport());
        for (Caller caller : List.of(investigator, proposer)) {
            sqlRefused(
                    caller,
                    "insert into access.matrix_signature (version, name, at) values ("
                            + number
                            + ", 'x', now())");
        }
        sqlRefused(
                coordinator,
                "update access.matrix_version set state = 'in-force' where number = " + number);
        sqlRefused(
                investigator,
                "insert into access.matrix_version (number, state, note, proposed_at,"
                        + " proposer_name, proposer_body) values (999999, 'proposed',"
                        + " 'long enough a note', now(), 'x', 'x')");
    }

    private void sqlRefused(Caller caller, String sql) {
        TransactionTemplate transaction = new TransactionTemplate(manager);
        assertThatThrownBy(() ->
                        as(
                                caller,
                                () ->
                                        transaction.executeWithoutResult(
                                                status -> jdbc.sql(sql).update())))
                .isInstanceOf(DataAccessException.class);
    }
}
