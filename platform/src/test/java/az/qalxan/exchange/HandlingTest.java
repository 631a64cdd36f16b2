package az.qalxan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An object leaves only as its markings allow, and nobody speaks for another. */
@PlatformTest
class HandlingTest {

    private static final String OLD = "2020-01-01T00:00:00.000Z";
    private static final String NEW = "2021-01-01T00:00:00.000Z";

    private static final String AMBER = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
    private static final String STRICT = "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003";
    private static final String RED_OF_TLP_1 =
            "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed";
    private static final String CLEAR = "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487";

    private final Caller owner = SignedIn.caller("din", Role.CERT_ANALYST, Role.EXCHANGE_CLIENT);
    private final Caller colleague = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller reader = SignedIn.caller("dtx", Role.EXCHANGE_CLIENT);
    private final Caller third = SignedIn.caller("bp", Role.EXCHANGE_CLIENT);
    private final Shelves shelves;

    @Autowired
    HandlingTest(ApplicationContext context) {
        shelves = new Shelves(context);
    }

    private static String object(String id, String modified, String more) {
        return """
        {"type":"indicator","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
         "pattern":"[ipv4-addr:value = '198.51.100.3']","pattern_type":"stix",
         "valid_from":"2020-01-01T00:00:00Z"%s}\
        """
                .formatted(id, OLD, modified, more);
    }

    private static String marked(String... markings) {
        return ",\"object_marking_refs\":[\"" + String.join("\",\"", markings) + "\"]";
    }

    private static String fresh() {
        return "indicator--" + UUID.randomUUID();
    }

    private List<Verdict> send(Caller caller, UUID collection, String... objects) {
        Reachable place = shelves.reach(caller, collection);
        return ActingAs.call(
                caller.identity(),
                () ->
                        shelves.bean(ObjectIntake.class)
                                .take(caller, place, NoLossTest.read(List.of(objects)), _ -> {}));
    }

    private List<String> seen(Caller caller, UUID collection, Versions versions) {
        ObjectQuery all = new ObjectQuery(null, 100, Set.of(), Set.of(), versions, Set.of());
        return ActingAs.call(
                caller.identity(),
                () ->
                        shelves
                                .bean(ObjectShelf.class)
                                .handOut(collection, all, Exit.taxii("objects", caller.name()))
                                .lines()
                                .stream()
                                .map(ShelfPage.Line::id)
                                .toList());
    }

    private UUID shared(@Nullable Handling read, @Nullable Handling write) {
        UUID collection = shelves.collection(owner, Handling.GREEN, Handling.AMBER_STRICT);
        shelves.permit(owner, collection, "dtx", read, write);
        return collection;
    }

    @Test
    void whoIsGivenAmberGetsNothingNarrower() {
        UUID collection = shared(Handling.AMBER, null);
        String amber = fresh();
        String strict = fresh();
        String part = fresh();
        String both = fresh();
        send(
                owner,
                collection,
                object(amber, OLD, marked(AMBER)),
                object(strict, OLD, marked(STRICT)),
                object(
                        part,
                        OLD,
                        marked(CLEAR)
                                + ",\"name\":\"x\",\"granular_markings\":[{\"marking_ref\":\""
                                + STRICT
                                + "\",\"selectors\":[\"name\"]}]"),
                object(both, OLD, marked(CLEAR, STRICT)));
        assertThat(seen(owner, collection, Versions.LAST))
                .containsExactly(amber, strict, part, both);
        assertThat(seen(reader, collection, Versions.LAST)).containsExactly(amber);
        assertThat(seen(third, collection, Versions.LAST)).isEmpty();
    }

    @Test
    void anUnmarkedObjectTravelsAsItsCollectionSays() {
        UUID collection = shared(Handling.CLEAR, null);
        send(owner, collection, object(fresh(), OLD, ""));
        assertThat(seen(reader, collection, Versions.LAST)).as("unmarked is green here").isEmpty();
    }

