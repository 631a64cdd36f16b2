package az.qalxan.exchange.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.casework.CaseStage;
import az.qalxan.reporting.Receipt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An identifier of a report that is a known indicator says so, to whoever may know both. */
@PlatformTest
class ReportKnowledgeTest {

    private final KnowledgeStage stage;
    private final CaseStage cases;

    @Autowired
    ReportKnowledgeTest(ApplicationContext context) {
        stage = new KnowledgeStage(context);
        cases = new CaseStage(context);
    }

    private void known(UUID collection, String label, String marking) {
        stage.send(
                stage.owner,
                collection,
                KnowledgeStage.indicator(
                        KnowledgeStage.fresh("indicator"),
                        KnowledgeStage.OLD,
                        KnowledgeStage.domain(stage.name(label)),
                        KnowledgeStage.marked(marking)));
    }

    @Test
    void anOfficerSeesWhatIsKnownUpToTheirMarking() throws Exception {
        UUID collection =
                stage.shelves.collection(stage.owner, Handling.GREEN, Handling.AMBER_STRICT);
        known(collection, "yasil", KnowledgeStage.GREEN);
        known(collection, "kehreba", KnowledgeStage.AMBER);
        Caller officer = cases.person("din", Role.DUTY_OFFICER);
        Receipt receipt =
                cases.report(
                        "Pul istədilər. Sayt: https://%s/giris və https://%s/giris"
                                .formatted(stage.name("yasil"), stage.name("kehreba")));
        String part = cases.page(officer, "/exchange/knowledge/of/" + receipt.id());
        assertThat(part).contains(stage.name("yasil")).doesNotContain(stage.name("kehreba"));
        assertThat(cases.page(stage.owner, "/exchange/knowledge/of/" + receipt.id()))
                .contains(stage.name("kehreba"));
        assertThat(cases.page(officer, "/reports/" + receipt.id()))
                .contains("/exchange/knowledge/of/" + receipt.id());
        String number = cases.accept(officer, receipt, "Saxta sayt " + stage.run);
        assertThat(cases.page(officer, "/exchange/knowledge/of-case/" + number))
                .contains(stage.name("yasil"))
                .contains("href=\"/exchange/knowledge/value?kind=url")
                .doesNotContain(stage.name("kehreba"));
        assertThat(cases.page(officer, "/cases/" + number))
                .contains("/exchange/knowledge/of-case/" + number);
    }

    @Test
    void nobodyReadsAReportByAskingWhatIsKnownOfIt() throws Exception {
        UUID collection =
                stage.shelves.collection(stage.owner, Handling.GREEN, Handling.AMBER_STRICT);
        known(collection, "gizli", KnowledgeStage.GREEN);
        stage.shelves.permit(stage.owner, collection, "dtx", Handling.GREEN, null);
        Receipt receipt = cases.report("Sayt: https://" + stage.name("gizli") + "/");
        Caller stranger = cases.person("dtx", Role.DUTY_OFFICER);
        assertThat(cases.page(stranger, "/exchange/knowledge/of/" + receipt.id()))
                .doesNotContain(stage.name("gizli"));
    }
}
