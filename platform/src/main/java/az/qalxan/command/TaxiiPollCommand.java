package az.qalxan.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./qalxan taxii poll}: objects of a collection, one a line. */
@Command(
        name = "poll",
        mixinStandardHelpOptions = true,
        description = {
            "Fetches the objects of a collection and prints them, one JSON object a line. With"
                    + " --state the next call goes on where this one ended, also after a break;"
                    + " objects may then come twice, never be left out.",
            "Servers that stamp objects before they commit lose some for who reads on exactly:"
                    + " --overlap asks again for what was added shortly before."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything there is was fetched",
            "1:the server refused, or answers what cannot be read",
            "2:the command line is wrong, or a file cannot be read or written"
        })
final class TaxiiPollCommand implements Callable<Integer> {

    @Mixin TaxiiPlace place = new TaxiiPlace();

    @Option(names = "--added-after", defaultValue = "", description = "Only what was added later.")
    String after = "";

    @Option(names = "--state", description = "File that keeps from where to go on.")
    @Nullable Path state;

    @Option(
            names = "--overlap",
            defaultValue = "0",
            description = "Minutes before the kept place that are asked for again.")
    int overlap;

    @Option(
            names = "--limit",
            defaultValue = "1000",
            description = "Objects of one page (default: ${DEFAULT-VALUE}).")
    int limit = 1_000;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter error = spec.commandLine().getErr();
        try (TaxiiCalls calls = new TaxiiCalls(place)) {
            TaxiiPoll poll = new TaxiiPoll((after, next) -> calls.page(limit, after, next), limit);
            long count = poll.run(from(), this::take);
            error.printf("taxii: %d objects, %d of them again%n", count, poll.repeated());
            return 0;
        } catch (CallRefused e) {
            error.println("taxii: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            error.println("taxii: " + e);
            return 2;
        }
    }

    private String from() throws IOException {
        if (state == null || !Files.exists(state)) {
            return after;
        }
        String kept = Files.readString(state).strip();
        try {
            return overlap == 0 || kept.isEmpty()
                    ? kept
                    : Instant.parse(kept).minus(Duration.ofMinutes(overlap)).toString();
        } catch (DateTimeParseException e) {
            throw new IOException("the kept place is no moment: " + kept, e);
        }
    }

    /** The place is kept only when what came before it was written. */
    private void take(List<JsonNode> objects, String position) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        objects.forEach(one -> out.println(one.toString()));
        out.flush();
        if (out.checkError()) {
            throw new IOException("the output was closed");
        }
        if (state != null) {
            TaxiiState.keep(state, position);
        }
    }
}
