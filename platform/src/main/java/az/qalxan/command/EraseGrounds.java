package az.qalxan.command;

import az.qalxan.evidence.KeyDestruction;
import picocli.CommandLine.Option;

/** Why the keys of a case are to be destroyed, on the command line. */
final class EraseGrounds {

    @Option(names = "--reason", required = true, description = "Why.")
    String reason = "";

    @Option(names = "--basis", required = true, description = "By which law.")
    String basis = "";

    @Option(names = "--document", required = true, description = "Which decision.")
    String document = "";

    boolean blank() {
        return reason.isBlank() || basis.isBlank() || document.isBlank();
    }

    KeyDestruction.Grounds told() {
        return new KeyDestruction.Grounds(reason, basis, document);
    }
}
