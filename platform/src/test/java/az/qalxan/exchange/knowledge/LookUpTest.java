package az.qalxan.exchange.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Handling;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.exchange.ObjectShelf;
import az.qalxan.exchange.Verdict;
import az.qalxan.exchange.Versions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A value is found by whoever may know of it, as long as an object holds it. */
@PlatformTest
class LookUpTest {

    private final KnowledgeStage stage;

    @Autowired
    LookUpTest(ApplicationContext context) {
        stage = new KnowledgeStage(context);
    }

    private UUID collection() {
        return stage.shelves.collection(stage.owner, Handling.GREEN, Handling.AMBER_STRICT);
    }

    private static String indicator(String id, String pattern) {
        return KnowledgeStage.indicator(id, KnowledgeStage.OLD, pattern, "");
    }

    @Test
    void aValueIsFoundHoweverItIsWritten() {
        String id = KnowledgeStage.fresh("indicator");
        stage.send(
                stage.owner, collection(), indicator(id, KnowledgeStage.domain(stage.name("pis"))));
        String name = stage.name("pis");
        assertThat(stage.objects(stage.owner, name.toUpperCase(java.util.Locale.ROOT)))
                .containsExactly(id);
        assertThat(stage.objects(stage.owner, name.replace(".", "[.]"))).containsExactly(id);
        assertThat(stage.known(stage.owner, "a.b." + name).hits().getFirst().found().text())
                .isEqualTo(name);
        assertThat(stage.objects(stage.owner, "hxxps://" + name + "/giris?x=1"))
                .containsExactly(id);
        assertThat(stage.objects(stage.owner, "x" + name)).isEmpty();
    }

    @Test
    void anAddressIsFoundInTheNetworksAroundIt() {
        String id = KnowledgeStage.fresh("indicator");
        int block = Math.floorMod(stage.run.hashCode(), 200);
        stage.send(
                stage.owner,
                collection(),
                indicator(id, "[ipv4-addr:value ISSUBSET '10." + block + ".64.0/19']"));
        assertThat(stage.objects(stage.owner, "10." + block + ".95.7")).contains(id);
        assertThat(stage.objects(stage.owner, "10." + block + ".96.7")).doesNotContain(id);
        assertThat(stage.objects(stage.owner, "10." + block + ".64.0/24")).contains(id);
    }

    @Test
    void observablesAndPartsOfPatternsAreFoundAndSaidToBeSuch() {
        UUID collection = collection();
        String both = KnowledgeStage.fresh("indicator");
        String seen = "domain-name--" + UUID.randomUUID();
        stage.send(
                stage.owner,
                collection,
                indicator(
                        both,
                        "[domain-name:value = '%s' AND domain-name:value = '%s']"
                                .formatted(stage.name("bir"), stage.name("iki"))),
                """
                {"type":"domain-name","id":"%s","value":"%s"}\
                """
                        .formatted(seen, stage.name("bir")));
        Answer answer = stage.known(stage.owner, stage.name("bir"));
        assertThat(answer.hits()).hasSize(2);
        assertThat(answer.hits().stream().filter(one -> one.object().equals(both)))
                .singleElement()
                .matches(one -> !one.alone());
        assertThat(answer.hits().stream().filter(one -> one.object().equals(seen)))
                .singleElement()
                .matches(one -> one.alone() && !one.indicator());
    }

    @Test
    void phonesIbansAndWalletsAreFoundInTheFormOfReports() {
        String id = "phone-number--" + UUID.randomUUID();
        String digits = String.format("%07d", Math.floorMod(stage.run.hashCode(), 9_999_999));
        stage.send(
                stage.owner,
                collection(),
                """
                {"type":"phone-number","spec_version":"2.1","id":"%s","created":"%s",
                 "modified":"%s","value":"+994 50 %s"}\
                """
                        .formatted(id, KnowledgeStage.OLD, KnowledgeStage.OLD, digits));
        assertThat(stage.objects(stage.owner, "050 " + digits)).contains(id);
    }

    @Test
    void nobodyLearnsOfAnObjectThatIsClosedToThem() {
        UUID collection = collection();
        String green = KnowledgeStage.fresh("indicator");
        String strict = KnowledgeStage.fresh("indicator");
        String pattern = KnowledgeStage.domain(stage.name("qapali"));
        stage.send(
                stage.owner,
                collection,
                KnowledgeStage.indicator(
                        green,
                        KnowledgeStage.OLD,
                        pattern,
                        KnowledgeStage.marked(KnowledgeStage.GREEN)),
                KnowledgeStage.indicator(
                        strict,
                        KnowledgeStage.OLD,
                        pattern,
                        KnowledgeStage.marked(KnowledgeStage.STRICT)));
        assertThat(stage.objects(stage.owner, stage.name("qapali")))
                .containsExactlyInAnyOrder(green, strict);
        assertThat(stage.known(stage.neighbour, stage.name("qapali")))
                .matches(one -> !one.known() && !one.more());
        stage.shelves.permit(stage.owner, collection, "dtx", Handling.GREEN, null);
        assertThat(stage.objects(stage.neighbour, stage.name("qapali"))).containsExactly(green);
    }

