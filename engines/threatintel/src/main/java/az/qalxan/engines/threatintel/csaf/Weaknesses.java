package az.qalxan.engines.threatintel.csaf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The weaknesses of CWE, release by release. */
final class Weaknesses {

    /** Releases after the last of the table, whose entries are judged as those of the last. */
    private static final Map<String, LocalDate> AFTER =
            Map.of("4.18", LocalDate.of(2025, 9, 9), "4.19", LocalDate.of(2025, 12, 11));

    private static final Weaknesses SHIPPED = new Weaknesses();

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, LocalDate> dates = new LinkedHashMap<>();
    private final Map<String, List<Entry>> entries = new HashMap<>();

    /** What one weakness was called from one release to another. */
    record Entry(int first, int last, boolean deprecated, char usage, String name) {}

    private Weaknesses() {
        for (String line : Lines.of("cwe.tsv")) {
            String[] cells = line.split("\t");
            if (cells[0].equals("release")) {
                places.put(cells[1], places.size());
                dates.put(cells[1], LocalDate.parse(cells[2]));
                continue;
            }
            Entry entry =
                    new Entry(
                            places.getOrDefault(cells[1], 0),
                            places.getOrDefault(cells[2], 0),
                            cells[3].equals("D"),
                            cells[4].charAt(0),
                            cells[5]);
            entries.computeIfAbsent("CWE-" + cells[0], id -> new ArrayList<>()).add(entry);
        }
        int last = places.size() - 1;
        AFTER.forEach((release, date) -> places.put(release, last));
        dates.putAll(AFTER);
    }

    static Weaknesses shipped() {
        return SHIPPED;
    }

    boolean isRelease(String release) {
        return places.containsKey(release);
    }

    /** Null where the weakness is not in that release. */
    @Nullable Entry find(String id, String release) {
        int place = places.getOrDefault(release, -1);
        return entries.getOrDefault(id, List.of()).stream()
                .filter(e -> e.first <= place && place <= e.last)
                .findFirst()
                .orElse(null);
    }

    /** Its name in the last release that has it; null where none has. */
    @Nullable String newest(String id) {
        return entries.getOrDefault(id, List.of()).stream()
                .max(Comparator.comparingInt(Entry::last))
                .map(Entry::name)
                .orElse(null);
    }

    /** Whether the weakness was called so in any release. */
    boolean wasCalled(String id, String name) {
        return entries.getOrDefault(id, List.of()).stream().anyMatch(e -> e.name.equals(name));
    }

    /** The newest release on that day, "" before the first. */
    String newestOn(LocalDate day) {
        String newest = "";
        LocalDate best = LocalDate.MIN;
        for (Map.Entry<String, LocalDate> e : dates.entrySet()) {
            boolean isOut = !e.getValue().isAfter(day);
            if (isOut && !e.getValue().isBefore(best)) {
                newest = e.getKey();
                best = e.getValue();
            }
        }
        return newest;
    }
}
