package az.qalxan.exchange.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.casework.CaseStage;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What becomes of an indicator: what bodies say of it, how it ages, what hangs together. */
@PlatformTest
class KnowledgeLifeTest {

    private static final String WHY = "Öz serverimizdir, hücum deyil.";

    private final KnowledgeStage stage;
    private final CaseStage pages;
    private final Caller third = SignedIn.caller("bp", Role.CERT_ANALYST);

    @Autowired
    KnowledgeLifeTest(ApplicationContext context) {
        stage = new KnowledgeStage(context);
        pages = new CaseStage(context);
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

    @Test
    void aScoreFallsFromItsBaseToNothingAndSaysHow() {
        Instant now = Instant.parse("2026-11-28T00:00:00Z");
        Decay.Pace pace = new Decay.Pace(100, 2);
        assertThat(Decay.of(80, true, now, now, pace).score()).isEqualTo(80);
        Decay quarter = Decay.of(80, true, now.minus(Duration.ofDays(25)), now, pace);
        assertThat(quarter.score()).isEqualTo(40);
        assertThat(quarter.days()).isCloseTo(25, within(0.001));
        assertThat(Decay.of(80, true, now.minus(Duration.ofDays(100)), now, pace).score()).isZero();
        assertThat(Decay.of(80, true, now.minus(Duration.ofDays(900)), now, pace).score()).isZero();
        assertThat(Decay.of(80, true, now.plusSeconds(60), now, pace).score()).isEqualTo(80);
    }

    @Test
    void aFalseAlarmFlowsBackToItsCollection() throws Exception {
        UUID collection = collection();
        stage.shelves.permit(stage.owner, collection, "dtx", Handling.GREEN, Handling.GREEN);
        stage.shelves.permit(stage.owner, collection, "bp", Handling.GREEN, null);
        String id = known(collection, "yanlis", KnowledgeStage.marked(KnowledgeStage.GREEN));
        String page = "/exchange/knowledge/objects/" + id;
        assertThat(
                        pages.post(
                                        stage.neighbour,
                                        page + "/verdict",
                                        "collection",
                                        collection.toString(),
                                        "verdict",
                                        "false",
                                        "reason",
                                        WHY)
                                .getStatus())
                .isEqualTo(302);
        String owners = pages.page(stage.owner, page);
        assertThat(owners).contains(WHY).contains("opinion--").contains("yanlış həyəcan");
        assertThat(pages.page(stage.neighbour, page)).contains(WHY);
        assertThat(pages.page(third, page)).doesNotContain(WHY).contains("← object_refs");
        assertThat(
                        pages.post(
                                        stage.neighbour,
                                        page + "/verdict",
                                        "collection",
                                        collection.toString(),
                                        "verdict",
                                        "false",
                                        "reason",
                                        "qısa")
                                .getStatus())
                .isEqualTo(422);
        assertThat(
                        pages.post(
                                        third,
                                        page + "/verdict",
                                        "collection",
                                        UUID.randomUUID().toString(),
                                        "verdict",
                                        "false",
                                        "reason",
                                        WHY)
                                .getStatus())
                .isEqualTo(404);
        assertThat(pages.page(stage.owner, "/exchange/knowledge/senders?lang=en"))
                .contains("False alarms");
    }

    @Test
    void whoMayNotWriteStillTellsTheOwner() throws Exception {
        UUID collection = collection();
        stage.shelves.permit(stage.owner, collection, "bp", Handling.GREEN, null);
        String id = known(collection, "oxuyan", KnowledgeStage.marked(KnowledgeStage.GREEN));
        pages.post(
                third,
                "/exchange/knowledge/objects/" + id + "/verdict",
                "collection",
                collection.toString(),
                "verdict",
                "confirmed",
                "reason",
                WHY);
        assertThat(pages.page(stage.owner, "/exchange/knowledge/objects/" + id))
                .contains(WHY)
                .doesNotContain("opinion--");
    }

    @Test
    void anActorsPageShowsItsRelationsAndOnlyOpenOnes() throws Exception {
        UUID collection = collection();
        stage.shelves.permit(stage.owner, collection, "dtx", Handling.GREEN, null);
        String indicator = known(collection, "aktor", KnowledgeStage.marked(KnowledgeStage.GREEN));
        String actor = KnowledgeStage.fresh("threat-actor");
        String hidden = KnowledgeStage.fresh("campaign");
        stage.send(
                stage.owner,
                collection,
                named(actor, "threat-actor", "Uydurma qrup " + stage.run, KnowledgeStage.GREEN),
                named(hidden, "campaign", "Gizli kampaniya " + stage.run, KnowledgeStage.AMBER),
                relation("indicates", indicator, actor, KnowledgeStage.GREEN),
                relation("attributed-to", hidden, actor, KnowledgeStage.AMBER));
        String own = pages.page(stage.owner, "/exchange/knowledge/objects/" + actor);
        assertThat(own)
                .contains("← indicates")
                .contains("Gizli kampaniya " + stage.run)
                .contains(stage.name("aktor"))
                .contains("<svg class=\"knowledge-picture\"");
        assertThat(pages.page(stage.neighbour, "/exchange/knowledge/objects/" + actor))
                .contains("← indicates")
                .doesNotContain("Gizli kampaniya")
                .doesNotContain(hidden);
        assertThat(pages.get(stage.neighbour, "/exchange/knowledge/objects/" + hidden).getStatus())
                .isEqualTo(404);
        assertThat(pages.page(stage.owner, "/exchange/knowledge/objects?type=threat-actor"))
                .contains("Uydurma qrup " + stage.run);
    }

    private static String named(String id, String type, String name, String marking) {
        return """
        {"type":"%s","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
         "name":"%s","object_marking_refs":["%s"]}\
        """
                .formatted(type, id, KnowledgeStage.OLD, KnowledgeStage.OLD, name, marking);
    }

    private static String relation(String type, String source, String target, String marking) {
        return """
        {"type":"relationship","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
         "relationship_type":"%s","source_ref":"%s","target_ref":"%s",
         "object_marking_refs":["%s"]}\
        """
                .formatted(
                        KnowledgeStage.fresh("relationship"),
                        KnowledgeStage.OLD,
                        KnowledgeStage.OLD,
                        type,
                        source,
                        target,
                        marking);
    }

    @Test
    void aValueThatStandsEverywhereIsAHubAndNothingIsDroppedInSilence() throws Exception {
        UUID collection = collection();
        String[] many = new String[60];
        for (int i = 0; i < many.length; i++) {
            many[i] =
                    KnowledgeStage.indicator(
                            KnowledgeStage.fresh("indicator"),
                            KnowledgeStage.OLD,
                            KnowledgeStage.domain(stage.name("ortaq")),
                            "");
        }
        stage.send(stage.owner, collection, many);
        String page =
                pages.page(
                        stage.owner,
                        "/exchange/knowledge/value?kind=domain&value=" + stage.name("ortaq"));
        assertThat(page)
                .contains("çox yerdə var")
                .contains("60 obyektdə")
                .contains("Çox yerdə olan dəyərlərdən");
        assertThat(page).contains("&before=");
        assertThat(
                        pages.page(
                                stage.owner,
                                "/exchange/knowledge/value?kind=domain&value=yoxdur.example"))
                .contains("heç nə yoxdur");
        assertThat(
                        pages.get(stage.owner, "/exchange/knowledge/value?kind=domain&value=%00")
                                .getStatus())
                .isEqualTo(404);
        assertThat(pages.get(stage.owner, "/exchange/knowledge/value?kind=x&value=a").getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatEverybodySharesIsSaidToBeSo() throws Exception {
        for (String value : new String[] {"10.1.2.3", "8.8.8.8", "fd00::7", "a.example.com"}) {
            assertThat(
                            pages.post(stage.owner, "/exchange/knowledge", "values", value)
                                    .getContentAsString())
                    .as(value)
                    .contains("notice soon");
        }
        assertThat(
                        pages.post(stage.owner, "/exchange/knowledge", "values", "93.184.216.34")
                                .getContentAsString())
                .doesNotContain("notice soon");
    }
}
