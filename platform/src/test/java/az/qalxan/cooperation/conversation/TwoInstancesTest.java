package az.qalxan.cooperation.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances as two processes with two databases and TLS between them. At every step of a
 * conversation one or both are killed: the speaker once its step is stored, the hearer in the midst
 * of taking, the speaker in the midst of keeping the receipt.
 */
class TwoInstancesTest {

    private static final int LOOKS_MAX = 300;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    @TempDir Path folder;

    @Test
    void bothEndTheSameWhoeverIsKilledAndWhen() throws IOException {
        Path packs = kazakhstan(folder.resolve("packs-of-another"));
        Instance az = new Instance("az", "dtx", folder, packs);
        Instance kz = new Instance("kz", "knb", folder, packs);
        try {
            start(az, kz);
            String cardOfAz = az.tell("card");
            String cardOfKz = kz.tell("card");
            az.tell("admit", "kz", cardOfKz, kz.address(), "knb");
            kz.tell("admit", "az", cardOfAz, az.address(), "dtx");
            play(az, kz);
        } finally {
            az.end();
            kz.end();
        }
    }

    private static void start(Instance... instances) {
        for (Instance one : instances) {
            one.start();
        }
        for (Instance one : instances) {
            one.ready();
        }
    }

    private static void play(Instance az, Instance kz) {
        String asked = az.tell("draft", "preservation", "KZ");

        // Asked: the asker is killed once it is stored, the answerer in the midst of taking it.
        kz.tell("die", "hearing");
        az.tell("send", asked, "kz", "knb");
        kz.died();
        az.kill();
        start(az, kz);
        String held = awaitNumber(kz, asked);
        assertThat(state(kz, held)).isEqualTo("received");

        // Acknowledged: the answerer is killed in the midst of keeping the receipt.
        kz.tell("die", "receipting");
        kz.tell("step", held, "acknowledge");
        kz.died();
        start(kz);
        awaitStates(new End(az, asked, "confirmed"), new End(kz, held, "acknowledged"));

        kz.tell("step", held, "preserve");
        awaitStates(new End(az, asked, "preserved"), new End(kz, held, "preserved"));

        // Extended: asked for, granted; the asker dies in the midst of hearing it.
        az.tell("ask-extension", asked);
        settled(az, asked);
        az.tell("die", "hearing");
        kz.tell("step", held, "renew");
        az.died();
        kz.kill();
        start(az, kz);
        awaitStates(new End(az, asked, "renewed"), new End(kz, held, "renewed"));

        // Disclosed: another request follows the preservation, and its answer carries a file.
        String assistance = az.tell("draft", "stored-data", "KZ");
        az.tell("follow", assistance, asked);
        az.tell("send", assistance, "kz", "knb");
        String answered = awaitNumber(kz, assistance);
        kz.tell("step", answered, "acknowledge");
        az.tell("die", "hearing");
        kz.tell("disclose", answered);
        az.died();
        start(az);
        awaitStates(new End(az, assistance, "executed"), new End(kz, answered, "executed"));

        // Closed: released, then closed on both sides, with the asker killed at the last word.
        kz.tell("step", held, "release");
        awaitStates(new End(az, asked, "released"), new End(kz, held, "released"));
        az.tell("step", assistance, "close");
        kz.tell("die", "hearing");
        az.tell("step", asked, "close");
        kz.died();
        az.kill();
        start(az, kz);
        awaitStates(new End(az, asked, "closed"), new End(kz, held, "closed"));
        awaitStates(new End(az, assistance, "closed"), new End(kz, answered, "closed"));

        agree(new End(az, asked, "closed"), new End(kz, held, "closed"));
        agree(new End(az, assistance, "closed"), new End(kz, answered, "closed"));
    }

    private static String awaitNumber(Instance at, String theirs) {
        for (int look = 0; look < LOOKS_MAX; look++) {
            String number = at.tell("theirs", theirs);
            if (!number.isEmpty()) {
                return number;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new AssertionError(theirs + " did not arrive at " + at.country);
    }

    private static String state(Instance at, String number) {
        return at.tell("state", number).split("\\|", -1)[0];
    }

    /** A request at one end, and the state that it comes to there. */
    private record End(Instance at, String number, String state) {}

    private static void awaitStates(End one, End two) {
        await(one);
        await(two);
        settled(one.at(), one.number());
        settled(two.at(), two.number());
    }

    private static void await(End end) {
        String found = "";
        for (int look = 0; look < LOOKS_MAX && !found.equals(end.state()); look++) {
            LockSupport.parkNanos(look == 0 ? 0 : LOOK_NANOS);
            found = state(end.at(), end.number());
        }
        assertThat(found).as("%s at %s", end.number(), end.at().country).isEqualTo(end.state());
    }

    private static void settled(Instance at, String number) {
        String open = "?";
        for (int look = 0; look < LOOKS_MAX && !open.equals("0"); look++) {
            LockSupport.parkNanos(look == 0 ? 0 : LOOK_NANOS);
            open = at.tell("state", number).split("\\|", -1)[2];
        }
        assertThat(open).as("words on their way at %s", at.country).isEqualTo("0");
    }

    private static void agree(End one, End two) {
        List<String> here = List.of(one.at().tell("state", one.number()).split("\\|", -1));
        List<String> there = List.of(two.at().tell("state", two.number()).split("\\|", -1));
        assertThat(here.get(0)).as("state").isEqualTo(there.get(0)).isEqualTo(one.state());
        assertThat(here.get(1)).as("the number there is kept here").isEqualTo(two.number());
        assertThat(there.get(1)).as("the number here is kept there").isEqualTo(one.number());
        assertThat(here.subList(3, 7))
                .as("files, words, troubles, digest")
                .isEqualTo(there.subList(3, 7));
        assertThat(here.get(5)).as("nothing was refused").isEqualTo("0");
    }

    /** A country made from our pack: the same files with another code, clock and point. */
    private static Path kazakhstan(Path folder) throws IOException {
        Path packs = Files.createDirectories(folder.resolve("packs/kz"));
        for (Path file : Repository.files("packs/az", "")) {
            if (file.equals(Repository.root().resolve("packs/az").resolve(file.getFileName()))) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                Files.writeString(
                        packs.resolve(file.getFileName()),
                        text.replaceAll("\\bdtx\\b", "knb").replace("Asia/Baku", "Asia/Almaty"));
            }
        }
        return folder;
    }
}
