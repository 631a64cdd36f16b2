package az.qalxan.exchange.misp;

import static az.qalxan.exchange.misp.MispDoor.attribute;
import static az.qalxan.exchange.misp.MispDoor.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.DataFolder;
import az.qalxan.exchange.Shelves;
import az.qalxan.web.ProblemFound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Pulling from, pushing to and reading feeds of another MISP, here ourselves under another body.
 */
@PlatformTest
class MispRemoteTest {

    @LocalServerPort int port;

    private final Caller theirs = SignedIn.caller("dtx", Role.CERT_ANALYST);
    private final Caller ours = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller second = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Shelves shelves;
    private UUID there = UUID.randomUUID();
    private UUID here = there;
    private MispDoor other = new MispDoor(0, there, "");
    private MispDoor own = other;
    private String key = "";

    @Autowired
    MispRemoteTest(ApplicationContext context) {
        shelves = new Shelves(context);
    }

    @BeforeEach
    void open() {
        there = shelves.collection(theirs, Handling.GREEN, Handling.AMBER);
        here = shelves.collection(ours, Handling.GREEN, Handling.AMBER);
        shelves.permit(theirs, there, "din", Handling.GREEN, Handling.GREEN);
        key = shelves.program("din").token();
        other = new MispDoor(port, there, shelves.program("dtx").token());
        own = new MispDoor(port, here, key);
    }

    private UUID register(String kind, String address, String way) {
        MispRemoteForm form =
                new MispRemoteForm(
                        "Başqa MISP",
                        "r-" + UUID.randomUUID().toString().substring(0, 12),
                        kind,
                        address,
                        address.startsWith("folder:") ? "" : key,
                        here.toString(),
                        Handling.GREEN.label(),
                        way,
                        "60");
        MispRemoteDesk desk = shelves.bean(MispRemoteDesk.class);
        UUID id = shelves.as(ours, () -> desk.register(ours, form));
        assertThatThrownBy(() -> admit(ours, id))
                .as("who registered it cannot admit it")
                .isInstanceOf(ProblemFound.class);
        round(id);
        assertThat(remote(id).state().succeededAt()).as("not admitted yet").isNull();
        admit(second, id);
        return id;
    }

    private void admit(Caller who, UUID id) {
        shelves.as(
                who,
                () -> {
                    shelves.bean(MispRemoteDesk.class).admit(who, id);
                    return true;
                });
    }

    private MispRemote remote(UUID id) {
        return shelves.as(ours, () -> shelves.bean(MispRemoteDesk.class).require(id));
    }

    private void round(UUID id) {
        shelves.as(
                ours,
                () -> {
                    shelves.bean(MispRemoteDesk.class).hurry(id);
                    return true;
                });
        while (shelves.bean(MispRounds.class).runNext()) {
            Thread.onSpinWait();
        }
    }

    private List<MispRemoteStore.Refused> refused(UUID id) {
        return shelves.as(ours, () -> shelves.bean(MispRemoteDesk.class).refused(id));
    }

    private static String value() {
        return "h" + UUID.randomUUID().toString().substring(0, 8) + ".numune.az";
    }

    private static void good(MispDoor.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void whatAnotherPublishesIsPulledOneStepNearerAndChangesFollow() {
        UUID uuid = UUID.randomUUID();
        String value = value();
        good(
                other.post(
                        "events/add",
                        event(
                                uuid,
                                "\"distribution\":\"2\",\"published\":true,\"timestamp\":\"1772000000\"",
                                attribute(UUID.randomUUID(), "domain", value, ""))));
        UUID draft = UUID.randomUUID();
        good(other.post("events/add", event(draft, "\"distribution\":\"2\"")));
        UUID id = register("server", "http://localhost:" + port + "/misp/" + there, "pull");
        round(id);
        assertThat(remote(id).state().trouble()).as(remote(id).state().words()).isEmpty();
        MispDoor.Answer got = own.get("events/view/" + uuid);
        assertThat(got.text()).contains(value);
        assertThat(got.json().at("/Event/distribution").asString()).isEqualTo("1");
        assertThat(own.get("events/view/" + draft).status()).isEqualTo(404);
        assertThat(own.post("events/edit/" + uuid, event(uuid, "")).status())
                .as("it stays the other's")
                .isEqualTo(403);
        good(
                other.post(
                        "events/edit/" + uuid,
                        event(
                                uuid,
                                "\"timestamp\":\"1773000000\",\"published\":true,\"x_new\":7")));
        round(id);
        assertThat(own.get("events/view/" + uuid).text()).contains("\"x_new\":7");
        assertThat(refused(id)).isEmpty();
    }

    @Test
    void oursIsPushedAsFarAsItMayGo() {
        UUID uuid = UUID.randomUUID();
        String value = value();
        String narrow = value();
        good(
                own.post(
                        "events/add",
                        event(
                                uuid,
                                "\"distribution\":\"3\",\"published\":true",
                                attribute(UUID.randomUUID(), "domain", value, ""),
                                attribute(
                                        UUID.randomUUID(),
                                        "domain",
                                        narrow,
                                        "\"Tag\":[{\"name\":\"tlp:amber\"}]"))));
        UUID stays = UUID.randomUUID();
        good(own.post("events/add", event(stays, "\"distribution\":\"1\",\"published\":true")));
        UUID id = register("server", "http://localhost:" + port + "/misp/" + there, "push");
        round(id);
        assertThat(remote(id).state().trouble()).as(remote(id).state().words()).isEmpty();
        assertThat(other.get("events/view/" + uuid).text()).contains(value).doesNotContain(narrow);
        assertThat(other.get("events/view/" + stays).status()).isEqualTo(404);
        round(id);
        assertThat(refused(id)).isEmpty();
    }

    @Test
    void aFeedInAFolderIsReadWithWhatIsHostileListed() throws Exception {
        String name = "f-" + UUID.randomUUID().toString().substring(0, 8);
        Path folder =
                Files.createDirectories(
                        shelves.bean(DataFolder.class).subfolder("misp-feeds").resolve(name));
        UUID good = UUID.randomUUID();
        UUID posing = UUID.randomUUID();
        UUID deep = UUID.randomUUID();
        String value = value();
        Files.writeString(
                folder.resolve("manifest.json"),
                """
                {"%s":{"timestamp":"1772000000"},"%s":{"timestamp":"1772000000"},
                 "%s":{"timestamp":"1772000000"},"../x":{"timestamp":"1"}}\
                """
                        .formatted(good, posing, deep));
        Files.writeString(
                folder.resolve(good + ".json"),
                event(
                        good,
                        "\"timestamp\":\"1772000000\",\"distribution\":\"3\",\"Orgc\":{\"uuid\":\""
                                + UUID.randomUUID()
                                + "\",\"name\":\"Feed\"}",
                        attribute(UUID.randomUUID(), "domain", value, "")));
        Files.writeString(folder.resolve(posing + ".json"), event(good, ""));
        Files.writeString(folder.resolve(deep + ".json"), "[".repeat(90_000));
        UUID id = register("feed", "folder:" + name, "pull");
        round(id);
        assertThat(own.get("events/view/" + good).text()).as("%s", refused(id)).contains(value);
        assertThat(remote(id).state().trouble()).isEqualTo("unreadable");
        assertThat(remote(id).state().words()).contains("../x");
        assertThat(refused(id))
                .extracting(MispRemoteStore.Refused::event)
                .containsExactlyInAnyOrder(posing, deep);
    }
}