    @Test
    void aCopyrightNoticeIsNoPermission() {
        UUID collection = shared(Handling.CLEAR, null);
        String notice = "marking-definition--" + UUID.randomUUID();
        List<Verdict> verdicts =
                send(
                        owner,
                        collection,
                        """
                        {"type":"marking-definition","spec_version":"2.1","id":"%s","created":"%s",
                         "definition_type":"statement","definition":{"statement":"(c)"}}\
                        """
                                .formatted(notice, OLD),
                        object(fresh(), OLD, marked(notice)));
        assertThat(verdicts).allMatch(Verdict::taken);
        assertThat(seen(reader, collection, Versions.LAST)).containsExactly(notice);
    }

    @Test
    void aMarkingThatNobodyKnowsIsRefusedAndKeptForPeople() {
        UUID collection = shared(Handling.AMBER, null);
        String id = fresh();
        List<Verdict> verdicts =
                send(
                        owner,
                        collection,
                        object(id, OLD, marked("marking-definition--" + UUID.randomUUID())));
        assertThat(verdicts.getFirst().fault()).contains("not known");
        assertThat(seen(owner, collection, Versions.LAST)).isEmpty();
        assertThat(
                        shelves
                                .as(
                                        colleague,
                                        () -> shelves.bean(QuarantineStore.class).newest(200))
                                .stream()
                                .filter(one -> one.object().equals(id))
                                .map(QuarantineStore.Kept::reason))
                .containsExactly("unknown-marking");
    }

    @Test
    void aMarkingAboveWhatACollectionTakesIsRefused() {
        UUID collection = shared(null, Handling.GREEN);
        assertThat(send(owner, collection, object(fresh(), OLD, marked(RED_OF_TLP_1))))
                .noneMatch(Verdict::taken);
        assertThat(send(reader, collection, object(fresh(), OLD, marked(AMBER))))
                .as("above what the sender may write")
                .noneMatch(Verdict::taken);
    }

    @Test
    void aMarkingThatIsNarrowedClosesEarlierVersionsToo() {
        UUID collection = shared(Handling.AMBER, null);
        String id = fresh();
        send(owner, collection, object(id, OLD, marked(CLEAR)));
        assertThat(seen(reader, collection, Versions.ALL)).containsExactly(id);
        send(owner, collection, object(id, NEW, marked(STRICT)));
        assertThat(seen(reader, collection, Versions.ALL)).isEmpty();
        assertThat(seen(reader, collection, Versions.LAST)).isEmpty();
        assertThat(seen(owner, collection, Versions.ALL)).containsExactly(id, id);
    }

    @Test
    void nobodySendsInTheNameOfAnother() {
        UUID collection = shared(Handling.AMBER, Handling.AMBER);
        String identity = "identity--" + UUID.randomUUID();
        shelves.speaker(owner, colleague, identity);
        String by = ",\"created_by_ref\":\"" + identity + "\"";
        assertThat(send(reader, collection, object(fresh(), OLD, by)).getFirst().fault())
                .contains("another body speaks");
        assertThat(send(owner, collection, object(fresh(), OLD, by))).allMatch(Verdict::taken);
    }

    @Test
    void whoClaimsAnIdentityCannotConfirmIt() {
        String identity = "identity--" + UUID.randomUUID();
        shelves.speaker(owner, owner, identity);
        assertThat(
                        shelves.as(
                                owner,
                                () -> shelves.bean(SpeakerStore.class).bodies(Set.of(identity))))
                .isEmpty();
    }

    @Test
    void theListOfReceiversNamesExactlyWhatWentOut() {
        UUID collection = shared(Handling.GREEN, null);
        String open = fresh();
        String closed = fresh();
        send(
                owner,
                collection,
                object(open, OLD, marked(CLEAR)),
                object(closed, OLD, marked(AMBER)),
                object(fresh(), OLD, marked(CLEAR)));
        seen(reader, collection, Versions.LAST);
        assertThat(receivers(collection, open)).containsExactly("dtx");
        assertThat(receivers(collection, closed)).isEmpty();
    }

    private List<String> receivers(UUID collection, String object) {
        return shelves.as(
                owner,
                () -> {
                    ShownVersion version =
                            shelves.bean(ShownStore.class).versions(collection, object).getFirst();
                    return shelves
                            .bean(DeliveryStore.class)
                            .of(collection, version.added(), 10)
                            .stream()
                            .map(DeliveryStore.Delivery::body)
                            .toList();
                });
    }
}
