package az.qalxan.command;

import az.qalxan.ledger.SubjectQuestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan audit prove}. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description =
                "Writes a file that proves who dealt with a subject between two moments, without"
                        + " showing the subject. The journal of the subject records the request.")
final class AuditProveCommand extends AuditCommand.Part {

    @Option(
            names = "--subject",
            required = true,
            description = "Its kind and id as in the journal, for example case/0198….")
    String subject = "";

    @Option(names = "--from", required = true, description = "For example 2026-11-01T00:00:00Z.")
    Instant from = Instant.EPOCH;

    @Option(names = "--until", required = true, description = "The first moment not asked about.")
    Instant until = Instant.EPOCH;

    @Option(names = "--out", required = true, description = "The file to write.")
    Path out = Path.of("");

    @Override
    int run(AuditSide side, PrintWriter printer) throws IOException, CallRefused {
        if (!SubjectQuestion.isSubject(subject) || !from.isBefore(until)) {
            return refuse("--subject is KIND/ID as in the journal, and --from is before --until.");
        }
        side.prove(new SubjectQuestion(subject, from, until), out);
        printer.println(
                json
                        ? JsonMapper.shared()
                                .createObjectNode()
                                .put("file", out.toString())
                                .put("bytes", Files.size(out))
                                .toString()
                        : "audit: %s, %,d bytes; ./qalxan audit check judges it"
                                .formatted(out, Files.size(out)));
        return 0;
    }
}
