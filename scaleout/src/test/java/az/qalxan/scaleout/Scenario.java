package az.qalxan.scaleout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * An invented morning in a network: guessed passwords, much reading, logs cleared; not in order.
 */
final class Scenario {

    private static final Instant BEGINNING = Instant.parse("2026-11-02T06:00:00Z");
    private static final int LATE_SECONDS_MAX = 20;
    private static final int USERS = 12;
    private static final int COMPUTERS = 9;

    private final Random random;

    Scenario(long seed) {
        random = new Random(seed);
    }

    /** So many events, about one each second, up to twenty seconds out of their order. */
    List<byte[]> events(int count) {
        List<byte[]> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant at =
                    BEGINNING
                            .plusSeconds(i + random.nextInt(LATE_SECONDS_MAX))
                            .plusNanos(100L * random.nextInt(10_000_000));
            events.add(event(at));
        }
        return events;
    }

    private byte[] event(Instant at) {
        int kind = random.nextInt(100);
        int number = kind < 45 ? 4625 : kind < 65 ? 4624 : kind < 98 ? 5145 : 1102;
        String text =
                """
                {"@timestamp":"%s","Channel":"Security","EventID":%d,"TargetUserName":"user%d",\
                "Computer":"pc%d","Bytes":%d}\
                """
                        .formatted(
                                at,
                                number,
                                random.nextInt(USERS),
                                random.nextInt(COMPUTERS),
                                random.nextInt(16_000));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Rules of every type of correlation, one above another. */
    static String rules() throws IOException {
        try (InputStream in = Scenario.class.getResourceAsStream("/scenario/rules.yml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** An event that nothing finds, of long after: with it all windows have closed. */
    static byte[] later(Instant than) {
        return "{\"@timestamp\":\"%s\",\"Channel\":\"Security\",\"EventID\":1}"
                .formatted(than)
                .getBytes(StandardCharsets.UTF_8);
    }
}
