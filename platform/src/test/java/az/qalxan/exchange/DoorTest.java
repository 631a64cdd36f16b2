package az.qalxan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every object is judged by the rules of STIX 2.1 before it enters a collection. */
@PlatformTest
class DoorTest {

    private static final String OLD = "2020-01-01T00:00:00.000Z";
    private static final String NEW = "2021-01-01T00:00:00.000Z";
    private static final String RED = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";

    private final Caller owner = SignedIn.caller("din", Role.CERT_ANALYST, Role.EXCHANGE_CLIENT);
    private final Shelves shelves;
    private final UUID collection;

    @Autowired
    DoorTest(ApplicationContext context) {
        shelves = new Shelves(context);
        collection = shelves.collection(owner, Handling.GREEN, Handling.RED);
    }

    private static String fresh() {
        return "indicator--" + UUID.randomUUID();
    }

    private static String indicator(String id, String created, String modified, String more) {
        return """
        {"type":"indicator","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
         "pattern_type":"stix","valid_from":"2020-01-01T00:00:00Z"%s}\
        """
                .formatted(id, created, modified, more);
    }

    private static String good(String id) {
        return indicator(id, OLD, OLD, pattern("[ipv4-addr:value = '198.51.100.3']"));
    }

    private static String pattern(String pattern) {
        return ",\"pattern\":\"" + pattern + "\"";
    }

    private List<Verdict> send(String... objects) {
        Reachable place = shelves.reach(owner, collection);
        return ActingAs.call(
                owner.identity(),
                () ->
                        shelves.bean(ObjectIntake.class)
                                .take(owner, place, NoLossTest.read(List.of(objects)), _ -> {}));
    }

    private List<QuarantineStore.Kept> refused(String object) {
        return shelves.as(owner, () -> shelves.bean(QuarantineStore.class).newest(10_000)).stream()
                .filter(one -> one.object().equals(object))
                .toList();
    }

