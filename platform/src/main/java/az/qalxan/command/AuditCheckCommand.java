package az.qalxan.command;

import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.Trust;
import az.qalxan.ledger.CompletenessCheck;
import az.qalxan.ledger.CompletenessVerdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./qalxan audit check}: a proof of completeness, without network and database. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks a proof of completeness: that the list is complete, who signed it, and what"
                        + " each act was. Needs neither network nor database.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the list is complete",
            "1:something does not fit, or the file cannot be read",
            "2:the command line is wrong"
        })
final class AuditCheckCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Parameters(paramLabel = "FILE", description = "The proof.")
    Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            converter = NoteKeyReading.class,
            description =
                    "The log's key and those of witnesses as you know them from elsewhere"
                            + " (repeatable). Without: those in the file, which prove only that it"
                            + " fits together.")
    List<NoteKey> keys = List.of();

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            spec.commandLine().getErr().println("audit: " + file + " cannot be read.");
            return 1;
        }
        CompletenessVerdict verdict = CompletenessCheck.of(file, keys);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(verdict));
        } else {
            print(verdict, out);
        }
        out.flush();
        return verdict.complete() ? 0 : 1;
    }

    private static void print(CompletenessVerdict verdict, PrintWriter out) {
        verdict.question()
                .ifPresent(asked ->
                        out.printf(
                                "%s from %s until %s%n",
                                asked.subject(), asked.from(), asked.until()));
        for (CompletenessVerdict.Listed act : verdict.acts()) {
            JsonNode content = content(act);
            String account = content.path("account").asString("");
            out.printf(
                    "%10d  %s  %s%n",
                    act.index(),
                    act.at(),
                    act.closed().isEmpty()
                            ? "%s  %s (%s, %s)"
                                    .formatted(
                                            content.path("act").asString(""),
                                            verdict.names().getOrDefault(account, account),
                                            content.path("body").asString(""),
                                            content.path("roles").asString(""))
                            : "closed: " + act.closed());
        }
        signers(verdict, out);
        out.println(
                verdict.complete()
                        ? "complete: %,d acts in a log of %,d entries%s"
                                .formatted(
                                        verdict.acts().size(),
                                        verdict.size(),
                                        verdict.known()
                                                ? ""
                                                : "; the log's key is known from the file alone")
                        : "not proven: " + flaws(verdict));
    }

    private static void signers(CompletenessVerdict verdict, PrintWriter out) {
        verdict.startedAt()
                .ifPresent(at ->
                        out.printf(
                                "everything before entry %d was there at %s%n",
                                verdict.first(), at));
        verdict.anchoredAt()
                .ifPresent(anchor ->
                        out.printf(
                                "known to the log since entry %d, %s%n",
                                anchor.index(), anchor.at()));
        for (Trust.Signed signed : verdict.signed()) {
            out.printf(
                    "signed by %s%s%n",
                    signed.key().name().value(),
                    signed.at() == null ? "" : ", a witness, at " + signed.at());
        }
    }

    private static String flaws(CompletenessVerdict verdict) {
        return String.join(
                ", ",
                verdict.flaws().stream()
                        .map(flaw -> flaw.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static JsonNode content(CompletenessVerdict.Listed act) {
        try {
            return act.content().isEmpty() ? JSON.createObjectNode() : JSON.readTree(act.content());
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static ObjectNode json(CompletenessVerdict verdict) {
        ObjectNode told = JSON.createObjectNode();
        told.put("complete", verdict.complete());
        told.put("flaws", flaws(verdict));
        told.put("origin", verdict.origin());
        told.put("size", verdict.size());
        told.put("first", verdict.first());
        told.put("keyKnown", verdict.known());
        verdict.startedAt().ifPresent(at -> told.put("startedAt", at.toString()));
        verdict.question()
                .ifPresent(asked ->
                        told.put("subject", asked.subject())
                                .put("from", asked.from().toString())
                                .put("until", asked.until().toString()));
        ArrayNode signed = told.putArray("signed");
        for (Trust.Signed one : verdict.signed()) {
            ObjectNode by = signed.addObject().put("key", one.key().text());
            if (one.at() != null) {
                by.put("at", String.valueOf(one.at()));
            }
        }
        ArrayNode acts = told.putArray("acts");
        for (CompletenessVerdict.Listed act : verdict.acts()) {
            ObjectNode line = acts.addObject();
            line.put("index", act.index()).put("at", act.at().toString()).put("kind", act.kind());
            if (act.closed().isEmpty()) {
                line.set("content", content(act));
            } else {
                line.put("closed", act.closed());
            }
        }
        return told;
    }
}
