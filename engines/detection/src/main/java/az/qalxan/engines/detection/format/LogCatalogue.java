package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.EventSource;
import az.qalxan.engines.detection.LogEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * From the fields of an event to Sigma's log sources, and to the names that rules have for the
 * fields. It is data ({@code log-sources.csv}); Windows' own logs have a table of theirs.
 */
public final class LogCatalogue {

    /** Nothing is known of any event. */
    public static final LogCatalogue EMPTY = new LogCatalogue(List.of());

    private static final List<Dialect> DIALECTS = read();

    private final List<Dialect> dialects;
    private final Set<String> decidedByValue = new LinkedHashSet<>();
    private final Set<String> decidedByPresence = new LinkedHashSet<>();

    /** A further name of a field. */
    public record FieldName(String field, String name) {}

    /**
     * What is told of an event.
     *
     * @param product empty where it is not known
     * @param names for each field that has one; the further name holds the same values
     */
    public record Told(
            String product, Set<String> categories, Set<String> services, List<FieldName> names) {

        public Told {
            categories = Set.copyOf(categories);
            services = Set.copyOf(services);
            names = List.copyOf(names);
        }

        /** Whether anything is known of the event's log. */
        public boolean known() {
            return !product.isEmpty() || !categories.isEmpty() || !services.isEmpty();
        }

        /** The event's log; the other one where nothing is known. */
        public EventSource source(EventSource otherwise) {
            return known() ? new EventSource(product, categories, services) : otherwise;
        }
    }

    private record Source(FieldsAre when, String product, String category, String service) {}

    private record Naming(FieldsAre when, FieldName name) {}

    /** The lines of one way to name fields; events are in it for which one of the marks is true. */
    private record Dialect(
            String name, List<FieldsAre> marks, List<Source> sources, List<Naming> names) {

        boolean marked(LogEvent event) {
            return marks.isEmpty() || marks.stream().anyMatch(mark -> mark.of(event));
        }

        Dialect alone() {
            return new Dialect(name, List.of(), sources, names);
        }
    }

    private LogCatalogue(List<Dialect> dialects) {
        this.dialects = List.copyOf(dialects);
        for (Dialect dialect : dialects) {
            dialect.marks().forEach(this::decides);
            dialect.sources().forEach(source -> decides(source.when()));
            dialect.names().forEach(naming -> decides(naming.when()));
        }
        decidedByPresence.removeAll(decidedByValue);
    }

    private void decides(FieldsAre when) {
        decidedByValue.addAll(when.byValue());
        decidedByPresence.addAll(when.byPresence());
    }

    /** The catalogue of one dialect, whatever marks its events elsewhere. */
    public static LogCatalogue of(String dialect) {
        return new LogCatalogue(
                DIALECTS.stream()
                        .filter(one -> one.name().equals(dialect))
                        .map(Dialect::alone)
                        .toList());
    }

    /** The catalogue of all dialects that can be told by marks. */
    public static LogCatalogue marked() {
        return new LogCatalogue(DIALECTS.stream().filter(one -> !one.marks().isEmpty()).toList());
    }

    /** The names of all dialects. */
    public static List<String> dialects() {
        return DIALECTS.stream().map(Dialect::name).toList();
    }

    /** The fields whose values decide. */
    public Set<String> decidedByValue() {
        return Set.copyOf(decidedByValue);
    }

    /** The fields of which it decides only that they are there. */
    public Set<String> decidedByPresence() {
        return Set.copyOf(decidedByPresence);
    }

    /** All further names that may be told. */
    public Set<FieldName> names() {
        Set<FieldName> names = new LinkedHashSet<>();
        dialects.forEach(dialect -> dialect.names().forEach(one -> names.add(one.name())));
        return names;
    }

    /** What the fields of an event tell. */
    public Told of(LogEvent event) {
        String product = "";
        Set<String> categories = new HashSet<>();
        Set<String> services = new HashSet<>();
        List<FieldName> names = new ArrayList<>();
        for (Dialect dialect : dialects) {
            if (!dialect.marked(event)) {
                continue;
            }
            for (Source source : dialect.sources()) {
                if (source.when().of(event)) {
                    product = product.isEmpty() ? source.product() : product;
                    add(categories, source.category());
                    add(services, source.service());
                }
            }
            for (Naming naming : dialect.names()) {
                if (naming.when().of(event)) {
                    names.add(naming.name());
                }
            }
        }
        return new Told(product, categories, services, names);
    }

    private static void add(Set<String> words, String word) {
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    private static List<Dialect> read() {
        List<Dialect> dialects = new ArrayList<>();
        try (InputStream in = LogCatalogue.class.getResourceAsStream("log-sources.csv");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> line(line.split(",", -1), dialects));
            return dialects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(String[] cells, List<Dialect> dialects) {
        Dialect dialect =
                dialects.stream()
                        .filter(one -> one.name().equals(cells[1]))
                        .findFirst()
                        .orElse(null);
        if (dialect == null) {
            dialect =
                    new Dialect(cells[1], new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            dialects.add(dialect);
        }
        FieldsAre when = FieldsAre.read(cells[2]);
        switch (cells[0]) {
            case "mark" -> dialect.marks().add(when);
            case "source" -> dialect.sources().add(new Source(when, cells[3], cells[4], cells[5]));
            case "name" -> dialect.names().add(new Naming(when, new FieldName(cells[3], cells[4])));
            default -> throw new IllegalStateException("log-sources.csv: " + cells[0]);
        }
    }
}
