package az.qalxan.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.law.Citation;
import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Period;
import az.qalxan.engines.law.Provision;
import az.qalxan.engines.law.Source;
import az.qalxan.engines.law.Standing;
import az.qalxan.engines.law.Wording;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A change of recorded law takes two people, whatever the program or the clock does. */
@PlatformTest
class FourEyesTest {

    private static final String REASON = "Sınaq üçün uydurulmuş əsas";

    @Autowired Proposals proposals;
    @Autowired ProposalStore store;
    @Autowired RecordingStore recordings;
    @Autowired ReviewStore reviews;
    @Autowired LawLoading loading;
    @Autowired PackLaw packs;
    @Autowired LawShelf shelf;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager manager;

    private final Caller one = SignedIn.caller("en", Role.LAWYER);
    private final Caller other = SignedIn.caller("dtx", Role.LAWYER);

    private static Source source(String id) {
        return new Source(id, "Sınaq mənbəyi", "");
    }

    private static Proposal.Change fresh(String id) {
        return new Proposal.Change(
                FactKind.keyOf(source(id)),
                Proposal.Act.NEW,
                Period.ALWAYS,
                FactJson.write(source(id)),
                null);
    }

    private UUID propose(Proposal.Change change, Caller caller) {
        return ActingAs.call(caller.identity(), () -> proposals.propose(change, REASON, caller));
    }

    private void approve(UUID id, Caller caller) {
        ActingAs.run(caller.identity(), () -> proposals.approve(id, "", caller));
    }

    private Proposal find(UUID id) {
        return ActingAs.call(
                one.identity(),
                () ->
                        new TransactionTemplate(manager)
                                .execute(status -> store.find(id).orElseThrow()));
    }

    private Proposal.Decision decision(UUID id) {
        return Objects.requireNonNull(find(id).decision());
    }

    @Test
    void nobodyApprovesOrRefusesTheirOwnProposal() {
        String id = "T-" + UUID.randomUUID();
        UUID proposal = propose(fresh(id), one);
        refused(LawProblem.OWN_PROPOSAL.slug(), () -> approve(proposal, one));
        refused(
                LawProblem.OWN_PROPOSAL.slug(),
                () -> ActingAs.run(one.identity(), () -> proposals.refuse(proposal, REASON, one)));
        assertThat(recordings.standing(new LineKey(FactKind.SOURCE, id))).isEmpty();
        approve(proposal, other);
        assertThat(recordings.standing(new LineKey(FactKind.SOURCE, id)))
                .singleElement()
                .satisfies(row -> assertThat(row.proposal()).isEqualTo(proposal));
        assertThat(shelf.now().source(id)).isPresent();
        assertThat(decision(proposal).name()).isEqualTo(other.name());
    }

    /** Even with the application's own SQL: the constraint answers. */
    @Test
    void theDatabaseRefusesAnApprovalByTheSamePerson() {
        UUID proposal = propose(fresh("T-" + UUID.randomUUID()), one);
        assertThatThrownBy(() ->
                        ActingAs.run(
                                one.identity(),
                                () ->
                                        new TransactionTemplate(manager)
                                                .executeWithoutResult(status -> force(proposal))))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("proposal_has_four_eyes");
    }

    private void force(UUID proposal) {
        jdbc.sql(
                        """
                        update law.proposal set state = 'approved', decided_at = now(),
                          decided_by = database.caller_account(), decider = 'x'
                        where id = :id
                        """)
                .param("id", proposal)
                .update();
    }