    @Test
    void aMarkingThatIsNarrowedLaterClosesTheValueToo() {
        UUID collection = collection();
        stage.shelves.permit(stage.owner, collection, "dtx", Handling.GREEN, null);
        String id = KnowledgeStage.fresh("indicator");
        String pattern = KnowledgeStage.domain(stage.name("daralan"));
        stage.send(
                stage.owner,
                collection,
                KnowledgeStage.indicator(
                        id,
                        KnowledgeStage.OLD,
                        pattern,
                        KnowledgeStage.marked(KnowledgeStage.GREEN)));
        assertThat(stage.objects(stage.neighbour, stage.name("daralan"))).containsExactly(id);
        stage.send(
                stage.owner,
                collection,
                KnowledgeStage.indicator(
                        id,
                        KnowledgeStage.NEW,
                        pattern,
                        KnowledgeStage.marked(KnowledgeStage.AMBER)));
        assertThat(stage.objects(stage.neighbour, stage.name("daralan"))).isEmpty();
        assertThat(stage.objects(stage.owner, stage.name("daralan"))).containsExactly(id);
    }

    @Test
    void aRevisedIndicatorHoldsItsNewValueAndARemovedOneNone() {
        UUID collection = collection();
        String id = KnowledgeStage.fresh("indicator");
        stage.send(
                stage.owner, collection, indicator(id, KnowledgeStage.domain(stage.name("evvel"))));
        stage.send(
                stage.owner,
                collection,
                KnowledgeStage.indicator(
                        id,
                        KnowledgeStage.NEW,
                        KnowledgeStage.domain(stage.name("sonra")),
                        ",\"revoked\":true"));
        assertThat(stage.objects(stage.owner, stage.name("evvel"))).isEmpty();
        assertThat(stage.known(stage.owner, stage.name("sonra")).hits())
                .singleElement()
                .matches(one -> one.term().revoked());
        stage.shelves.as(
                stage.owner,
                () ->
                        stage.shelves
                                .bean(ObjectShelf.class)
                                .remove(stage.owner, collection, id, Versions.ALL));
        assertThat(stage.objects(stage.owner, stage.name("sonra"))).isEmpty();
    }

    @Test
    void badPatternsDatesAndSignsKeepNoOtherObjectOut() {
        UUID collection = collection();
        var verdicts =
                stage.send(
                        stage.owner,
                        collection,
                        indicator(KnowledgeStage.fresh("indicator"), "[domain-name:value = "),
                        indicator(
                                KnowledgeStage.fresh("indicator"),
                                "[domain-name:value = 'a\\u0000" + stage.name("sifir") + "']"),
                        KnowledgeStage.indicator(
                                KnowledgeStage.fresh("indicator"),
                                KnowledgeStage.OLD,
                                "[url:value = 'http://" + "x".repeat(5_000) + ".example/']",
                                ",\"valid_until\":\"tomorrow\",\"confidence\":1e99"),
                        """
                        {"type":"url","id":"url--%s","value":"http:\\u0000\\u0000//"}\
                        """
                                .formatted(UUID.randomUUID()),
                        """
                        {"type":"note","spec_version":"2.1","id":"note--%s","created":"%s",
                         "modified":"%s","abstract":"a\\u0000b","object_refs":[7,"x",null]}\
                        """
                                .formatted(
                                        UUID.randomUUID(), KnowledgeStage.OLD, KnowledgeStage.OLD));
        assertThat(verdicts)
                .extracting(Verdict::taken)
                .containsExactly(false, true, false, false, false);
        assertThat(stage.known(stage.owner, "\u0000").value()).isNull();
        assertThat(stage.known(stage.owner, "nə isə").value()).isNull();
    }

    @Test
    void whatIsReadAnewIsTheSameAndMissingKnowledgeIsFilled() {
        UUID collection = collection();
        String id = KnowledgeStage.fresh("indicator");
        stage.send(
                stage.owner,
                collection,
                indicator(id, KnowledgeStage.domain(stage.name("yeniden"))));
        Hit before = stage.known(stage.owner, stage.name("yeniden")).hits().getFirst();
        stage.shelves.bean(KnowledgeRebuild.class).rebuild();
        assertThat(stage.known(stage.owner, stage.name("yeniden")).hits()).containsExactly(before);
        forget(collection, before);
        assertThat(stage.objects(stage.owner, stage.name("yeniden"))).isEmpty();
        stage.shelves.bean(KnowledgeRebuild.class).fill();
        assertThat(stage.known(stage.owner, stage.name("yeniden")).hits()).containsExactly(before);
    }

    private void forget(UUID collection, Hit hit) {
        var transaction =
                new TransactionTemplate(stage.shelves.bean(PlatformTransactionManager.class));
        ActingAs.run(
                TransactionIdentity.job("test"),
                () ->
                        transaction.executeWithoutResult(_ ->
                                stage.shelves
                                        .bean(StoredObjects.class)
                                        .forget(collection, List.of(hit.added()))));
    }
}
