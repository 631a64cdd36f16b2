package az.qalxan.exchange.misp;

import static az.qalxan.exchange.misp.MispDoor.attribute;
import static az.qalxan.exchange.misp.MispDoor.event;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.exchange.Shelves;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What programs of MISP do here: send, search, pull, sight, share with few. */
@PlatformTest
class MispApiTest {

    @LocalServerPort int port;

    private final Caller owner = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller second = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Shelves shelves;
    private UUID place = UUID.randomUUID();
    private MispDoor own = new MispDoor(0, place, "");
    private MispDoor neighbour = own;
    private MispDoor third = own;

    @Autowired
    MispApiTest(ApplicationContext context) {
        shelves = new Shelves(context);
    }

    @BeforeEach
    void open() {
        place = shelves.collection(owner, Handling.GREEN, Handling.AMBER_STRICT);
        shelves.permit(owner, place, "dtx", Handling.GREEN, Handling.AMBER);
        shelves.permit(owner, place, "bp", Handling.AMBER, null);
        own = new MispDoor(port, place, shelves.program("din").token());
        neighbour = new MispDoor(port, place, shelves.program("dtx").token());
        third = new MispDoor(port, place, shelves.program("bp").token());
    }

    private static MispDoor.Answer good(MispDoor.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static String value() {
        return "h" + UUID.randomUUID().toString().substring(0, 8) + ".numune.az";
    }

    private void shelve() {
        while (shelves.bean(Shelving.class).shelveNext()) {
            Thread.onSpinWait();
        }
        shelves.bean(SightingShelving.class).shelveDue();
    }

    private String standing(String object) {
        TransactionTemplate transaction =
                new TransactionTemplate(shelves.bean(PlatformTransactionManager.class));
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () ->
                        Objects.requireNonNull(
                                transaction.execute(_ ->
                                        shelves.bean(JdbcClient.class)
                                                .sql(
                                                        """
                                                        select coalesce(max(content), '')
                                                          from exchange.object_version
                                                         where collection_id = ? and object_id = ?
                                                           and is_last
                                                        """)
                                                .params(place, object)
                                                .query(String.class)
                                                .single())));
    }

    @Test
    void anEventIsSentFoundChangedAndKeepsWhatNobodyHereKnows() {
        UUID uuid = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        String value = value();
        String sent =
                event(
                        uuid,
                        "\"x_ours\":{\"a\":1},\"Galaxy\":[{\"name\":\"Tool\"}]"
                                + ",\"Tag\":[{\"name\":\"rsit:fraud\"}]",
                        attribute(first, "domain", value, "\"x_more\":[1,2]"),
                        attribute(UUID.randomUUID(), "ip-dst|port", "45.9.1.7|443", ""));
        String added = good(own.post("events/add", sent)).text();
        assertThat(added).contains("\"x_ours\":{\"a\":1}").contains("\"x_more\":[1,2]");
        assertThat(good(neighbour.get("events/view/" + uuid)).text())
                .contains(value)
                .contains("\"Galaxy\":[{\"name\":\"Tool\"}]");
        assertThat(good(neighbour.get("servers/getVersion")).json().path("version").asString())
                .startsWith("2.");
        assertThat(
                        good(neighbour.post("attributes/restSearch", "{\"value\":\"45.9.1.7\"}"))
                                .json()
                                .at("/response/Attribute/0/value")
                                .asString())
                .isEqualTo("45.9.1.7|443");
        assertThat(
                        good(neighbour.post(
                                        "events/restSearch",
                                        "{\"tags\":[\"rsit:%\"],\"value\":\"" + value + "\"}"))
                                .json()
                                .at("/response/0/Event/uuid")
                                .asString())
                .isEqualTo(uuid.toString());
        assertThat(
                        good(neighbour.post(
                                        "attributes/restSearch",
                                        "{\"returnFormat\":\"csv\",\"type\":\"domain\"}"))
                                .text())
                .startsWith("uuid,event_id,category,type,value")
                .contains(value);
        assertThat(neighbour.post("attributes/restSearch", "{\"colour\":\"red\"}").status())
                .as("an unknown filter would answer too much")
                .isEqualTo(400);
        String old = "\"timestamp\":\"1000\"";
        assertThat(own.post("events/edit/" + uuid, event(uuid, old)).status()).isEqualTo(403);
        good(
                own.post(
                        "events/edit/" + uuid,
                        event(uuid, "\"timestamp\":\"4000000000\",\"published\":true")));
        assertThat(good(neighbour.post("events/index", "{\"minimal\":1,\"published\":1}")).text())
                .contains(uuid.toString())
                .contains("4000000000");
        assertThat(good(neighbour.get("events/view/" + uuid)).text())
                .as("what is not mentioned stays")
                .contains(value);
        good(
                own.post(
                        "attributes/add/" + uuid,
                        attribute(UUID.randomUUID(), "url", "http://a.az/x", "")));
        assertThat(good(neighbour.get("events/view/" + uuid)).text()).contains("http://a.az/x");
        assertThat(
                        good(own.post(
                                        "events/filterEventIdsForPush",
                                        "[{\"Event\":{\"uuid\":\""
                                                + uuid
                                                + "\",\"timestamp\":\"5\"}},{\"Event\":{\"uuid\":\""
                                                + first
                                                + "\",\"timestamp\":\"5\"}}]"))
                                .text())
                .isEqualTo("[\"" + first + "\"]");
    }