    @Test
    void ofTwoWhoApproveAtOnceOneDoes() throws Exception {
        Caller third = SignedIn.caller("bp", Role.LAWYER);
        for (int round = 0; round < 5; round++) {
            String id = "T-" + UUID.randomUUID();
            UUID proposal = propose(fresh(id), one);
            List<Callable<@Nullable String>> both = new ArrayList<>();
            for (Caller caller : List.of(other, third)) {
                both.add(() -> {
                    try {
                        approve(proposal, caller);
                        return "";
                    } catch (ProblemFound e) {
                        return e.problem().slug();
                    }
                });
            }
            List<String> answers = new ArrayList<>();
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                for (Future<@Nullable String> answer : pool.invokeAll(both)) {
                    answers.add(answer.get());
                }
            }
            assertThat(answers).containsExactlyInAnyOrder("", LawProblem.PROPOSAL_DECIDED.slug());
            assertThat(recordings.history(new LineKey(FactKind.SOURCE, id), 10)).hasSize(1);
        }
    }

    @Test
    void whatIsWithdrawnOrRefusedRecordsNothing() {
        String id = "T-" + UUID.randomUUID();
        UUID first = propose(fresh(id), one);
        refused(
                WebProblem.FORBIDDEN.slug(),
                () -> ActingAs.run(other.identity(), () -> proposals.withdraw(first, "", other)));
        ActingAs.run(one.identity(), () -> proposals.withdraw(first, "", one));
        refused(LawProblem.PROPOSAL_DECIDED.slug(), () -> approve(first, other));
        UUID second = propose(fresh(id), one);
        ActingAs.run(other.identity(), () -> proposals.refuse(second, REASON, other));
        assertThat(decision(second).words()).isEqualTo(REASON);
        assertThat(recordings.standing(new LineKey(FactKind.SOURCE, id))).isEmpty();
    }

    @Test
    void aProposalAboutWhatHasChangedSinceIsOutdated() {
        String id = "T-" + UUID.randomUUID();
        approve(propose(fresh(id), one), other);
        Recording standing = recordings.standing(new LineKey(FactKind.SOURCE, id)).getFirst();
        Proposal.Change change =
                new Proposal.Change(
                        standing.line(),
                        Proposal.Act.CHANGE,
                        Period.ALWAYS,
                        FactJson.write(new Source(id, "Başqa ad", "")),
                        standing.id());
        UUID early = propose(change, one);
        UUID late = propose(change, one);
        approve(early, other);
        refused(LawProblem.PROPOSAL_OUTDATED.slug(), () -> approve(late, other));
        refused(LawProblem.PROPOSAL_OUTDATED.slug(), () -> propose(fresh(id), one));
    }

    @Test
    void aChangedProvisionReopensTheCellsThatCompareIt() {
        String instrument = "T-" + UUID.randomUUID().toString().substring(0, 8);
        Clause treaty = new Clause(instrument, "2");
        LineKey cell = TestLaw.mapping(instrument, "AZ");
        approve(propose(TestLaw.newMapping(instrument, "AZ"), one), other);
        LineKey elsewhere = TestLaw.mapping(instrument + "x", "AZ");
        approve(propose(TestLaw.newMapping(instrument + "x", "AZ"), one), other);
        assertThat(waiting()).doesNotContain(cell, elsewhere);
        Provision provision =
                new Provision(
                        treaty,
                        null,
                        Wording.of("Sınaq maddəsi", "Test article"),
                        Period.since(LocalDate.parse("2026-03-03")),
                        new Citation(List.of("T"), Standing.UNVERIFIED, null, ""));
        approve(
                propose(
                        new Proposal.Change(
                                FactKind.keyOf(provision),
                                Proposal.Act.NEW,
                                FactJson.days(provision),
                                FactJson.write(provision),
                                null),
                        one),
                other);
        assertThat(waiting()).contains(cell).doesNotContain(elsewhere);
        Recording standing = recordings.standing(cell).getFirst();
        approve(
                propose(
                        new Proposal.Change(
                                cell,
                                Proposal.Act.STANDING,
                                standing.valid(),
                                standing.fact(),
                                standing.id()),
                        one),
                other);
        assertThat(waiting()).doesNotContain(cell);
    }

    private List<LineKey> waiting() {
        return reviews.waiting().stream().map(ReviewStore.Waiting::line).toList();
    }

    @Test
    void aNewPackWaitsForTwoPeopleAndASecondStartChangesNothing() {
        String id = "T-PACK-" + UUID.randomUUID();
        List<Record> facts = new ArrayList<>(packs.facts());
        long before = openOfPack().size();
        loading.load(facts);
        assertThat(openOfPack()).hasSize((int) before);
        facts.add(source(id));
        loading.load(facts);
        loading.load(facts);
        List<Proposal> waiting =
                openOfPack().stream()
                        .filter(each -> each.change().line().key().equals(id))
                        .toList();
        assertThat(waiting).singleElement().satisfies(each -> assertThat(each.sponsor()).isNull());
        UUID proposal = waiting.getFirst().id();
        refused(LawProblem.PROPOSAL_UNSUPPORTED.slug(), () -> approve(proposal, other));
        ActingAs.run(one.identity(), () -> proposals.support(proposal, one));
        refused(LawProblem.OWN_PROPOSAL.slug(), () -> approve(proposal, one));
        approve(proposal, other);
        assertThat(shelf.now().source(id)).isPresent();
        loading.load(packs.facts());
        assertThat(openOfPack())
                .filteredOn(each -> each.change().line().key().equals(id))
                .singleElement()
                .satisfies(each -> assertThat(each.change().act()).isEqualTo(Proposal.Act.RETRACT));
    }

    private List<Proposal> openOfPack() {
        return ActingAs.call(
                        TransactionIdentity.job("test"),
                        () ->
                                new TransactionTemplate(manager)
                                        .execute(status -> store.open(10_000)))
                .stream()
                .filter(Proposal::ofPack)
                .toList();
    }

    private static void refused(String slug, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ProblemFound.class,
                        found -> assertThat(found.problem().slug()).isEqualTo(slug));
    }
}
