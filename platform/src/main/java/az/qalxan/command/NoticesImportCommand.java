package az.qalxan.command;

import az.qalxan.database.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./qalxan notices import}: a feed's file, in batches that are taken once. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Hands the file of a feed over: CSV with a header, JSON lines, or an X-ARF document."
                    + " Large files go in batches, each under a key of its content: the same"
                    + " command again, after a break, sends nothing twice."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was taken; what comes of it stands on the feed's page",
            "1:the server refused",
            "2:the command line is wrong, or the file cannot be read"
        })
final class NoticesImportCommand implements Callable<Integer> {

    private static final int BATCH_CHARS = 4 << 20;

    @Parameters(paramLabel = "FILE", description = "The file, UTF-8.")
    Path file = Path.of("");

    @ArgGroup(exclusive = false, multiplicity = "1")
    WhereOptions.There there = new WhereOptions.There();

    @Option(names = "--feed", required = true, description = "Id of the feed, as its page says.")
    UUID feed = new UUID(0, 0);

    @Option(names = "--json", description = "Print one JSON object at the end.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter error = spec.commandLine().getErr();
        int repeated = 0;
        List<String> batches;
        try {
            batches = batches(Files.readString(file));
        } catch (IOException e) {
            error.println("notices: cannot read " + file + ": " + e);
            return 2;
        }
        try (ProgramCalls calls = new ProgramCalls(there.server, there.token)) {
            for (String batch : batches) {
                byte[] content = batch.getBytes(StandardCharsets.UTF_8);
                JsonNode answer =
                        calls.post(
                                "/api/notices/feeds/" + feed + "/batches",
                                content,
                                Map.of("Idempotency-Key", Sha256.of(content)));
                repeated += answer.path("repeated").asBoolean() ? 1 : 0;
            }
        } catch (CallRefused e) {
            error.println("notices: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            error.println("notices: " + e);
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                json
                        ? "{\"batches\":%d,\"repeated\":%d}%n"
                        : "%d batches, %d of them known before%n",
                batches.size(),
                repeated);
        out.flush();
        return 0;
    }

    /** Cuts at line ends; the header of a CSV file is repeated, one JSON document stays whole. */
    static List<String> batches(String text) {
        boolean whole =
                text.length() <= BATCH_CHARS
                        || text.stripLeading().matches("(?s)(\\[|\\{\\s*\\n).*");
        if (whole) {
            return List.of(text);
        }
        int end = text.indexOf('\n') + 1;
        String header = text.stripLeading().startsWith("{") ? "" : text.substring(0, end);
        List<String> batches = new ArrayList<>();
        StringBuilder batch = new StringBuilder(header);
        int at = header.length();
        while (at < text.length()) {
            int next = text.indexOf('\n', at) + 1;
            int until = next == 0 ? text.length() : next;
            batch.append(text, at, until);
            at = until;
            if (batch.length() >= BATCH_CHARS || at == text.length()) {
                batches.add(batch.toString());
                batch = new StringBuilder(header);
            }
        }
        return batches;
    }
}
