package az.qalxan.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What may be told of a new exhibit on the command line, as on its form. */
final class ExhibitDetails {

    @Option(names = "--title", description = "What it is; by default the file's name.")
    @Nullable String title;

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
        form.put("title", title == null ? fileName : title);
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