    @Test
    void whoeverIsNotMeantSeesNothing() {
        UUID alone = UUID.randomUUID();
        good(own.post("events/add", event(alone, "\"distribution\":\"0\"")));
        assertThat(neighbour.get("events/view/" + alone).status()).isEqualTo(404);
        good(own.get("events/view/" + alone));

        UUID circle = UUID.randomUUID();
        good(
                own.post(
                        "sharing_groups/add",
                        "{\"SharingGroup\":{\"uuid\":\"" + circle + "\",\"name\":\"Banklar\"}}"));
        good(own.post("sharing_groups/addOrg/" + circle + "/dtx", "{}"));
        UUID shared = UUID.randomUUID();
        String value = value();
        good(
                own.post(
                        "events/add",
                        event(
                                shared,
                                "\"distribution\":\"4\",\"SharingGroup\":{\"uuid\":\""
                                        + circle
                                        + "\"}",
                                attribute(UUID.randomUUID(), "domain", value, ""))));
        assertThat(good(neighbour.get("events/view/" + shared)).text()).contains(value);
        assertThat(third.get("events/view/" + shared).status()).isEqualTo(404);
        assertThat(third.post("attributes/restSearch", "{\"value\":\"" + value + "\"}").text())
                .doesNotContain(value);
        assertThat(neighbour.post("sharing_groups/removeOrg/" + circle + "/dtx", "{}").status())
                .as("only who made it may")
                .isEqualTo(403);
        good(own.post("sharing_groups/removeOrg/" + circle + "/dtx", "{}"));
        assertThat(neighbour.get("events/view/" + shared).status())
                .as("an emptied group shows nothing")
                .isEqualTo(404);
        assertThat(neighbour.post("attributes/restSearch", "{\"value\":\"" + value + "\"}").text())
                .doesNotContain(value);

        UUID mixed = UUID.randomUUID();
        good(
                own.post(
                        "events/add",
                        event(
                                mixed,
                                "\"distribution\":\"1\"",
                                attribute(
                                        UUID.randomUUID(),
                                        "domain",
                                        value(),
                                        "\"distribution\":\"0\""),
                                attribute(
                                        UUID.randomUUID(),
                                        "domain",
                                        value,
                                        "\"distribution\":\"3\""))));
        assertThat(good(neighbour.get("events/view/" + mixed)).json().at("/Event/Attribute"))
                .hasSize(1);
    }

    @Test
    void markingsBindReadersAndSenders() {
        UUID green = UUID.randomUUID();
        String narrow = value();
        good(
                own.post(
                        "events/add",
                        event(
                                green,
                                "\"Tag\":[{\"name\":\"tlp:green\"}]",
                                attribute(UUID.randomUUID(), "domain", value(), ""),
                                attribute(
                                        UUID.randomUUID(),
                                        "domain",
                                        narrow,
                                        "\"Tag\":[{\"name\":\"tlp:amber\"}]"))));
        assertThat(good(neighbour.get("events/view/" + green)).text()).doesNotContain(narrow);
        assertThat(good(third.get("events/view/" + green)).text()).contains(narrow);
        assertThat(
                        own.post(
                                        "events/add",
                                        event(
                                                UUID.randomUUID(),
                                                "\"Tag\":[{\"name\":\"tlp:mauve\"}]"))
                                .text())
                .contains("tlp:mauve is not known here");
        assertThat(
                        neighbour
                                .post(
                                        "events/add",
                                        event(
                                                UUID.randomUUID(),
                                                "\"Tag\":[{\"name\":\"tlp:amber+strict\"}]"))
                                .status())
                .isEqualTo(403);
        assertThat(third.post("events/add", event(UUID.randomUUID(), "")).status())
                .as("may only read")
                .isEqualTo(403);
        good(
                own.post(
                        "tags/attachTagToObject",
                        "{\"uuid\":\"" + green + "\",\"tag\":\"tlp:amber\"}"));
        assertThat(neighbour.get("events/view/" + green).status())
                .as("marked narrower after it was shared")
                .isEqualTo(404);
        assertThat(new MispDoor(port, place, "wrong").get("events/index").status()).isEqualTo(401);
    }

