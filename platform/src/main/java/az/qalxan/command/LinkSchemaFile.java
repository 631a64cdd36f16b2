package az.qalxan.command;

import az.qalxan.engines.linking.record.FieldKind;
import az.qalxan.engines.linking.record.LinkSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A schema as it stands in a file: which columns are linked, what they hold, and how the truth is
 * known, if it is.
 *
 * @param columns the columns to link by
 * @param truth how to find out the person of a row
 * @param precision wanted share of right pairs; 0 where nothing is wanted
 */
record LinkSchemaFile(List<Column> columns, Optional<Truth> truth, double precision) {

    private static final Set<String> KEYS = Set.of("fields", "truth", "precision");
    private static final Set<String> FIELD_KEYS = Set.of("kind", "swapped-with", "optional");
    private static final Set<String> TRUTH_KEYS = Set.of("column", "pattern");
    private static final String SHIPPED = "engines/linking/schemas";
    private static final Pattern WHOLE = Pattern.compile(".+", Pattern.DOTALL);

    /**
     * A column.
     *
     * @param name in the header
     * @param kind of its cells
     * @param swappedWith name of a column with which people exchange it; empty for none
     * @param optional whether a table may lack it
     */
    record Column(String name, FieldKind kind, String swappedWith, boolean optional) {}

    /**
     * How the person of a row is known.
     *
     * @param column name of the column
     * @param pattern of which the first match names the person
     * @param required whether a table without the column is refused
     */
    record Truth(String column, Pattern pattern, boolean required) {}

    LinkSchemaFile {
        columns = List.copyOf(columns);
    }

    /** Column names are compared without case and surrounding spaces. */
    static String plain(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }

    /** The same with the truth in that column; the pattern stays if the column is the same. */
    LinkSchemaFile withTruth(String column) {
        Pattern pattern =
                truth.filter(rule -> rule.column().equals(plain(column)))
                        .map(Truth::pattern)
                        .orElse(WHOLE);
        return new LinkSchemaFile(
                columns, Optional.of(new Truth(plain(column), pattern, true)), precision);
    }

    /**
     * The file itself, or else the one of that name, with or without its ending, in the folder of
     * schemas that come with the program.
     */
    static Path find(Path named) throws LinkRefused {
        if (Files.isReadable(named) && !Files.isDirectory(named)) {
            return named;
        }
        Path shipped = Path.of(System.getProperty("qalxan.home", "")).resolve(SHIPPED);
        for (String name : List.of(named.toString(), named + ".yaml")) {
            if (named.getNameCount() == 1 && Files.isReadable(shipped.resolve(name))) {
                return shipped.resolve(name);
            }
        }
        throw new LinkRefused(
                "%s cannot be read; give the path of a schema, or the name of one in %s."
                        .formatted(named, SHIPPED));
    }

    /** Reads a schema; everything that is wrong is said at once. */
    static LinkSchemaFile read(Path file) throws IOException, LinkRefused {
        Reading reading = new Reading(file);
        LinkSchemaFile schema = reading.schema(LocatedYaml.read(file));
        if (!reading.wrong.isEmpty()) {
            throw new LinkRefused(String.join("\n      ", reading.wrong));
        }
        return schema;
    }

    /** One reading of one file. */
    private static final class Reading {

        private final Path file;
        private final List<String> wrong = new ArrayList<>();

        Reading(Path file) {
            this.file = file;
        }

        LinkSchemaFile schema(LocatedYaml root) {
            known(root, KEYS, "A schema");
            LocatedYaml fields = root.entries().get("fields");
            List<Column> columns = new ArrayList<>();
            if (fields == null || fields.entries().isEmpty()) {
                wrong(root, "fields is missing; it maps column names to { kind: … }");
            } else {
                fields.entries().forEach((name, value) -> columns.add(column(name, value)));
                swaps(fields, columns);
                if (columns.size() > LinkSchema.FIELDS_MAX) {
                    wrong(
                            fields,
                            "%d fields; at most %d are used"
                                    .formatted(columns.size(), LinkSchema.FIELDS_MAX));
                }
            }
            LocatedYaml truth = root.entries().get("truth");
            LocatedYaml precision = root.entries().get("precision");
            return new LinkSchemaFile(
                    columns,
                    truth == null ? Optional.empty() : Optional.of(truth(truth)),
                    precision == null ? 0 : precision(precision));
        }

