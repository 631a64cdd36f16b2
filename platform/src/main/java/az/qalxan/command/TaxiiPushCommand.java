package az.qalxan.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./qalxan taxii push}: objects, one a line, into a collection. */
@Command(
        name = "push",
        mixinStandardHelpOptions = true,
        description =
                "Sends objects, one JSON object a line as poll prints them, to a collection. Sent"
                        + " again, they are taken once.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every object was taken or was there before",
            "1:the server refused, or refused some objects; they are named",
            "2:the command line is wrong, or the file cannot be read"
        })
final class TaxiiPushCommand implements Callable<Integer> {

    private static final int CHARS_MAX = 8 << 20;

    @Parameters(paramLabel = "FILE", description = "The objects; - for the standard input.")
    String file = "-";

    @Mixin TaxiiPlace place = new TaxiiPlace();

    @Option(
            names = "--envelope",
            defaultValue = "1000",
            description = "Objects of one envelope (default: ${DEFAULT-VALUE}).")
    int envelope = 1_000;

    @Spec CommandSpec spec = CommandSpec.create();

    private final List<String> waiting = new ArrayList<>();
    private long chars;
    private long taken;
    private long refused;

    @Override
    public Integer call() {
        PrintWriter error = spec.commandLine().getErr();
        try (TaxiiCalls calls = new TaxiiCalls(place);
                BufferedReader in = input()) {
            for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
                add(calls, line);
            }
            flush(calls);
            error.printf("taxii: %d objects taken, %d refused%n", taken, refused);
            return refused == 0 ? 0 : 1;
        } catch (CallRefused e) {
            error.println("taxii: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            error.println("taxii: " + e);
            return 2;
        }
    }

    private BufferedReader input() throws IOException {
        return file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file));
    }

    private void add(TaxiiCalls calls, String line) throws IOException, CallRefused {
        if (line.isBlank()) {
            return;
        }
        if (waiting.size() >= envelope || chars + line.length() > CHARS_MAX) {
            flush(calls);
        }
        waiting.add(line);
        chars += line.length();
    }

    private void flush(TaxiiCalls calls) throws IOException, CallRefused {
        if (waiting.isEmpty()) {
            return;
        }
        JsonNode status = calls.add("{\"objects\":[" + String.join(",", waiting) + "]}");
        taken += status.path("success_count").asLong();
        refused += status.path("failure_count").asLong();
        for (JsonNode one : status.path("failures")) {
            spec.commandLine()
                    .getOut()
                    .println(one.path("id").asString("") + ": " + one.path("message").asString(""));
        }
        waiting.clear();
        chars = 0;
    }
}
