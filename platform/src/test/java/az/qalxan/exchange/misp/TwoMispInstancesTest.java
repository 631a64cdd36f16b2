package az.qalxan.exchange.misp;

import static az.qalxan.exchange.misp.MispDoor.attribute;
import static az.qalxan.exchange.misp.MispDoor.event;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.cooperation.conversation.Instance;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances with two databases and MISP between them: one pulls from the other though it is
 * killed meanwhile, and pushes to it; what is corrected and withdrawn follows.
 */
class TwoMispInstancesTest {

    private static final int MANY = 60;

    @TempDir Path folder;

    @Test
    void whatIsPublishedCorrectedAndNarrowedReachesTheOtherBothWays() {
        Instance giver = instance("giver", "xritdx");
        Instance taker = instance("taker", "dtx");
        try {
            giver.start();
            taker.start();
            giver.ready();
            taker.ready();
            play(giver, taker);
        } finally {
            giver.end();
            taker.end();
        }
    }

    private Instance instance(String name, String body) {
        return new Instance(name, body, folder, folder.resolve("none"), MispProgram.class);
    }

    private static String stamped(int stamp) {
        return "\"distribution\":\"2\",\"published\":true,\"timestamp\":\"" + stamp + "\"";
    }

    private static void good(MispDoor.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static void play(Instance giver, Instance taker) {
        UUID shelf = UUID.fromString(giver.tell("open"));
        UUID mine = UUID.fromString(taker.tell("open"));
        giver.tell("permit", shelf.toString(), "dtx");
        String key = giver.tell("program", "dtx");
        MispDoor there = new MispDoor(giver.port, shelf, giver.tell("program", "xritdx"));
        MispDoor here = new MispDoor(taker.port, mine, taker.tell("program", "dtx"));
        UUID first = UUID.randomUUID();
        UUID value = UUID.randomUUID();
        good(
                there.post(
                        "events/add",
                        event(
                                first,
                                stamped(1_772_000_000),
                                attribute(
                                        value,
                                        "domain",
                                        "aldadici.az",
                                        "\"timestamp\":\"1772000000\""))));
        for (int i = 1; i < MANY; i++) {
            good(there.post("events/add", event(UUID.randomUUID(), stamped(1_772_000_000))));
        }
        String base = "http://localhost:" + giver.port + "/misp/" + shelf + "/";
        String remote = taker.tell("register", base, key, mine.toString(), "both");

        taker.tellAndDie("die", remote, "5");
        taker.start();
        taker.ready();
        assertThat(taker.tell("round", remote)).isEqualTo("|[" + MANY + ", 0, 0]");
        assertThat(here.get("events/view/" + first).json().at("/Event/distribution").asString())
                .isEqualTo("1");

        good(
                there.post(
                        "events/edit/" + first,
                        event(
                                first,
                                stamped(1_773_000_000),
                                attribute(
                                        value,
                                        "domain",
                                        "aldadici.az",
                                        "\"timestamp\":\"1773000000\",\"deleted\":true"))));
        assertThat(taker.tell("round", remote)).startsWith("|");
        assertThat(here.get("events/view/" + first).text())
                .as("a deletion follows")
                .doesNotContain("aldadici.az");
        assertThat(giver.tell("received", first.toString()))
                .contains("dtx view 1772000000")
                .contains("dtx view 1773000000");

        UUID back = UUID.randomUUID();
        good(
                here.post(
                        "events/add",
                        event(
                                back,
                                stamped(1_774_000_000),
                                attribute(UUID.randomUUID(), "domain", "tapildi.az", ""))));
        assertThat(taker.tell("round", remote)).isEqualTo("|[" + MANY + ", 0, 1]");
        assertThat(there.get("events/view/" + back).text()).contains("tapildi.az");
        assertThat(taker.tell("received", back.toString())).contains("push 1774000000");
    }
}