    @Test
    void nobodyPosesAsAnotherOrChangesWhatAnotherSent() {
        UUID organisation = UUID.randomUUID();
        shelves.speaker(owner, second, "identity--" + organisation);
        String posing = "\"Orgc\":{\"uuid\":\"" + organisation + "\",\"name\":\"DİN\"}";
        UUID uuid = UUID.randomUUID();
        assertThat(neighbour.post("events/add", event(uuid, posing)).text())
                .contains("another body speaks as");
        good(own.post("events/add", event(uuid, posing)));
        assertThat(
                        neighbour
                                .post(
                                        "events/edit/" + uuid,
                                        event(uuid, "\"timestamp\":\"4000000000\""))
                                .status())
                .isEqualTo(403);
        String relayed = "\"Orgc\":{\"uuid\":\"" + UUID.randomUUID() + "\",\"name\":\"CERT-X\"}";
        UUID passed = UUID.randomUUID();
        good(neighbour.post("events/add", event(passed, relayed)));
        assertThat(own.get("events/view/" + passed).json().at("/Event/Orgc/name").asString())
                .isEqualTo("CERT-X");
    }

    @Test
    void aPublishedEventFeedsTheCollectionAndIsTakenBackFromIt() {
        UUID uuid = UUID.randomUUID();
        UUID sharp = UUID.randomUUID();
        UUID harmless = UUID.randomUUID();
        good(
                own.post(
                        "events/add",
                        event(
                                uuid,
                                "\"distribution\":\"3\",\"timestamp\":\"1772000000\"",
                                attribute(sharp, "domain", value(), "\"timestamp\":\"1772000000\""),
                                attribute(harmless, "ip-dst", "10.1.2.3", ""))));
        shelve();
        assertThat(standing("indicator--" + sharp)).as("not published yet").isEmpty();
        good(own.post("events/publish/" + uuid, "{}"));
        shelve();
        assertThat(standing("indicator--" + sharp)).contains("domain-name:value");
        assertThat(standing("indicator--" + harmless)).as("on a warninglist").isEmpty();
        assertThat(standing("report--" + uuid)).contains("Saxta bank saytı");

        good(neighbour.post("sightings/add", "{\"uuid\":\"" + sharp + "\",\"source\":\"SIEM\"}"));
        assertThat(good(own.get("sightings/index/" + uuid)).text()).contains("SIEM");
        shelve();
        String sighting =
                own.get("sightings/index/" + uuid).json().at("/0/Sighting/uuid").asString();
        assertThat(standing("sighting--" + sighting)).contains("indicator--" + sharp);

        good(
                own.post(
                        "events/edit/" + uuid,
                        event(
                                uuid,
                                "\"timestamp\":\"3000000000\",\"published\":true,\"distribution\":\"0\"")));
        shelve();
        assertThat(standing("indicator--" + sharp)).contains("\"revoked\":true");
        assertThat(standing("report--" + uuid)).contains("\"revoked\":true");
    }

    @Test
    void aFeedHasWhatMayTravelOneStepNearer() {
        UUID uuid = UUID.randomUUID();
        String value = value();
        String home = value();
        String travels = "\"distribution\":\"2\",\"published\":true";
        good(
                own.post(
                        "events/add",
                        event(
                                uuid,
                                travels,
                                attribute(UUID.randomUUID(), "domain", value, ""),
                                attribute(
                                        UUID.randomUUID(),
                                        "domain",
                                        home,
                                        "\"distribution\":\"1\""))));
        UUID stays = UUID.randomUUID();
        good(own.post("events/add", event(stays, "\"distribution\":\"1\",\"published\":true")));
        assertThat(good(neighbour.get("feed/manifest.json")).text())
                .contains(uuid.toString())
                .doesNotContain(stays.toString());
        MispDoor.Answer file = good(neighbour.get("feed/" + uuid + ".json"));
        assertThat(file.text()).contains(value).doesNotContain(home);
        assertThat(file.json().at("/Event/distribution").asString()).isEqualTo("1");
        assertThat(neighbour.get("feed/" + stays + ".json").status()).isEqualTo(404);
        assertThat(good(neighbour.get("feed/hashes.csv")).text()).contains("," + uuid);
    }

    @Test
    void whatIsHostileIsRefusedWithItsPlace() {
        String deep = "[".repeat(3_000) + "]".repeat(3_000);
        assertThat(
                        own.post("events/add", "{\"Event\":{\"info\":\"a\",\"x\":" + deep + "}}")
                                .status())
                .isEqualTo(400);
        assertThat(own.post("events/add", "{\"Event\":").text()).contains("line 1");
        String bad =
                """
                {"Event":{"uuid":"../../etc/passwd","info":"","date":"2026-13-41",
                 "timestamp":"-1","distribution":"9","Attribute":[{"type":"domain"},
                 {"type":"domain","value":"a\\u0000b","uuid":"x"}]}}\
                """;
        MispDoor.Answer answer = own.post("events/add", bad);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains("/Event/uuid")
                .contains("/Event/info")
                .contains("/Event/date")
                .contains("/Event/timestamp")
                .contains("/Event/distribution")
                .contains("/Event/Attribute/0/value")
                .contains("/Event/Attribute/1/uuid");
    }
}
