package az.qalxan.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.exchange.ObjectShelf;
import az.qalxan.exchange.Versions;
import az.qalxan.exchange.knowledge.KnowledgeStage;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An event that holds a known value is a finding where no rule says so. */
@PlatformTest
class IndicatorFindingTest {

    private final Caller own = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller other = SignedIn.caller("dtx", Role.CERT_ANALYST);
    private final Watchers watchers;
    private final KnowledgeStage stage;

    @Autowired
    IndicatorFindingTest(ApplicationContext context) {
        watchers = new Watchers(context);
        stage = new KnowledgeStage(context);
    }

    private UUID collection() {
        return stage.shelves.collection(stage.owner, Handling.GREEN, Handling.AMBER_STRICT);
    }

    private String known(UUID collection, String label, String more) {
        String id = KnowledgeStage.fresh("indicator");
        stage.send(
                stage.owner,
                collection,
                KnowledgeStage.indicator(
                        id, KnowledgeStage.OLD, KnowledgeStage.domain(stage.name(label)), more));
        return id;
    }

    private List<FindingStore.Row> asked(Caller who, String label) {
        UUID source = watchers.source(who, "TLP:GREEN");
        watchers.take(who, source, label, event(stage.name(label)));
        return watchers.findings(who, source);
    }

    private static String event(String name) {
        return "{\"ts\":\"2026-11-20T10:00:00Z\",\"query\":\"a." + name + "\",\"host\":\"pc-7\"}";
    }

    @Test
    void aFindingNamesTheIndicatorItsSenderAndItsMarking() {
        String id = known(collection(), "c2", KnowledgeStage.marked(KnowledgeStage.AMBER));
        assertThat(asked(own, "c2"))
                .singleElement()
                .satisfies(row -> {
                    KeptFinding finding = row.finding();
                    assertThat(finding.handling()).isEqualTo(Handling.AMBER);
                    assertThat(finding.rule().id()).isEqualTo(id);
                    assertThat(finding.rule().level()).isEqualTo("high");
                    assertThat(finding.matched())
                            .anyMatch(value -> value.value().contains(stage.name("c2")));
                    KnownIndicator indicator = Objects.requireNonNull(finding.indicator());
                    assertThat(indicator.sender()).isEqualTo("din");
                    assertThat(indicator.handling()).isEqualTo(Handling.AMBER);
                });
    }

    @Test
    void aBodyLearnsNothingFromAnIndicatorThatIsClosedToIt() {
        UUID collection = collection();
        known(collection, "qapali", KnowledgeStage.marked(KnowledgeStage.AMBER));
        assertThat(asked(other, "qapali")).isEmpty();
        stage.shelves.permit(stage.owner, collection, "dtx", Handling.GREEN, null);
        assertThat(asked(other, "qapali")).isEmpty();
        stage.shelves.permit(stage.owner, collection, "dtx", Handling.AMBER, null);
        assertThat(asked(other, "qapali")).hasSize(1);
    }

    @Test
    void whatWasRevokedRemovedOrIsOverFindsNothing() {
        UUID collection = collection();
        String revoked = known(collection, "geri", "");
        String removed = known(collection, "silinmis", "");
        known(collection, "bitmis", ",\"valid_until\":\"2020-06-01T00:00:00Z\"");
        assertThat(asked(own, "geri")).hasSize(1);
        assertThat(asked(own, "silinmis")).hasSize(1);
        assertThat(asked(own, "bitmis")).isEmpty();
        stage.send(
                stage.owner,
                collection,
                KnowledgeStage.indicator(
                        revoked,
                        KnowledgeStage.NEW,
                        KnowledgeStage.domain(stage.name("geri")),
                        ",\"revoked\":true"));
        stage.shelves.as(
                stage.owner,
                () ->
                        stage.shelves
                                .bean(ObjectShelf.class)
                                .remove(stage.owner, collection, removed, Versions.ALL));
        assertThat(asked(own, "geri")).isEmpty();
        assertThat(asked(own, "silinmis")).isEmpty();
    }

    @Test
    void aPartOfAPatternFindsNothing() {
        UUID collection = collection();
        stage.send(
                stage.owner,
                collection,
                KnowledgeStage.indicator(
                        KnowledgeStage.fresh("indicator"),
                        KnowledgeStage.OLD,
                        "[domain-name:value = '%s' AND domain-name:value = 'x.example']"
                                .formatted(stage.name("hisse")),
                        ""));
        assertThat(asked(own, "hisse")).isEmpty();
    }

    @Test
    void aNoisyIndicatorAlertsOnlyWithinItsBudget() {
        known(collection(), "sesli", "");
        UUID source = watchers.source(own, "TLP:GREEN");
        String[] events = new String[IndicatorRule.BUDGET + 20];
        for (int i = 0; i < events.length; i++) {
            events[i] = event("n" + i + "." + stage.name("sesli"));
        }
        watchers.take(own, source, "noise", events);
        List<FindingStore.Row> rows =
                watchers.as(
                        own,
                        () ->
                                watchers.bean(FindingDesk.class)
                                        .page(
                                                new FindingFilter(
                                                        FindingFilter.Show.ALL,
                                                        "",
                                                        "",
                                                        "",
                                                        source,
                                                        "",
                                                        null,
                                                        null),
                                                1_000));
        assertThat(rows).hasSize(events.length);
        assertThat(rows.stream().filter(FindingStore.Row::overBudget)).hasSize(20);
    }
}
