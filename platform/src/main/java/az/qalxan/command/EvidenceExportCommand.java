package az.qalxan.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./qalxan evidence export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Orders an export of exhibits, waits until it is signed and takes the file. It"
                        + " stands in the chains of custody and in the ledger.")
final class EvidenceExportCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** What goes out, to whom, on what law. */
    static final class Terms {

        @Option(names = "--case", required = true, description = "Number of the case.")
        String caseNumber = "";

        @Option(
                names = "--exhibit",
                description = "Place in the case, for example 3 or 3-1; again for more. None: all.")
        List<String> exhibits = List.of();

        @Option(names = "--purpose", description = "court or assistance (default: court).")
        String purpose = "court";

        @Option(names = "--recipient", required = true, description = "The court or authority.")
        String recipient = "";

        @Option(names = "--basis", required = true, description = "Article of law or treaty.")
        String basis = "";

        @Option(
                names = "--document",
                required = true,
                description = "Number and day of the decision or request.")
        String document = "";

        @Option(names = "--words", description = "A remark.")
        String words = "";

        JsonNode order() {
            ObjectNode order = JsonMapper.shared().createObjectNode();
            order.put("caseNumber", caseNumber);
            exhibits.forEach(order.putArray("exhibits")::add);
            order.put("purpose", purpose);
            order.put("recipient", recipient);
            order.put("basis", basis);
            order.put("document", document);
            return order.put("words", words);
        }
    }

    @Option(names = "--server", required = true, description = "Address of the server.")
    URI server = URI.create("http://localhost");

    @Option(
            names = "--token",
            required = true,
            description = "The program's token; @FILE reads the arguments from a file.")
    String token = "";

    @Mixin Terms terms = new Terms();

    @Option(names = "--out", required = true, description = "The file to write.")
    Path out = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter error = spec.commandLine().getErr();
        if (Files.exists(out)) {
            error.println("evidence: there is a file " + out);
            return 2;
        }
        try (ProgramCalls calls = new ProgramCalls(server, token)) {
            JsonNode state = calls.post("/api/evidence/dossiers", terms.order());
            String id = state.path("id").asString();
            while (running(state)) {
                LockSupport.parkNanos(TimeUnit.NANOSECONDS.convert(LOOK));
                state = calls.get("/api/evidence/dossiers/" + id);
            }
            if (!state.path("state").asString().equals("ready")) {
                error.printf(
                        "evidence: %s: %s%n",
                        state.path("state").asString(), state.path("failure").asString());
                return 1;
            }
            String sha256 = calls.download("/api/evidence/dossiers/" + id + "/file", out);
            if (!sha256.equals(state.path("sha256").asString())) {
                Files.delete(out);
                error.println("evidence: the file did not come as it was kept; take it again");
                return 1;
            }
            print(state);
            return 0;
        } catch (CallRefused e) {
            error.println("evidence: " + e.getMessage());
            return 1;
        }
    }

    private static boolean running(JsonNode state) {
        String code = state.path("state").asString();
        return code.equals("waiting") || code.equals("writing");
    }

    private void print(JsonNode state) {
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            printer.println(state);
        } else {
            printer.printf(
                    "%s: %s, %,d bytes, SHA-256 %s, graph %s%n",
                    out,
                    state.path("number").asString(),
                    state.path("bytes").asLong(),
                    state.path("sha256").asString(),
                    state.path("graph").asString());
        }
        printer.flush();
    }
}