        private Column column(String name, LocatedYaml value) {
            known(value, FIELD_KEYS, "A field");
            LocatedYaml kind = value.entries().get("kind");
            Optional<FieldKind> found = kind == null ? Optional.empty() : FieldKind.of(kind.text());
            if (found.isEmpty()) {
                wrong(
                        kind == null ? value : kind,
                        "%s: kind %s is none of %s"
                                .formatted(
                                        name,
                                        kind == null ? "is missing; it" : "\"" + kind.text() + "\"",
                                        String.join(", ", FieldKind.codes())));
            }
            return new Column(
                    plain(name),
                    found.orElse(FieldKind.TEXT),
                    plain(text(value, "swapped-with")),
                    flag(value, "optional"));
        }

        private void swaps(LocatedYaml fields, List<Column> columns) {
            Map<String, Column> named = new HashMap<>();
            Map<String, String> partners = new HashMap<>();
            columns.forEach(column -> named.put(column.name(), column));
            fields.entries()
                    .forEach((name, place) -> {
                        Column column = Objects.requireNonNull(named.get(plain(name)));
                        String other = column.swappedWith();
                        if (!other.isEmpty()) {
                            pair(place, column, Optional.ofNullable(named.get(other)));
                            String before = partners.put(column.name(), other);
                            String others = partners.put(other, column.name());
                            if (before != null && !before.equals(other)
                                    || others != null && !others.equals(column.name())) {
                                wrong(place, name + ": each field can be in one pair only");
                            }
                        }
                    });
        }

        private void pair(LocatedYaml place, Column column, Optional<Column> other) {
            if (other.isEmpty() || other.get() == column) {
                wrong(
                        place,
                        "%s: swapped-with names another field of the schema, not \"%s\""
                                .formatted(column.name(), column.swappedWith()));
            } else if (!other.get().kind().comparableWith(column.kind())) {
                wrong(
                        place,
                        "%s: only fields that are compared alike can be swapped, not %s and %s"
                                .formatted(
                                        column.name(),
                                        column.kind().code(),
                                        other.get().kind().code()));
            }
        }

        private Truth truth(LocatedYaml value) {
            known(value, TRUTH_KEYS, "truth");
            String column = plain(text(value, "column"));
            if (column.isEmpty()) {
                wrong(value, "truth: column is missing");
            }
            LocatedYaml pattern = value.entries().get("pattern");
            try {
                return new Truth(
                        column, pattern == null ? WHOLE : Pattern.compile(pattern.text()), false);
            } catch (PatternSyntaxException e) {
                wrong(
                        Objects.requireNonNull(pattern),
                        "truth: pattern is no regular expression: " + e.getDescription());
                return new Truth(column, WHOLE, false);
            }
        }

        private double precision(LocatedYaml value) {
            if (value.text().matches("0?\\.[0-9]{1,6}")) {
                return Double.parseDouble(value.text());
            }
            wrong(
                    value,
                    "precision: \"%s\" is no number below 1, such as 0.99".formatted(value.text()));
            return 0;
        }

        private void known(LocatedYaml value, Set<String> keys, String what) {
            if (!value.mapping()) {
                wrong(value, what + " is a mapping with the keys " + sorted(keys));
            }
            value.entries()
                    .forEach((key, entry) -> {
                        if (!keys.contains(key)) {
                            wrong(
                                    entry,
                                    "\"%s\" is no key here; allowed are %s"
                                            .formatted(key, sorted(keys)));
                        }
                    });
        }

        private static String sorted(Set<String> keys) {
            return keys.stream().sorted().reduce((a, b) -> a + ", " + b).orElse("");
        }

        private static String text(LocatedYaml value, String key) {
            LocatedYaml entry = value.entries().get(key);
            return entry == null ? "" : entry.text();
        }

        private boolean flag(LocatedYaml value, String key) {
            String text = text(value, key);
            if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
                wrong(value, "%s: \"%s\" is neither true nor false".formatted(key, text));
            }
            return text.equals("true");
        }

        private void wrong(LocatedYaml place, String why) {
            wrong.add("%s, line %d: %s.".formatted(file, place.line(), why));
        }
    }
}
