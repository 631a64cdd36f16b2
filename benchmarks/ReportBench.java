import java.nio.file.Path;
import java.util.List;

/** Reports on the plan as page and PDF, the plan in time, and its views as files. */
final class ReportBench {

    private static final int PRINTED = 20;
    private static final int ASKED = 200;
    private static final int WARM = 3;
    private static final double PDF_SECONDS = 5;
    private static final double PAGE_MILLIS = 60;
    private static final double MILLIS = 1_000;

    private final Officer officer;

    ReportBench(Officer officer) {
        this.officer = officer;
    }

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench report [--reports N] [--period 2026Q3]", words);
        String period = options.text("--period", "2026Q3");
        Outcome outcome =
                new Outcome(
                        "report",
                        "the demonstration's plan, period %s; %d prints and %d pages of each kind"
                                .formatted(period, PRINTED, ASKED),
                        options);
        Path data = options.work().resolve("data");
        String reports = options.text("--reports", "3000");
        try (Served served = Served.start(data, "demo", "--reports", reports)) {
            ReportBench bench =
                    new ReportBench(
                            Officer.signIn(
                                    served.address(), "koordinator", "Qalxan-numayis-2026"));
            options.tell("printing");
            for (String language : List.of("az", "en")) {
                bench.printed(
                        outcome,
                        "report of the commission as PDF, " + language,
                        "/strategy/reports/draft.pdf?period=" + period + "&lang=" + language);
            }
            bench.printed(
                    outcome,
                    "report of one body as PDF, az",
                    "/strategy/reports/draft.pdf?period=" + period + "&body=dtx&lang=az");
            bench.printed(
                    outcome, "the plan as PDF table", "/strategy/files/tree.pdf?lang=az");
            options.tell("pages");
            bench.page(
                    outcome,
                    "report of the commission as page",
                    "/strategy/reports/draft?period=" + period + "&lang=az");
            bench.page(outcome, "the plan in time", "/strategy/timeline?lang=az");
            bench.page(outcome, "page of the plan for everybody", "/plan?lang=az");
            outcome.also("resident memory of the JVM", served.residentMegabytes(), "MB");
        }
        outcome.end();
    }

    private void printed(Outcome outcome, String what, String path) throws Exception {
        Latencies latencies = measure(path, PRINTED);
        outcome.also(what + ", p50", latencies.quantile(0.5) / MILLIS, "s");
        outcome.atMost(what + ", slowest", latencies.quantile(1) / MILLIS, PDF_SECONDS, "s");
    }

    private void page(Outcome outcome, String what, String path) throws Exception {
        Latencies latencies = measure(path, ASKED);
        outcome.also(what + ", p50", latencies.quantile(0.5), "ms");
        outcome.atMost(what + ", p95", latencies.quantile(0.95), PAGE_MILLIS, "ms");
    }

    private Latencies measure(String path, int times) throws Exception {
        Latencies latencies = new Latencies();
        for (int i = 0; i < WARM + times; i++) {
            long begin = System.nanoTime();
            officer.get(path);
            if (i >= WARM) {
                latencies.add(System.nanoTime() - begin);
            }
        }
        return latencies;
    }
}
