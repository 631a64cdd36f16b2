package az.qalxan.engines.threatintel.csaf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SSVC decision points of registered namespaces that are known here. */
final class DecisionPoints {

    private static final DecisionPoints SHIPPED = new DecisionPoints();

    private final Map<List<String>, List<Point>> points = new HashMap<>();

    /** One version of a decision point with its values in their order. */
    record Point(DocumentVersion version, LocalDate from, List<String> values) {}

    private DecisionPoints() {
        for (String line : Lines.of("ssvc.tsv")) {
            String[] cells = line.split("\t");
            DocumentVersion version = DocumentVersion.of(cells[2]);
            if (version == null) {
                throw new IllegalStateException("no version: " + line);
            }
            points.computeIfAbsent(List.of(cells[0], cells[1]), key -> new ArrayList<>())
                    .add(
                            new Point(
                                    version,
                                    LocalDate.parse(cells[3]),
                                    List.of(cells[4].split(" "))));
        }
    }

    static DecisionPoints shipped() {
        return SHIPPED;
    }

    /** Whether the points of that namespace are known in full. */
    boolean isWhole(String namespace) {
        return namespace.equals("ssvc");
    }

    @Nullable Point find(String namespace, String key, String version) {
        DocumentVersion wanted = DocumentVersion.of(version);
        return points.getOrDefault(List.of(namespace, key), List.of()).stream()
                .filter(p -> p.version.equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** The newest version of a point at that time, null where there was none. */
    @Nullable DocumentVersion newest(String namespace, String key, Instant time) {
        LocalDate day = time.atZone(ZoneOffset.UTC).toLocalDate();
        return points.getOrDefault(List.of(namespace, key), List.of()).stream()
                .filter(p -> !p.from.isAfter(day))
                .map(Point::version)
                .max(DocumentVersion::compareTo)
                .orElse(null);
    }
}
