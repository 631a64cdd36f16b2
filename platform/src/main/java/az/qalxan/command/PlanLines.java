package az.qalxan.command;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** What the commands about the plan print for people. */
final class PlanLines {

    private static final int SHOWN_MAX = 60;

    private PlanLines() {}

    static void outcome(JsonNode done, String file, PrintWriter out) {
        switch (done.path("outcome").asString()) {
            case "refused" -> out.println(file + " is no plan that can be recorded:");
            case "same" ->
                    out.printf(
                            "edition %d has this very file already; nothing was recorded.%n",
                            done.path("edition").path("number").asInt());
            default -> {
                out.printf(
                        "edition %d is recorded: %s%n",
                        done.path("edition").path("number").asInt(), counts(done.path("counts")));
                out.printf("%,d changes from the edition before%n", done.path("changes").size());
                changes(done.path("changes"), out);
            }
        }
        for (JsonNode flaw : done.path("flaws")) {
            out.printf(
                    "  line %d, column %d: %s: %s%n",
                    flaw.path("line").asInt(),
                    flaw.path("column").asInt(),
                    flaw.path("path").asString(),
                    flaw.path("sentence").asString());
        }
    }

    private static String counts(JsonNode counts) {
        return ("%d priorities, %d groups, %d measures (%d without an end), %d targets,"
                        + " %d objectives")
                .formatted(
                        counts.path("priorities").asInt(),
                        counts.path("groups").asInt(),
                        counts.path("measures").asInt(),
                        counts.path("openEnded").asInt(),
                        counts.path("targets").asInt(),
                        counts.path("objectives").asInt());
    }

    static void status(JsonNode status, PrintWriter out) {
        JsonNode edition = status.path("edition");
        out.printf(
                "edition %d: %s%n",
                edition.path("number").asInt(), edition.path("title").asString());
        out.println(counts(status.path("counts")));
        if (!edition.path("wording").asBoolean()) {
            out.println("without the official wording; ./qalxan plan import FILE brings it");
        }
        out.printf("%n  %-22s %6s %9s  %s%n", "body", "leads", "executes", "name");
        for (JsonNode body : status.path("bodies")) {
            out.printf(
                    "  %-22s %6d %9d  %s%n",
                    body.path("acronym").asString(),
                    body.path("lead").asInt(),
                    body.path("executor").asInt(),
                    body.path("name").path("en").asString());
        }
        status.path("withoutMeasures")
                .properties()
                .forEach(gaps -> {
                    for (JsonNode gap : gaps.getValue()) {
                        out.printf(
                                "no measure for %s: %s%n",
                                gap.path("id").asString(), gap.path("title").path("en").asString());
                    }
                });
        for (JsonNode code : status.path("dropped")) {
            out.println("dropped by an edition: " + code.asString());
        }
        for (JsonNode measure : status.path("measures")) {
            out.printf(
                    "  %-10s %-9s %-14s %s%n",
                    measure.path("code").asString(),
                    measure.path("role").asString(),
                    measure.path("period").asString(),
                    measure.path("title").path("en").asString());
        }
    }

    static void changes(JsonNode changes, PrintWriter out) {
        int shown = 0;
        for (JsonNode change : changes) {
            if (shown++ == SHOWN_MAX) {
                out.printf("  … and %,d more; --json tells all%n", changes.size() - SHOWN_MAX);
                return;
            }
            String stage =
                    change.path("stage").isNull() ? "" : " " + change.path("stage").asString();
            out.printf(
                    "  %-9s %-9s %s%s%n",
                    change.path("kind").asString(),
                    change.path("subject").asString(),
                    change.path("id").asString(),
                    stage);
            line("-", change.path("before").asString(), out);
            line("+", change.path("after").asString(), out);
        }
        if (changes.isEmpty()) {
            out.println("  nothing changed");
        }
    }

    private static void line(String sign, String text, PrintWriter out) {
        if (!text.isEmpty()) {
            out.println("      " + sign + " " + text);
        }
    }
}
