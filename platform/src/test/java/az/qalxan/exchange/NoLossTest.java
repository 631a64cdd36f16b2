package az.qalxan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.audit.AuditLog;
import az.qalxan.database.ActingAs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever polls as the standard says gets every object exactly once, although eight write at the
 * same time, some of them fail and try again, their clocks step back by hours, and the poller is
 * killed and goes on from where it was sure to be.
 */
@PlatformTest
class NoLossTest {

    private static final int WRITERS = 8;
    private static final int ENVELOPES = 12;
    private static final int OBJECTS = 15;

    private final Caller owner = SignedIn.caller("din", Role.CERT_ANALYST, Role.EXCHANGE_CLIENT);
    private final Shelves shelves;
    private final long seed = new Random().nextLong();

    @Autowired
    NoLossTest(ApplicationContext context) {
        shelves = new Shelves(context);
    }

    /** A clock that anybody may set, as clocks are. */
    private static final class Wobbling extends Clock {

        private final Random random;

        Wobbling(long seed) {
            random = new Random(seed);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public synchronized Instant instant() {
            return Clock.systemUTC().instant().plusSeconds(random.nextInt(-3_600, 3_600));
        }
    }

    private ObjectIntake intake(long number) {
        return new ObjectIntake(
                shelves.bean(ObjectStore.class),
                shelves.bean(SpeakerStore.class),
                shelves.bean(QuarantineStore.class),
                shelves.bean(Copies.class),
                shelves.bean(AuditLog.class),
                shelves.events(),
                new Wobbling(seed + number),
                new TransactionTemplate(shelves.bean(PlatformTransactionManager.class)));
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Set<String> write(Reachable place, int number) {
        Random random = new Random(seed + 100 + number);
        ObjectIntake intake = intake(number);
        Set<String> sent = new HashSet<>();
        for (int i = 0; i < ENVELOPES; i++) {
            List<String> objects = new ArrayList<>();
            for (int j = 0; j < OBJECTS; j++) {
                String id = "indicator--" + UUID.randomUUID();
                sent.add(id);
                objects.add(object(id));
            }
            EnvelopeReading.Read read = read(objects);
            boolean killed = random.nextInt(4) == 0;
            ActingAs.run(
                    owner.identity(),
                    () -> {
                        if (killed) {
                            try {
                                intake.take(
                                        owner,
                                        place,
                                        read,
                                        _ -> {
                                            throw new Killed();
                                        });
                            } catch (Killed e) {
                                assertThat(e).hasNoCause();
                            }
                        }
                        intake.take(owner, place, read, _ -> {});
                    });
        }
        return sent;
    }

    static EnvelopeReading.Read read(List<String> objects) {
        String text = "{\"objects\":[" + String.join(",", objects) + "]}";
        return (EnvelopeReading.Read)
                EnvelopeReader.read(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String object(String id) {
        return """
        {"type":"indicator","spec_version":"2.1","id":"%s",
         "created":"2020-01-01T00:00:00.000Z","modified":"2020-01-01T00:00:00.000Z",
         "pattern":"[ipv4-addr:value = '198.51.100.3']","pattern_type":"stix",
         "valid_from":"2020-01-01T00:00:00Z"}\
        """
                .formatted(id);
    }

    /** Polls until it was told often enough that there is nothing new after everybody ended. */
    private List<String> poll(UUID collection, AtomicInteger writing, int number) {
        Random random = new Random(seed + 200 + number);
        List<String> seen = new ArrayList<>();
        @Nullable Instant after = null;
        while (true) {
            boolean last = writing.get() == 0;
            ShelfPage page = page(collection, after, 1 + random.nextInt(40));
            if (page.lines().isEmpty()) {
                if (last) {
                    return seen;
                }
                continue;
            }
            if (random.nextInt(5) == 0) {
                // Killed before it kept what came: it asks again from where it was.
                continue;
            }
            page.lines().forEach(line -> seen.add(line.id()));
            after = page.lines().getLast().added();
        }
    }

    private ShelfPage page(UUID collection, @Nullable Instant after, int most) {
        ObjectQuery query =
                new ObjectQuery(after, most, Set.of(), Set.of(), Versions.LAST, Set.of());
        return ActingAs.call(
                owner.identity(),
                () ->
                        shelves.bean(ObjectShelf.class)
                                .handOut(collection, query, Exit.taxii("objects", "poller")));
    }

    @Test
    void nothingIsMissedAndNothingComesTwice() throws Exception {
        UUID collection = shelves.collection(owner, Handling.GREEN, Handling.AMBER);
        Reachable place = shelves.reach(owner, collection);
        AtomicInteger writing = new AtomicInteger(WRITERS);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<List<String>>> pollers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                int number = i;
                pollers.add(threads.submit(() -> poll(collection, writing, number)));
            }
            List<Callable<Set<String>>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int number = i;
                writers.add(() -> {
                    try {
                        return write(place, number);
                    } finally {
                        writing.decrementAndGet();
                    }
                });
            }
            Set<String> sent = new HashSet<>();
            for (Future<Set<String>> one : threads.invokeAll(writers)) {
                sent.addAll(one.get());
            }
            assertThat(sent).hasSize(WRITERS * ENVELOPES * OBJECTS);
            for (Future<List<String>> poller : pollers) {
                assertThat(poller.get())
                        .as("seed %d", seed)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(sent);
            }
        }
    }
}
