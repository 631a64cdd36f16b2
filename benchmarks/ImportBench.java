import az.qalxan.access.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bulk import through HTTP, from the first byte sent to the last row durable. */
final class ImportBench {

    private static final double TARGET = 10_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    ImportBench(String address, String token) {
        this.address = address;
        this.token = token;
    }

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench import [--reports N] [--warm N]", words);
        int count = options.number("--reports", 300_000);
        int warm = options.number("--warm", 100_000);
        Path data = options.work().resolve("data");
        String token = Served.prepare(data, "din", Role.DUTY_OFFICER);
        Path first = options.work().resolve("warm.csv");
        Path second = options.work().resolve("measured.csv");
        options.tell("writing %,d + %,d reports of the synthetic country", warm, count);
        Country.csv(first, 11, warm);
        long bytes = Country.csv(second, 12, count);
        Outcome outcome =
                new Outcome(
                        "import",
                        "%,d reports, %,d MB of CSV, fsync on, after %,d to warm up"
                                .formatted(count, bytes >> 20, warm),
                        options);
        try (Served served = Served.start(data, "serve")) {
            ImportBench bench = new ImportBench(served.address(), token);
            options.tell("warming up");
            bench.run(first);
            options.tell("measuring");
            double cpu = served.processorSeconds();
            double database = served.postgresSeconds();
            Times times = bench.run(second);
            outcome.atLeast("imported, end to end", count / times.total(), TARGET, "1/s");
            outcome.also("of it checking", times.checked(), "s");
            outcome.also("of it extracting, linking, storing", times.total() - times.checked(), "s");
            outcome.also("processor time of the JVM", served.processorSeconds() - cpu, "s");
            outcome.also(
                    "processor time of PostgreSQL", served.postgresSeconds() - database, "s");
            outcome.also("stored", times.stored(), "reports");
        }
        outcome.end();
    }

    record Times(double checked, double total, int stored) {}

    /** Sends the file, starts it and waits for its end. */
    Times run(Path file) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        JsonNode received =
                send(request("/api/imports?name=bench.csv")
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofFile(file)));
        double checked = (System.nanoTime() - begin) / 1e9;
        String at = "/api/imports/" + received.path("id").asString();
        JsonNode standing = send(request(at + "/start").POST(HttpRequest.BodyPublishers.noBody()));
        while (standing.path("state").asString().equals("running")) {
            Thread.sleep(50);
            standing = send(request(at).GET());
        }
        if (!standing.path("state").asString().equals("done")) {
            throw new IOException("the import ended as " + standing);
        }
        return new Times(
                checked, (System.nanoTime() - begin) / 1e9, standing.path("stored").asInt());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }
}
