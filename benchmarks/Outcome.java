import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What a benchmark measured, printed for people or as one JSON object. */
final class Outcome {

    private final String name;
    private final String input;
    private final boolean json;
    private final Map<String, Object> machine;
    private final List<Map<String, Object>> figures = new ArrayList<>();
    private final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
    private boolean met = true;

    Outcome(String name, String input, Options options) throws IOException {
        this.name = name;
        this.input = input;
        this.json = options.has("--json");
        this.machine = Machine.describe(options.work());
    }

    /** Adds a figure that must not be below its target. */
    void atLeast(String what, double value, double target, String unit) {
        add(what, value, ">= ", target, unit, value >= target);
    }

    /** Adds a figure that must not be above its target. */
    void atMost(String what, double value, double target, String unit) {
        add(what, value, "<= ", target, unit, value <= target);
    }

    /** Adds a figure without a target. */
    void also(String what, double value, String unit) {
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("figure", what);
        figure.put("value", rounded(value));
        figure.put("unit", unit);
        figures.add(figure);
    }

    /** Adds a row to the table of that name; every row of a table has the same columns. */
    void row(String table, Map<String, Object> cells) {
        tables.computeIfAbsent(table, name -> new ArrayList<>()).add(new LinkedHashMap<>(cells));
    }

    private void add(
            String what, double value, String side, double target, String unit, boolean good) {
        also(what, value, unit);
        figures.getLast().put("target", side + number(target));
        figures.getLast().put("met", good);
        met &= good;
    }

    /** Prints everything and ends the program: 0 when every target is met, else 1. */
    void end() {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("benchmark", name);
            all.put("at", now());
            all.put("input", input);
            all.put("machine", machine);
            all.put("loadAfter", Machine.load());
            all.put("figures", figures);
            if (!tables.isEmpty()) {
                all.put("tables", tables);
            }
            all.put("met", met);
            System.out.println(JsonMapper.shared().writeValueAsString(all));
        } else {
            print();
        }
        System.exit(met ? 0 : 1);
    }

    private void print() {
        System.out.printf("%n%s, %s%n  input    %s%n", name, now(), input);
        System.out.printf("  machine  %s%n", machine);
        System.out.printf("  load     %s after%n", Machine.load());
        for (Map<String, Object> figure : figures) {
            System.out.printf("  %-44s %12s %-10s%s%n",
                    figure.get("figure"),
                    number(((Number) figure.get("value")).doubleValue()),
                    figure.get("unit"),
                    figure.containsKey("target")
                            ? "target " + figure.get("target")
                                    + ((boolean) figure.get("met") ? "  met" : "  MISSED")
                            : "");
        }
        printTables();
    }

    /** In Markdown, to be put into a document as they are. */
    private void printTables() {
        tables.forEach((name, rows) -> {
            System.out.printf("%n### %s%n%n", name);
            List<String> columns = List.copyOf(rows.getFirst().keySet());
            System.out.println("| " + String.join(" | ", columns) + " |");
            System.out.println("|" + "---|".repeat(columns.size()));
            rows.forEach(row -> System.out.println(
                    columns.stream()
                            .map(one -> cell(row.get(one)))
                            .collect(Collectors.joining(" | ", "| ", " |"))));
        });
    }

    private static String cell(Object value) {
        return value instanceof Integer || value instanceof Long
                ? String.format(Locale.ROOT, "%,d", value)
                : String.valueOf(value);
    }

    private static String now() {
        return ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static double rounded(double value) {
        return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100.0;
    }

    private static String number(double value) {
        return value >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", Math.round(value))
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
