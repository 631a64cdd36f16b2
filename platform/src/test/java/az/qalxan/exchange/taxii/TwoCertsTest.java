package az.qalxan.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.command.TaxiiLine;
import az.qalxan.exchange.Shelves;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Two CERTs, each with a collection of its own: what one corrects and revokes reaches the other by
 * the command line, and nothing that its marking keeps at home.
 */
@PlatformTest
class TwoCertsTest {

    private static final String STRICT =
            ",\"object_marking_refs\":[\"marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003\"]";

    @LocalServerPort int port;

    private final Shelves shelves;

    @Autowired
    TwoCertsTest(ApplicationContext context) {
        shelves = new Shelves(context);
    }

    private String[] at(UUID collection, Shelves.Program program) {
        return new String[] {
            "--collection",
            "http://localhost:" + port + "/taxii2/exchange/collections/" + collection + "/",
            "--user",
            program.name(),
            "--password",
            program.token()
        };
    }

    private static String run(int expected, List<String> words) {
        TaxiiLine.Said said = TaxiiLine.run(words);
        assertThat(said.code()).as(said.toString()).isEqualTo(expected);
        return said.out();
    }

    @Test
    void whatOneCorrectsAndRevokesReachesTheOther(@TempDir Path folder) throws Exception {
        UUID home =
                shelves.collection(
                        SignedIn.caller("din", Role.CERT_ANALYST),
                        Handling.GREEN,
                        Handling.AMBER_STRICT);
        shelves.permit(
                SignedIn.caller("din", Role.CERT_ANALYST), home, "dtx", Handling.AMBER, null);
        UUID abroad =
                shelves.collection(
                        SignedIn.caller("dtx", Role.CERT_ANALYST), Handling.GREEN, Handling.AMBER);
        Shelves.Program sender = shelves.program("din");
        Shelves.Program receiver = shelves.program("dtx");
        TaxiiDoor here = new TaxiiDoor(port, sender);
        TaxiiDoor there = new TaxiiDoor(port, receiver);
        String corrected = UUID.randomUUID().toString();
        String revoked = UUID.randomUUID().toString();
        String kept = UUID.randomUUID().toString();
        here.post(
                TaxiiDoor.objects(home),
                TaxiiDoor.envelope(
                        TaxiiDoor.indicator(corrected),
                        TaxiiDoor.indicator(revoked),
                        TaxiiDoor.indicator(kept, Stage.OLD, STRICT)));
        Path state = folder.resolve("state");
        assertThat(carry(home, abroad, receiver, state)).isEqualTo(2);
        here.post(
                TaxiiDoor.objects(home),
                TaxiiDoor.envelope(
                        TaxiiDoor.indicator(corrected, Stage.NEW, ",\"name\":\"mended\""),
                        TaxiiDoor.indicator(revoked, Stage.NEW, ",\"revoked\":true")));
        assertThat(carry(home, abroad, receiver, state)).isEqualTo(2);
        assertThat(carry(home, abroad, receiver, state)).as("nothing new").isZero();
        String mended =
                there.get(TaxiiDoor.objects(abroad) + "indicator--" + corrected + "/").text();
        assertThat(mended).contains("mended").contains(Stage.NEW);
        assertThat(there.get(TaxiiDoor.objects(abroad) + "indicator--" + revoked + "/").text())
                .contains("\"revoked\":true");
        assertThat(there.get(TaxiiDoor.objects(abroad) + "indicator--" + kept + "/").status())
                .isEqualTo(404);
    }

    /** Polls at one and pushes to the other; how many objects came. */
    private int carry(UUID from, UUID to, Shelves.Program program, Path state) throws Exception {
        List<String> poll = new ArrayList<>(List.of("poll"));
        poll.addAll(List.of(at(from, program)));
        poll.addAll(List.of("--state", state.toString(), "--limit", "1"));
        String objects = run(0, poll);
        Path file = state.resolveSibling("objects.ndjson");
        Files.writeString(file, objects, StandardCharsets.UTF_8);
        List<String> push = new ArrayList<>(List.of("push", file.toString()));
        push.addAll(List.of(at(to, program)));
        assertThat(run(0, push)).isEmpty();
        return (int) objects.lines().count();
    }
}
