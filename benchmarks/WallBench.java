import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The wall and the desk of the 24/7 point with many open requests. */
final class WallBench {

    private static final int ASKED = 300;
    private static final int WARM = 60;
    private static final double TARGET_MILLIS = 100;

    private final Officer officer;

    WallBench(Officer officer) {
        this.officer = officer;
    }

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench wall [--requests N]", words);
        int count = options.number("--requests", 100_000);
        Path data = options.work().resolve("data");
        Outcome outcome =
                new Outcome(
                        "wall",
                        "%,d open requests of one body, a tenth of another (written by SQL); %d requests each"
                                .formatted(count, ASKED),
                        options);
        try (Served served = Served.start(data, "demo", "--reports", "10");
                Connection database = HitsBench.connect(data)) {
            options.tell("writing %,d open requests", count);
            fill(database, count);
            WallBench bench =
                    new WallBench(
                            Officer.signIn(
                                    served.address(), "novbetci-dtx", "Qalxan-numayis-2026"));
            options.tell("measuring");
            bench.limited(outcome, "wall", List.of("/duty/wall"));
            bench.limited(outcome, "wall, rows alone", List.of("/duty/wall/rows"));
            bench.also(outcome, "desk", List.of("/duty"));
            bench.also(outcome, "desk, one kind", List.of("/duty?kind=preservation"));
            bench.also(outcome, "all requests", List.of("/duty?view=all"));
            bench.also(outcome, "search by reference", List.of("/duty?q=REF-77"));
            outcome.also("resident memory of the JVM", served.residentMegabytes(), "MB");
        }
        outcome.end();
    }

    private static void fill(Connection database, int count) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    insert into cooperation.request (id, number, kind, direction, state,
                      counterpart_state, counterpart, counterpart_name, counterpart_zone,
                      counterpart_reference, substance, subject, channel, received_at, since,
                      next_at, next_code, next_kind, created_at, changed_at, body, handling)
                    select ('01900000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid,
                      'S-2025-' || lpad(n::text, 9, '0'),
                      (array['preservation', 'stored-data', 'content'])[n %% 3 + 1], 'in',
                      'acknowledged', 'TR',
                      jsonb_build_object('state', 'TR', 'name', 'Ankara', 'zone',
                        'Europe/Istanbul', 'reference', 'REF-' || n, 'person', '', 'email', '',
                        'phone', '', 'address', '', 'hours', '', 'reply', ''),
                      'Ankara', 'Europe/Istanbul', 'REF-' || n,
                      jsonb_build_object('ownReference', '', 'offence', '', 'facts', '', 'data',
                        'qutu ' || n, 'custodian', '', 'necessity', '', 'domesticBasis', '',
                        'contents', jsonb_build_object()),
                      'qutu ' || n, 'demo', now() - interval '10 days', now(),
                      now() - interval '2 hours' + n * interval '50 seconds', 'answer',
                      'target', now() - n * interval '1 minute', now(),
                      case when n %% 10 = 0 then 'bp' else 'dtx' end, 2
                    from generate_series(1, %d * 10 / 9) as n
                    """.formatted(count));
            statement.execute("vacuum analyze cooperation.request");
        }
    }

    private void limited(Outcome outcome, String what, List<String> paths) throws Exception {
        Latencies latencies = measure(paths);
        outcome.also(what + ", p50", latencies.quantile(0.5), "ms");
        outcome.atMost(what + ", p95", latencies.quantile(0.95), TARGET_MILLIS, "ms");
        outcome.also(what + ", max", latencies.quantile(1), "ms");
    }

    private void also(Outcome outcome, String what, List<String> paths) throws Exception {
        Latencies latencies = measure(paths);
        outcome.also(what + ", p50", latencies.quantile(0.5), "ms");
        outcome.also(what + ", p95", latencies.quantile(0.95), "ms");
    }

    private Latencies measure(List<String> paths) throws Exception {
        Latencies latencies = new Latencies();
        for (int i = 0; i < WARM + ASKED; i++) {
            long begin = System.nanoTime();
            officer.get(paths.get(i % paths.size()));
            if (i >= WARM) {
                latencies.add(System.nanoTime() - begin);
            }
        }
        return latencies;
    }
}
