package az.qalxan.command;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** What must be told of a new exhibit on the command line, as on its form. */
final class ExhibitOptions {

    @Option(names = "--case", required = true, description = "Number of the case.")
    String caseNumber = "";

    @Option(
            names = "--kind",
            defaultValue = "files",
            description = "carrier, image, files, messages, logs … (${DEFAULT-VALUE}).")
    String kind = "files";

    @Option(
            names = "--class",
            required = true,
            description = "Class of data: subscriber, traffic, content or none.")
    String dataClass = "";

    @Option(
            names = "--origin",
            required = true,
            description = "search, inspection, handed-over, operator, report, abroad, open-source.")
    String origin = "";

    @Option(names = "--from", required = true, description = "From whom it was obtained.")
    String from = "";

    @Option(
            names = "--obtained",
            required = true,
            description = "When, where the country's clocks stand: 2026-11-27T14:30.")
    String obtained = "";

    @Option(names = "--basis", required = true, description = "Code of the legal basis.")
    String basis = "";

    @Option(names = "--document", required = true, description = "The act or record about it.")
    String document = "";

    @Option(names = "--place", required = true, description = "Where it lies.")
    String place = "";

    @ArgGroup(exclusive = false)
    ExhibitDetails details = new ExhibitDetails();

    /** The fields of the form. */
    ObjectNode form(String fileName) {
        ObjectNode form = details.form(fileName);
        form.put("caseNumber", caseNumber);
        form.put("kind", kind);
        form.put("dataClass", dataClass);
        form.put("origin", origin);
        form.put("from", from);
        form.put("obtainedAt", obtained);
        form.put("basis", basis);
        form.put("document", document);
        form.put("place", place);
        return form;
    }
}
