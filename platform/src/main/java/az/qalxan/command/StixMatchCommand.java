package az.qalxan.command;

import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import az.qalxan.engines.threatintel.pattern.IndexRound;
import az.qalxan.engines.threatintel.pattern.Observation;
import az.qalxan.engines.threatintel.pattern.ObservationFault;
import az.qalxan.engines.threatintel.pattern.ObservationReader;
import az.qalxan.engines.threatintel.pattern.ObservationsRead;
import az.qalxan.engines.threatintel.pattern.Pattern;
import az.qalxan.engines.threatintel.pattern.PatternFault;
import az.qalxan.engines.threatintel.pattern.PatternIndex;
import az.qalxan.engines.threatintel.pattern.PatternReading;
import az.qalxan.engines.threatintel.pattern.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan stix match}: which patterns match what was observed. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description =
                "Asks patterns (STIX 2.1, chapter 9) of observed data and prints a line for each"
                        + " that matched. Exit code 0: all was judged, matched or not; 1: a"
                        + " pattern, an observation or a value could not be judged, the message"
                        + " says which and why.")
final class StixMatchCommand implements Callable<Integer> {

    private static final long BYTES_MAX = 512L << 20;

    @Option(
            names = "--pattern-file",
            required = true,
            description =
                    "One pattern a line (# begins a remark), one pattern over many lines, or STIX"
                            + " with indicators.")
    Path patternFile = Path.of("");

    @Option(
            names = "--observed",
            required = true,
            description =
                    "STIX with observed data and its objects: a bundle, a list, or one object or"
                            + " bundle a line; - is standard input.")
    String observed = "";

    @Option(names = "--json", description = "Print one JSON object a line for every pattern.")
    boolean json;

    @Spec CommandSpec spec;

    private boolean complete = true;

    StixMatchCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws IOException {
        List<PatternFile.Placed> placed = patterns();
        ObservationReader reader = new ObservationReader();
        if (placed == null || !read(reader)) {
            return 1;
        }
        ObservationsRead read = reader.read();
        tell("observed data", read.faults());
        List<Pattern> good = new ArrayList<>();
        for (PatternFile.Placed one : placed) {
            if (one.reading() instanceof PatternReading.Read(Pattern pattern)) {
                good.add(pattern);
            }
        }
        IndexRound round = PatternIndex.of(good).round();
        read.observations().forEach(round::add);
        print(placed, round.verdicts());
        tell("value", round.faults());
        return complete ? 0 : 1;
    }

    private PrintWriter error() {
        complete = false;
        return spec.commandLine().getErr();
    }

    private @Nullable List<PatternFile.Placed> patterns() throws IOException {
        if (!Files.isReadable(patternFile)) {
            error().printf(
                            "stix match: %s cannot be read; give a file of patterns.%n",
                            patternFile);
            return null;
        }
        byte[] bytes = Files.readAllBytes(patternFile);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.stripLeading().startsWith("{")) {
            return PatternFile.ofText(text);
        }
        return switch (json(bytes)) {
            case JsonReading.Read(JsonNode node) -> PatternFile.ofStix(node);
            case JsonReading.Refused refused -> {
                error().printf("stix match: %s: %s%n", patternFile, refused.fault());
                yield null;
            }
        };
    }

    private static JsonReading json(byte[] bytes) {
        return new StrictJson(JsonLimits.USUAL.withBytesMax(BYTES_MAX)).read(bytes);
    }

    private boolean read(ObservationReader reader) throws IOException {
        byte[] bytes = bytes();
        if (bytes == null) {
            return false;
        }
        JsonReading whole = json(bytes);
        if (whole instanceof JsonReading.Read(JsonNode node)) {
            reader.add(node);
            return true;
        }
        List<JsonNode> lines = lines(bytes);
        if (lines.isEmpty() && whole instanceof JsonReading.Refused refused) {
            error().printf("stix match: %s: %s%n", observed, refused.fault());
            return false;
        }
        lines.forEach(reader::add);
        return true;
    }

    private byte @Nullable [] bytes() throws IOException {
        if (!"-".equals(observed) && !Files.isReadable(Path.of(observed))) {
            error().printf(
                            "stix match: %s cannot be read; give a file of observed data.%n",
                            observed);
            return null;
        }
        try (InputStream in =
                "-".equals(observed) ? System.in : Files.newInputStream(Path.of(observed))) {
            byte[] bytes = in.readNBytes((int) BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                error().printf(
                                "stix match: %s has more than %d bytes; split it.%n",
                                observed, BYTES_MAX);
                return null;
            }
            return bytes;
        }
    }

    /** The lines, if each of them is JSON; else none. */
    private static List<JsonNode> lines(byte[] bytes) {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            if (json(line.getBytes(StandardCharsets.UTF_8))
                    instanceof JsonReading.Read(JsonNode node)) {
                nodes.add(node);
            } else {
                return List.of();
            }
        }
        return nodes;
    }

    private void tell(String what, List<ObservationFault> faults) {
        for (ObservationFault fault : faults) {
            error().printf("stix match: %s of %s: %s%n", what, fault.id(), fault.words());
        }
    }

    private void print(List<PatternFile.Placed> placed, SortedMap<Integer, Verdict> verdicts) {
        int number = 0;
        for (PatternFile.Placed one : placed) {
            switch (one.reading()) {
                case PatternReading.Read ignored ->
                        print(one, verdicts.getOrDefault(number++, new Verdict.Unmatched()));
                case PatternReading.Refused(PatternFault fault) -> refused(one, fault.words());
                case PatternReading.Unsupported(PatternFault fault) -> refused(one, fault.words());
            }
        }
        spec.commandLine().getOut().flush();
    }

    private void print(PatternFile.Placed one, Verdict verdict) {
        PrintWriter out = spec.commandLine().getOut();
        switch (verdict) {
            case Verdict.Undecided(String words) -> refused(one, words);
            case Verdict.Matched(List<Observation> observations) -> {
                if (json) {
                    Map<String, Object> row = row(one, true);
                    row.put("observed", observations.stream().map(Observation::id).toList());
                    out.println(JsonMapper.shared().writeValueAsString(row));
                } else {
                    out.println(PatternFile.oneLine(one.text()));
                }
            }
            case Verdict.Unmatched() -> {
                if (json) {
                    out.println(JsonMapper.shared().writeValueAsString(row(one, false)));
                }
            }
        }
    }

    private static Map<String, Object> row(PatternFile.Placed one, boolean matched) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("place", one.place());
        row.put("pattern", one.text());
        row.put("matched", matched);
        return row;
    }

    private void refused(PatternFile.Placed one, String words) {
        error().printf("stix match: %s %s: %s%n", patternFile, one.place(), words);
        if (json) {
            Map<String, Object> row = row(one, false);
            row.put("fault", words);
            spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(row));
        }
    }
}
