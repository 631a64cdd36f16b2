package az.qalxan.ledger.watch;

import az.qalxan.engines.ledger.NoteKey;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Who watches the log.
 *
 * @param silence after this long without a cosignature a witness is silent
 * @param authority the time stamp authority; empty: stamps come from this instance itself
 * @param stampEvery how often a checkpoint is stamped
 * @param verifyEvery how often the whole log is verified
 */
record WatchSettings(
        List<KnownWitness> witnesses,
        Duration silence,
        Optional<URI> authority,
        Duration stampEvery,
        Duration verifyEvery) {

    private static final int WITNESSES_MAX = 30;

    WatchSettings {
        witnesses = List.copyOf(witnesses);
    }

    static WatchSettings of(Environment environment) {
        List<KnownWitness> witnesses = new ArrayList<>();
        for (int i = 1; i <= WITNESSES_MAX; i++) {
            String name = "qalxan.ledger.witness." + i;
            String address = environment.getProperty(name + ".address", "");
            if (!address.isEmpty()) {
                witnesses.add(witness(name, address, environment));
            }
        }
        return new WatchSettings(
                witnesses,
                Duration.ofMinutes(number(environment, "silence-minutes", 60)),
                Optional.ofNullable(environment.getProperty("qalxan.ledger.stamp-authority"))
                        .filter(text -> !text.isEmpty())
                        .map(URI::create),
                Duration.ofMinutes(number(environment, "stamp-minutes", 60)),
                Duration.ofHours(number(environment, "verify-hours", 24)));
    }

    private static KnownWitness witness(String name, String address, Environment environment) {
        String key = environment.getProperty(name + ".key", "");
        NoteKey read =
                NoteKey.parse(key)
                        .filter(one -> one.use() == NoteKey.Use.WITNESS)
                        .orElseThrow(() ->
                                new IllegalStateException(name + ".key is no key of a witness"));
        String slashed = address.endsWith("/") ? address : address + "/";
        return new KnownWitness(URI.create(slashed), read);
    }

    private static long number(Environment environment, String name, long usual) {
        return environment.getProperty("qalxan.ledger." + name, Long.class, usual);
    }
}
