package az.qalxan.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code ./qalxan audit verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Reckons the log of the journal anew, holds every row against its entry, and looks"
                        + " for rows without one.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything fits",
            "1:something does not fit, or the server refused",
            "2:the command line is wrong"
        })
final class AuditVerifyCommand extends AuditCommand.Part {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    @Override
    int run(AuditSide side, PrintWriter out) throws IOException, CallRefused, InterruptedException {
        JsonNode run = side.verify();
        String id = run.path("id").asString();
        long told = -1;
        while (run.path("state").asString().equals("running")) {
            long percent = percent(run);
            if (!json && percent != told) {
                out.println("  " + percent + " %");
                out.flush();
                told = percent;
            }
            Thread.sleep(LOOK_EVERY);
            run = side.progress(id);
        }
        if (json) {
            out.println(run);
        } else {
            print(run, out);
        }
        return run.path("state").asString().equals("clean") ? 0 : 1;
    }

    private static long percent(JsonNode run) {
        long total = run.path("total").asLong();
        return total == 0 ? 0 : 100 * run.path("done").asLong() / total;
    }

    private static void print(JsonNode run, PrintWriter out) {
        for (JsonNode found : run.path("listed")) {
            out.printf(
                    "%-14s %s%s%n",
                    found.path("kind").asString(),
                    found.path("what").asString(),
                    found.path("place").asLong() < 0 ? "" : " at " + found.path("place").asLong());
        }
        out.printf(
                "audit: %,d entries, %s%n",
                run.path("size").asLong(),
                switch (run.path("state").asString()) {
                    case "clean" -> "everything fits";
                    case "findings" -> "%,d do not fit".formatted(run.path("findings").asLong());
                    default -> "the verification was broken off";
                });
    }
}
