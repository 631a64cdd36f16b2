import az.qalxan.access.Role;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** Single reports through the JSON interface, each durable before it is acknowledged. */
final class IntakeBench {

    private static final int DISTINCT = 5_000;
    private static final int CONNECTIONS = 64;

    private final int port;
    private final String token;
    private final List<byte[]> bodies;
    private final AtomicInteger refused = new AtomicInteger();

    IntakeBench(int port, String token, List<byte[]> bodies) {
        this.port = port;
        this.token = token;
        this.bodies = bodies;
    }

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench intake [--seconds N] [--rate N]", words);
        int seconds = options.number("--seconds", 60);
        int rate = options.number("--rate", 500);
        Path data = options.work().resolve("data");
        String token = Served.prepare(data, "din", Role.DUTY_OFFICER);
        Outcome outcome =
                new Outcome(
                        "intake",
                        ("JSON reports of the synthetic country with idempotency keys, %d"
                                        + " connections, %d s, fsync on, the token's rate limit lifted,"
                                        + " generator on the same cores")
                                .formatted(CONNECTIONS, seconds),
                        options);
        try (Served served = Served.start(data, "serve")) {
            IntakeBench bench = new IntakeBench(served.port(), token, bodies());
            options.tell("warming up");
            bench.asFastAsPossible(Math.max(seconds / 3, 5));
            options.tell("as fast as possible");
            double cpu = served.processorSeconds();
            double database = served.postgresSeconds();
            Latencies fast = bench.asFastAsPossible(seconds);
            outcome.atLeast("stored and acknowledged", fast.count() / (double) seconds, 1_000, "1/s");
            outcome.also("latency p99 at that rate", fast.quantile(0.99), "ms");
            outcome.also("processor time of the JVM", served.processorSeconds() - cpu, "s");
            outcome.also(
                    "processor time of PostgreSQL", served.postgresSeconds() - database, "s");
            options.tell("%d a second, open loop", rate);
            Latencies steady = bench.atRate(rate, seconds);
            outcome.also("offered", rate, "1/s");
            outcome.also("latency p50, from the planned moment", steady.quantile(0.5), "ms");
            outcome.atMost("latency p99, from the planned moment", steady.quantile(0.99), 100, "ms");
            outcome.also("latency max, from the planned moment", steady.quantile(1), "ms");
            outcome.atMost("refused or failed", bench.refused.get(), 0, "");
        }
        outcome.end();
    }

    private static List<byte[]> bodies() {
        return Country.reports(31, DISTINCT).map(IntakeBench::body).toList();
    }

    private static byte[] body(SyntheticReport one) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("category", one.category());
        body.put("happenedAt", one.happenedAt().toString());
        body.put("region", one.region());
        if (one.loss() != null) {
            body.put("amount", one.loss().amount().toPlainString());
            body.put("currency", one.loss().currency());
            body.put("paidHow", one.loss().paidHow());
        }
        body.put("story", one.story());
        body.put("language", one.language());
        return JsonMapper.shared().writeValueAsBytes(body);
    }

    /** Closed loop: each connection sends its next report when the last one is acknowledged. */
    private Latencies asFastAsPossible(int seconds) {
        Latencies latencies = new Latencies();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        onAllConnections(wire -> {
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                send(wire, latencies, now);
            }
        });
        return latencies;
    }

    /**
     * Open loop: report k is planned for k/rate, and its latency counts from that moment even when
     * no connection was free (no coordinated omission).
     */
    private Latencies atRate(int rate, int seconds) {
        Latencies latencies = new Latencies();
        long start = System.nanoTime() + 200_000_000L;
        AtomicLong next = new AtomicLong();
        long all = (long) rate * seconds;
        onAllConnections(wire -> {
            for (long k = next.getAndIncrement(); k < all; k = next.getAndIncrement()) {
                long planned = start + k * 1_000_000_000L / rate;
                long early = planned - System.nanoTime();
                if (early > 0) {
                    Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
                }
                send(wire, latencies, planned);
            }
        });
        return latencies;
    }

    private interface Work {
        void on(Wire wire) throws IOException, InterruptedException;
    }

    private void onAllConnections(Work work) {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                senders.submit(() -> {
                    try (Wire wire = new Wire(port)) {
                        work.on(wire);
                    } catch (IOException e) {
                        refused.incrementAndGet();
                        System.err.println("  a connection failed: " + e.getMessage());
                    }
                    return null;
                });
            }
        }
    }

    private final AtomicInteger turn = new AtomicInteger();

    private void send(Wire wire, Latencies latencies, long since) throws IOException {
        byte[] body = bodies.get(Math.floorMod(turn.getAndIncrement(), bodies.size()));
        byte[] head =
                ("POST /api/reports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + token
                                + "\r\nContent-Type: application/json\r\nIdempotency-Key: "
                                + UUID.randomUUID()
                                + "\r\nContent-Length: "
                                + body.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        if (wire.send(request) == 201) {
            latencies.add(System.nanoTime() - since);
        } else {
            refused.incrementAndGet();
        }
    }
}