    @Test
    void aBrokenRuleIsNamedWithItsPlaceAndRightObjectsAreTaken() {
        String first = fresh();
        String broken = fresh();
        String last = fresh();
        List<Verdict> verdicts =
                send(
                        good(first),
                        indicator(broken, OLD, OLD, pattern("[ipv4-addr:value = ]")),
                        good(last));
        assertThat(verdicts).extracting(Verdict::taken).containsExactly(true, false, true);
        assertThat(verdicts.get(1).fault()).contains("/pattern: ").contains("STIX 2.1 §9");
        assertThat(refused(broken))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.reason()).isEqualTo("not-stix");
                    assertThat(one.words()).isEqualTo(verdicts.get(1).fault());
                });
    }

    @Test
    void whatIsSentAgainIsKeptOnceForPeople() {
        String id = fresh();
        send(indicator(id, OLD, OLD, ""));
        send(indicator(id, OLD, OLD, ""));
        assertThat(refused(id)).hasSize(1);
    }

    @Test
    void ofManyBrokenRulesSomeAreNamedAndTheOthersCounted() {
        String object = indicator(fresh(), OLD, OLD, ",\"labels\":[],\"confidence\":101");
        String many = object.replace("\"stix\"", "7").replace("2020-01-01T00:00:00Z", "soon");
        assertThat(send(many).getFirst().fault()).contains("; and ").endsWith(" more");
    }

    @Test
    void charactersThatNoTextCanHoldHoldUpNobody() {
        String id = fresh();
        List<Verdict> verdicts =
                send(
                        good(id).replace("\"stix\"", "\"stix\",\"created_by_ref\":\"\\u0000\""),
                        good(fresh())
                                .replace(
                                        "\"stix\"",
                                        "\"stix\",\"object_marking_refs\":[\"a\\u0000b\"]"),
                        indicator(fresh(), OLD, OLD, pattern("[\\u0000]")),
                        good(id));
        assertThat(verdicts).extracting(Verdict::taken).containsExactly(false, false, false, true);
    }

    @Test
    void anObjectWhoseMarkingsAreBrokenIsShownToNobodyWhoMayNotSeeRed() {
        String id = fresh();
        String broken = good(id).replace("\"stix\"", "\"stix\",\"object_marking_refs\":\"x\"");
        send(broken.replace("\"x\"", "\"" + RED + "\""));
        assertThat(refused(id))
                .extracting(QuarantineStore.Kept::handling)
                .containsOnly(Handling.RED);
    }

    @Test
    void versionsHaveOneCreationInCommonHoweverItIsWritten() {
        String id = fresh();
        String pattern = pattern("[ipv4-addr:value = '198.51.100.3']");
        assertThat(send(good(id))).allMatch(Verdict::taken);
        assertThat(send(indicator(id, "2020-06-01T00:00:00.000Z", NEW, pattern)).getFirst().fault())
                .contains("created is not that of its other versions");
        assertThat(send(indicator(id, "2020-01-01T00:00:00.0000Z", NEW, pattern)))
                .as("the same moment with another number of digits")
                .allMatch(Verdict::taken);
        String other = fresh();
        assertThat(send(good(other), indicator(other, "2020-06-01T00:00:00.000Z", NEW, pattern)))
                .as("in one envelope")
                .extracting(Verdict::taken)
                .containsExactly(true, false);
    }

    @Test
    void largeObjectsComeInShorterPages() {
        String large = ",\"description\":\"" + "x".repeat(3 << 20) + "\"";
        UUID wide = shelves.collection(owner, Handling.GREEN, Handling.RED);
        Reachable place = shelves.reach(owner, wide);
        String[] objects = new String[4];
        for (int i = 0; i < objects.length; i++) {
            objects[i] = good(fresh()).replace(",\"pattern\":", large + ",\"pattern\":");
        }
        ActingAs.run(
                owner.identity(),
                () ->
                        shelves.bean(ObjectIntake.class)
                                .take(owner, place, NoLossTest.read(List.of(objects)), _ -> {}));
        ShelfPage first = page(wide, null);
        assertThat(first.lines()).hasSize(2);
        assertThat(first.more()).isTrue();
        ShelfPage second = page(wide, first.lines().getLast().added());
        assertThat(second.lines()).hasSize(2);
        assertThat(second.more()).isFalse();
    }

    private ShelfPage page(UUID wide, java.time.@org.jspecify.annotations.Nullable Instant after) {
        ObjectQuery query =
                new ObjectQuery(
                        after,
                        1_000,
                        java.util.Set.of(),
                        java.util.Set.of(),
                        Versions.LAST,
                        java.util.Set.of());
        return ActingAs.call(
                owner.identity(),
                () ->
                        shelves.bean(ObjectShelf.class)
                                .handOut(wide, query, Exit.taxii("objects", "poller")));
    }

    @Test
    void onlyWhatDecidesIsReadOfAnObjectWithManyVersions() {
        String id = fresh();
        String[] versions = new String[500];
        for (int i = 0; i < versions.length; i++) {
            versions[i] =
                    indicator(
                            id,
                            OLD,
                            "2020-01-02T00:00:00.%06dZ".formatted(i),
                            pattern("[ipv4-addr:value = '198.51.100.3']"));
        }
        assertThat(send(versions)).allMatch(Verdict::taken);
        ObjectStore.Sent sent =
                new ObjectStore.Sent(
                        List.of(id), List.of("2020-01-02T00:00:00.000007000000"), List.of());
        assertThat(
                        shelves.as(
                                        owner,
                                        () ->
                                                shelves.bean(ObjectStore.class)
                                                        .past(collection, sent))
                                .get(id))
                .as("the first, the last and the one that is sent again")
                .hasSize(3);
        assertThat(send(versions[7])).as("a duplicate").allMatch(Verdict::taken);
    }
}
