package az.qalxan.command;

import az.qalxan.engines.threatintel.pattern.Pattern;
import az.qalxan.engines.threatintel.pattern.PatternReading;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The patterns of a file: one a line, one over many lines, or those of the indicators in STIX. */
final class PatternFile {

    /**
     * A pattern and where it stands.
     *
     * @param place its line, or the identifier of its indicator
     */
    record Placed(String place, String text, PatternReading reading) {}

    private final List<Placed> patterns = new ArrayList<>();

    private PatternFile() {}

    static List<Placed> ofText(String text) {
        PatternFile file = new PatternFile();
        boolean manyLines = text.strip().indexOf('\n') >= 0;
        if (manyLines && Pattern.read(text) instanceof PatternReading.Read whole) {
            file.patterns.add(new Placed("1", text.strip(), whole));
            return file.patterns;
        }
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                file.patterns.add(new Placed(String.valueOf(i + 1), line, Pattern.read(line)));
            }
        }
        return file.patterns;
    }

    static List<Placed> ofStix(JsonNode stix) {
        PatternFile file = new PatternFile();
        file.addIndicators(stix);
        return file.patterns;
    }

    private void addIndicators(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::addIndicators);
        } else if ("bundle".equals(node.path("type").asString(""))) {
            addIndicators(node.path("objects"));
        } else if ("indicator".equals(node.path("type").asString(""))
                && "stix".equals(node.path("pattern_type").asString("stix"))) {
            String text = node.path("pattern").asString("");
            patterns.add(new Placed(node.path("id").asString(""), text, Pattern.read(text)));
        }
    }

    /** A pattern on one line. */
    static String oneLine(String text) {
        return text.replaceAll("[\\r\\n]+", " ");
    }
}
