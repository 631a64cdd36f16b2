package az.qalxan.command;

import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.format.EvtxEvent;
import az.qalxan.engines.detection.format.Formats;
import az.qalxan.engines.evtx.EvtxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One test of an info.yml: a rule, a file of events, and in how many of them it must be found.
 *
 * @param wanted the least number, as SigmaHQ's own runner takes it; some files hold more
 */
record SigmaRegression(String rule, String name, Path file, int wanted) {

    /** The tests that the file names; their events lie beside it. */
    static List<SigmaRegression> read(Path info) throws IOException {
        JsonNode root;
        try {
            root = YAMLMapper.builder().build().readTree(info);
        } catch (JacksonException e) {
            throw new IOException(info + " cannot be read: " + e.getOriginalMessage(), e);
        }
        String rule = root.path("rule_metadata").path(0).path("id").asString("");
        List<SigmaRegression> tests = new ArrayList<>();
        for (JsonNode one : root.path("regression_tests_info")) {
            String path = one.path("path").asString("");
            Path file = info.resolveSibling(path.substring(path.lastIndexOf('/') + 1));
            String name = one.path("name").asString("");
            tests.add(new SigmaRegression(rule, name, file, one.path("match_count").asInt(1)));
        }
        return tests;
    }

    /** What is wrong, in lines; nothing when the test passes. */
    String run(Detector detector) throws IOException {
        StringBuilder problems = new StringBuilder();
        List<Path> files = new ArrayList<>(List.of(file));
        Path beside = beside();
        if (Files.exists(beside) && !beside.equals(file)) {
            files.add(beside);
        }
        for (Path one : files) {
            try {
                int found = found(detector, one);
                if (found < wanted) {
                    problems.append(one.getFileName())
                            .append(": found in ")
                            .append(found)
                            .append(" events, wanted at least ")
                            .append(wanted)
                            .append('\n');
                }
            } catch (BadEvent e) {
                problems.append(one.getFileName())
                        .append(": byte ")
                        .append(e.place())
                        .append(": ")
                        .append(e.getMessage())
                        .append('\n');
            }
        }
        return problems.toString();
    }

    /** The same events as JSON. */
    private Path beside() {
        String file = this.file.getFileName().toString();
        int dot = file.lastIndexOf('.');
        return this.file.resolveSibling((dot < 0 ? file : file.substring(0, dot)) + ".json");
    }

    private int found(Detector detector, Path events) throws IOException, BadEvent {
        int found = 0;
        if (events.toString().toLowerCase(Locale.ROOT).endsWith(".evtx")) {
            try (EvtxReader reader = EvtxReader.open(events)) {
                EvtxEvent event = new EvtxEvent(reader.record());
                while (reader.next()) {
                    found += count(detector.judge(Formats.NDJSON, event));
                }
            }
            return found;
        }
        byte[] bytes = Files.readAllBytes(events);
        for (int[] object : JsonObjects.in(bytes)) {
            found += count(detector.judge(bytes, object[0], object[1]));
        }
        return found;
    }

    private int count(List<Finding> findings) {
        return findings.stream().anyMatch(one -> one.rule().id().equals(rule)) ? 1 : 0;
    }

    @Override
    public String toString() {
        return rule + " " + name + " " + file;
    }
}
