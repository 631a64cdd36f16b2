package az.qalxan.monitoring.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.casework.CaseStage;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.jurisdiction.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** How criteria come into force: proposed by one, signed by two of two bodies. */
@NullUnmarked // a null here fails the test anyway
@PlatformTest
class CriteriaSignOffTest {

    @Autowired ApplicationContext context;
    @Autowired CriteriaStore store;
    @Autowired CriteriaSignOff signOff;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    private CaseStage stage;
    private Caller proposer;

    @BeforeEach
    void begin() {
        stage = new CaseStage(context);
        proposer = stage.person("din", Role.COORDINATOR);
    }

    /** Other tests judge by what holds: nothing of this one's stays. */
    @AfterEach
    void leave() {
        store.proposed()
                .ifPresent(one ->
                        ActingAs.run(
                                proposer.identity(),
                                () -> signOff.reject(one.number(), "Sınaq bitdi.", proposer)));
    }

    private String propose(String findings) throws Exception {
        Criterion burst = store.inForce().orElseThrow().criteria().find("burst").orElseThrow();
        Map<String, String> fields = CriterionForm.fields(burst);
        fields.put("findings", findings);
        fields.put("note", "Sınaq üçün həddin dəyişdirilməsi.");
        List<String> flat = new ArrayList<>();
        fields.forEach((name, value) -> flat.addAll(Arrays.asList(name, value)));
        MockHttpServletResponse response =
                stage.post(proposer, "/incidents/criteria/edit", flat.toArray(String[]::new));
        return response.getStatus() == 302 ? response.getHeader("Location") : "";
    }

    private int sign(Caller caller, String place) throws Exception {
        return stage.post(caller, place + "/sign").getStatus();
    }

    @Test
    void twoPeopleOfTwoBodiesPutItInForceAndNobodyElse() throws Exception {
        int before = store.inForce().orElseThrow().number();
        String place = propose("50000");
        assertThat(place).as("more than can be asked for").isEmpty();
        place = propose("60");
        assertThat(sign(proposer, place)).as("nobody signs their own").isEqualTo(409);
        Caller first = stage.person("dtx", Role.COORDINATOR);
        assertThat(sign(first, place)).isEqualTo(302);
        assertThat(sign(first, place)).as("once").isEqualTo(409);
        assertThat(sign(stage.person("dtx", Role.CERT_ANALYST), place))
                .as("of the same body")
                .isEqualTo(302);
        assertThat(store.inForce().orElseThrow().number()).isEqualTo(before);
        assertThat(sign(stage.person("dtx", Role.INVESTIGATOR), place)).isEqualTo(403);
        assertThat(sign(stage.person("rinn", Role.COORDINATOR), place)).isEqualTo(302);
        CriteriaVersion now = store.inForce().orElseThrow();
        assertThat(now.number()).isNotEqualTo(before);
        assertThat(now.signed()).isTrue();
        assertThat(now.criteria().find("burst").orElseThrow().all())
                .containsEntry(Measure.FINDINGS, 60);
        assertThat(stage.acts(String.valueOf(now.number())))
                .contains("monitoring.criteria.in-force");
        assertThat(stage.page(proposer, "/incidents/criteria"))
                .contains("İki qurumun imzası ilə")
                .doesNotContain("??");
        assertThat(stage.page(proposer, place + "?lang=en")).doesNotContain("??");
    }

    @Test
    void whoeverSignsSeesEveryPartThatChanges() throws Exception {
        Criteria holds = store.inForce().orElseThrow().criteria();
        Grouping grouping = holds.grouping();
        Criteria changed =
                new Criteria(
                        holds.criteria(),
                        holds.categories().subList(1, holds.categories().size()),
                        new Grouping(
                                grouping.alert().plusSeconds(7),
                                grouping.incident(),
                                Set.of(),
                                Set.of("domain"),
                                grouping.hub() + 1),
                        new Paging("dtx", List.of()));
        String page = proposal(changed, "");
        assertThat(page)
                .doesNotContain("fərqi yoxdur")
                .contains("Kateqoriyalar")
                .contains("information-content-security/unauthorised-information-modification")
                .contains("PT6H7S")
                .doesNotContain("part-incident-gap", "part-order");
        for (String part : List.of("common", "shared", "hub", "coordinator", "paging")) {
            assertThat(page).contains("id=\"part-" + part + "\"");
        }
        leave();
        assertThat(proposal(changed, "?lang=en"))
                .contains("Body that coordinates")
                .doesNotContain("does not differ");
        leave();
        assertThat(proposal(holds, "")).contains("fərqi yoxdur").doesNotContain("id=\"part-");
    }

    @Test
    void theWordsOfBothLanguagesAreShown() throws Exception {
        Criteria holds = store.inForce().orElseThrow().criteria();
        Criterion burst = holds.find("burst").orElseThrow();
        Criterion renamed =
                new Criterion(
                        burst.code(),
                        new Words(burst.name().az(), "Something else altogether"),
                        burst.why(),
                        burst.severity(),
                        burst.within(),
                        burst.all());
        assertThat(proposal(holds.with(renamed), ""))
                .contains("Something else altogether")
                .doesNotContain("part-order");
    }

    private String proposal(Criteria criteria, String query) throws Exception {
        int number =
                ActingAs.call(
                        proposer.identity(),
                        () -> signOff.propose(criteria, "Sınaq üçün təklif.", proposer));
        String page = stage.page(proposer, "/incidents/criteria/versions/" + number + query);
        assertThat(page).doesNotContain("??");
        return page;
    }

    @Test
    void theDatabaseHoldsItToo() throws Exception {
        String place = propose("70");
        int number = Integer.parseInt(place.substring(place.lastIndexOf('/') + 1));
        assertThat(
                        refused(
                                "update monitoring.criteria_version set state = 'in-force',"
                                        + " in_force_at = now() where number = "
                                        + number))
                .isTrue();
        Caller signer = stage.person("dtx", Role.COORDINATOR);
        assertThat(sign(signer, place)).isEqualTo(302);
        assertThat(
                        refused(
                                "insert into monitoring.criteria_signature"
                                        + " (version, account, name, body, at) values ("
                                        + number
                                        + ", 'x', 'x', 'rinn', now())"))
                .as("in another's name")
                .isTrue();
    }

    private boolean refused(String sql) {
        try {
            ActingAs.run(
                    new TransactionIdentity(
                            proposer.account().toString(), "din", "coordinator", ""),
                    () -> transaction.executeWithoutResult(status -> jdbc.sql(sql).update()));
            return false;
        } catch (DataAccessException e) {
            return true;
        }
    }
}
