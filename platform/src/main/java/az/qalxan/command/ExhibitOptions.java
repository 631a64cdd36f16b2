package az.qalxan.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is told of a new exhibit on the command line, as on its form. */
final class ExhibitOptions {

    @Option(names = "--case", required = true, description = "Number of the case.")
    String caseNumber = "";

    @Option(names = "--title", description = "What it is; by default the file's name.")
    @Nullable String title;

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

    @Option(names = "--owner", description = "The lawful owner.")
    @Nullable String owner;

    @Option(names = "--words", description = "Further description.")
    @Nullable String words;

    @Option(names = "--tool", description = "With what the bytes were taken.")
    @Nullable String tool;

    @Option(names = "--tool-version", description = "Its version.")
    @Nullable String toolVersion;

    @Option(names = "--settings", description = "Its settings.")
    @Nullable String settings;

    @Option(names = "--specialist", description = "Who took them.")
    @Nullable String specialist;

    @Option(names = "--read-errors", description = "How many read errors there were.")
    @Nullable String readErrors;

    @Option(names = "--seals", description = "Numbers of seals, parted by commas.")
    @Nullable String seals;

    /** The fields of the form. */
    ObjectNode form(String fileName) {
        ObjectNode form = JsonMapper.shared().createObjectNode();
        form.put("caseNumber", caseNumber);
        form.put("title", title == null ? fileName : title);
        form.put("kind", kind);
        form.put("dataClass", dataClass);
        form.put("origin", origin);
        form.put("from", from);
        form.put("obtainedAt", obtained);
        form.put("basis", basis);
        form.put("document", document);
        form.put("place", place);
        form.put("owner", owner);
        form.put("words", words);
        form.put("tool", tool);
        form.put("toolVersion", toolVersion);
        form.put("settings", settings);
        form.put("specialist", specialist);
        form.put("readErrors", readErrors);
        form.put("seals", seals);
        return form;
    }
}
