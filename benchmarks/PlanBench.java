import az.qalxan.access.Role;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The action plan through HTTP: import of an edition and every view, 56 and 5,000 measures. */
final class PlanBench {

    private static final String PASSWORD = "Qalxan-numayis-2026";
    private static final double SMALL_MILLIS = 60;
    private static final double LARGE_MILLIS = 150;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String token;
    private final Officer officer;

    private PlanBench(String address, String token, Officer officer) {
        this.address = address;
        this.token = token;
        this.officer = officer;
    }

    public static void main(String[] words) throws Exception {
        Options options =
                new Options("bench plan [--rounds N] [--measures N] [--bodies N] [--file YAML]", words);
        int rounds = options.number("--rounds", 60);
        int measures = options.number("--measures", 5_000);
        int bodies = options.number("--bodies", 200);
        String file = options.text("--file", "");
        Path data = options.work().resolve("data");
        String token = Served.prepare(data, "xritdx", Role.COORDINATOR);
        Outcome outcome =
                new Outcome(
                        "plan",
                        "%s; then %,d invented measures of %d bodies; %d rounds each, one request after"
                                        .formatted(
                                                file.isEmpty()
                                                        ? "56 invented measures of 24 bodies"
                                                        : file,
                                                measures,
                                                bodies,
                                                rounds)
                                + " another, a new edition in every round",
                        options);
        try (Served served = Served.start(data, "demo", "--reports", "10")) {
            PlanBench bench =
                    new PlanBench(
                            served.address(),
                            token,
                            Officer.signIn(served.address(), "koordinator", PASSWORD));
            String small = file.isEmpty() ? plan(56, 24) : Files.readString(Path.of(file));
            options.tell("56 measures, %,d bytes", bytes(small));
            bench.run(outcome, "56", small, new Limits(rounds, SMALL_MILLIS, "8.1.1.1"));
            String large = plan(measures, bodies);
            options.tell("%,d measures, %,d bytes", measures, bytes(large));
            bench.run(
                    outcome,
                    String.valueOf(measures),
                    large,
                    new Limits(Math.max(20, rounds / 3), LARGE_MILLIS, "8.1.1.1"));
        }
        outcome.end();
    }

    private record Limits(int rounds, double millis, String measure) {}

    private void run(Outcome outcome, String name, String plan, Limits limits) throws Exception {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("tree", "/strategy");
        views.put("search", "/strategy?q=" + encoded("TƏDBİR 3 bb"));
        views.put("stages", "/strategy/stages?stage=final");
        views.put("bodies", "/strategy/bodies");
        views.put("body", "/strategy/bodies/dtx");
        views.put("coverage", "/strategy/coverage");
        views.put("load", "/strategy/load");
        views.put("measure", "/strategy/measures/" + limits.measure());
        views.put("editions", "/strategy/editions");
        Map<String, Latencies> taken = new LinkedHashMap<>();
        Latencies reading = new Latencies();
        Latencies together = new Latencies();
        int warm = Math.max(10, limits.rounds() / 3);
        for (int round = -warm; round < limits.rounds(); round++) {
            byte[] edition =
                    plan.replaceFirst("title: ", "title: " + name + "/" + round + " ")
                            .getBytes(StandardCharsets.UTF_8);
            long begun = System.nanoTime();
            record(edition);
            long sum = System.nanoTime() - begun;
            if (round >= 0) {
                taken.computeIfAbsent("import", key -> new Latencies()).add(sum);
            }
            for (Map.Entry<String, String> view : views.entrySet()) {
                long start = System.nanoTime();
                officer.get(view.getValue());
                long time = System.nanoTime() - start;
                sum += time;
                if (round >= 0) {
                    taken.computeIfAbsent(view.getKey(), key -> new Latencies()).add(time);
                }
            }
            if (round >= 0) {
                together.add(sum);
            }
        }
        taken.forEach((what, times) ->
                outcome.atMost(
                        name + ": " + what + ", p95", times.quantile(0.95), limits.millis(), "ms"));
        outcome.also(name + ": import and all views in a row, p50", together.quantile(0.5), "ms");
        outcome.also(name + ": import and all views in a row, p95", together.quantile(0.95), "ms");
    }

    private void record(byte[] yaml) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(address + "/api/strategy/editions"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/octet-stream")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(yaml))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    /** A plan of that size with texts as long as those of the official one. */
    private static String plan(int measures, int bodies) {
        StringBuilder yaml = new StringBuilder("title: Uydurulmuş plan\n");
        yaml.append("source: {language: az, approved: 2023-08-28}\nacronyms:\n");
        for (int i = 0; i < bodies; i++) {
            yaml.append("- {acronym: %s, name: Uydurulmuş qurum %d}\n".formatted(body(i), i));
        }
        yaml.append("targets:\n");
        for (int i = 1; i <= 27; i++) {
            yaml.append("- {id: 4.1.%d, text: uydurulmuş hədəf %d}\n".formatted(i, i));
        }
        yaml.append("objectives:\n");
        for (int i = 1; i <= 27; i++) {
            yaml.append("- {id: 5.1.%d, text: uydurulmuş nəticə %d}\n".formatted(i, i));
        }
        int priorities = 9;
        yaml.append("priorities:\n");
        for (int i = 1; i <= priorities; i++) {
            yaml.append("- {number: %d, title: uydurulmuş prioritet %d}\n".formatted(i, i));
        }
        yaml.append("groups:\n");
        for (int i = 1; i <= priorities; i++) {
            yaml.append(
                    "- {id: 8.%d.1, priority: %d, title: uydurulmuş istiqamət}\n".formatted(i, i));
        }
        yaml.append("measures:\n");
        for (int i = 0; i < measures; i++) {
            measure(yaml, i, bodies);
        }
        return yaml.toString();
    }

    private static void measure(StringBuilder yaml, int i, int bodies) {
        int priority = i % 9 + 1;
        String words = "uydurulmuş söz və uzun cümlə, ".repeat(6);
        yaml.append("- id: \"8.%d.1.%d\"\n  priority: %d\n  group: \"8.%d.1\"\n"
                .formatted(priority, i / 9 + 1, priority, priority));
        yaml.append("  text: Tədbir %d bb %s\n  lead: %s\n  executors:\n"
                .formatted(i, words, body(i % bodies)));
        for (int k = 1; k <= 3 && k < bodies; k++) {
            yaml.append("  - body: %s\n    recommended: false\n".formatted(body((i + k * 7) % bodies)));
        }
        boolean open = i % 3 > 0;
        yaml.append(open ? "  period: mütəmadi\n" : "  period: 2024 – 2026\n");
        yaml.append("  period_parsed:\n    kind: %s\n    start_year: %s\n    end_year: %s\n"
                .formatted(open ? "ongoing" : "range", open ? "null" : "2024", open ? "null" : "2026"));
        yaml.append("  indicators:\n    initial: ilkin %1$s\n    interim: aralıq %1$s\n    final: yekun %1$s\n"
                .formatted("uydurulmuş nəticənin təsviri, ".repeat(3)));
    }

    private static String body(int i) {
        return i == 0 ? "DTX" : i == 1 ? "XRİTDX" : i == 2 ? "RİNN" : "UQ" + i;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
