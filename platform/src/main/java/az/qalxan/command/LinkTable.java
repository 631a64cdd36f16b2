package az.qalxan.command;

import az.qalxan.engines.linking.record.LinkField;
import az.qalxan.engines.linking.record.LinkSchema;
import az.qalxan.engines.linking.record.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * One or more CSV files with the same columns, read as one table. A line that repeats the header,
 * as in files that were written one after the other, is no row.
 *
 * @param files the files, in order
 * @param separator between cells
 * @param header the columns
 */
record LinkTable(List<Path> files, char separator, List<String> header) {

    /** Name of the column that is added. */
    static final String CLUSTER_COLUMN = "cluster_id";

    private static final int WRONG_SHOWN_MAX = 20;

    LinkTable {
        files = List.copyOf(files);
        header = List.copyOf(header);
    }

    /** Takes the lines of the table in order. */
    interface Taker {

        /** A row; its cells are as many as the columns. */
        void row(List<String> cells) throws IOException, LinkRefused;

        /** A line within the table that repeats the header. */
        default void repeatedHeader() throws IOException {}
    }

    /** Reads the headers. */
    static LinkTable open(List<Path> files, char separator) throws IOException, LinkRefused {
        List<String> header = List.of();
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new LinkRefused(file + " cannot be read.");
            }
            List<String> own = header(file, separator);
            if (header.isEmpty()) {
                header = own;
            } else if (!header.equals(own)) {
                throw new LinkRefused(
                        "%s has other columns than %s; link tables of the same columns."
                                .formatted(file, files.getFirst()));
            }
        }
        if (header.stream().map(LinkSchemaFile::plain).anyMatch(CLUSTER_COLUMN::equals)) {
            throw new LinkRefused(
                    "%s has a column %s already; remove or rename it."
                            .formatted(files.getFirst(), CLUSTER_COLUMN));
        }
        return new LinkTable(files, separator, header);
    }

    private static List<String> header(Path file, char separator) throws IOException, LinkRefused {
        try (CsvRows rows = CsvRows.open(file, separator)) {
            List<String> header = rows.next();
            if (header == null) {
                throw new LinkRefused(file + " is empty; the first row names the columns.");
            }
            return header;
        } catch (LinkRefused e) {
            throw located(file, e);
        }
    }

    private static LinkRefused located(Path file, LinkRefused refused) {
        String why = String.valueOf(refused.getMessage());
        return new LinkRefused(why.startsWith(file.toString()) ? why : file + ", " + why);
    }

    /** Gives every row to {@code taker}; rows of another width are all named, then refused. */
    void read(Taker taker) throws IOException, LinkRefused {
        List<String> wrong = new ArrayList<>();
        int wrongRows = 0;
        for (Path file : files) {
            try (CsvRows rows = CsvRows.open(file, separator)) {
                boolean first = true;
                for (List<String> cells = rows.next(); cells != null; cells = rows.next()) {
                    if (cells.equals(header)) {
                        if (!first) {
                            taker.repeatedHeader();
                        }
                    } else if (cells.size() == header.size()) {
                        taker.row(cells);
                    } else {
                        wrongRows++;
                        if (wrong.size() < WRONG_SHOWN_MAX) {
                            wrong.add(width(file, rows.rowLine(), cells.size()));
                        }
                    }
                    first = false;
                }
            } catch (LinkRefused e) {
                throw located(file, e);
            }
        }
        if (wrongRows > 0) {
            wrong.add("%,d wrong rows in all; nothing was linked.".formatted(wrongRows));
            throw new LinkRefused(String.join("\n      ", wrong));
        }
    }

    private String width(Path file, long line, int cells) {
        String what =
                cells < header.size()
                        ? "column %d (%s) is missing".formatted(cells + 1, header.get(cells))
                        : "column %d has no name".formatted(header.size() + 1);
        return "%s, line %,d: %d cells where the header has %d; %s."
                .formatted(file, line, cells, header.size(), what);
    }

    /**
     * What is linked by, and how the truth is known.
     *
     * @param schema for the engine
     * @param places column of each field
     * @param truth column of the truth, or -1
     */
    record Plan(LinkSchema schema, int[] places, int truth) {}

    /** Finds the columns of a schema; says at once all that are missing or stand twice. */
    Plan plan(LinkSchemaFile schema) throws LinkRefused {
        List<String> wrong = new ArrayList<>();
        List<LinkField> fields = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Map<String, Integer> fieldOf = new HashMap<>();
        for (LinkSchemaFile.Column column : schema.columns()) {
            int place = place(column.name(), column.optional(), wrong);
            if (place >= 0) {
                fieldOf.put(column.name(), fields.size());
                fields.add(new LinkField(header.get(place), column.kind()));
                places.add(place);
            }
        }
        int truth = schema.truth().map(rule -> place(rule.column(), false, wrong)).orElse(-1);
        if (truth >= 0 && places.contains(truth)) {
            wrong.add("the truth stands in a column that is linked by: " + header.get(truth) + ".");
        }
        if (!wrong.isEmpty() || fields.isEmpty()) {
            wrong.add("The header is: " + String.join(", ", header));
            throw new LinkRefused(files.getFirst() + ": " + String.join("\n      ", wrong));
        }
        return new Plan(
                new LinkSchema(fields, swaps(schema, fieldOf)),
                places.stream().mapToInt(Integer::intValue).toArray(),
                truth);
    }

    private static List<LinkSchema.Swap> swaps(
            LinkSchemaFile schema, Map<String, Integer> fieldOf) {
        return schema.columns().stream()
                .filter(column ->
                        fieldOf.containsKey(column.name())
                                && fieldOf.containsKey(column.swappedWith()))
                .map(column -> {
                    int one = fieldOf.getOrDefault(column.name(), 0);
                    int other = fieldOf.getOrDefault(column.swappedWith(), 0);
                    return new LinkSchema.Swap(Math.min(one, other), Math.max(one, other));
                })
                .distinct()
                .toList();
    }

    private int place(String column, boolean optional, List<String> wrong) {
        int found = -1;
        for (int i = 0; i < header.size(); i++) {
            if (LinkSchemaFile.plain(header.get(i)).equals(column)) {
                if (found >= 0) {
                    wrong.add(
                            "column %s stands twice, as column %d and %d."
                                    .formatted(column, found + 1, i + 1));
                }
                found = found < 0 ? i : found;
            }
        }
        if (found < 0 && !optional) {
            wrong.add(
                    "column %s of the schema is not in the header; mark it \"optional: true\" if it"
                                    .formatted(column)
                            + " may be missing.");
        }
        return found;
    }

    /**
     * The rows as the engine takes them.
     *
     * @param records for the engine
     * @param truth number of the person of each row, 0 where the rule finds none; null without rule
     */
    record Loaded(Records records, int @Nullable [] truth) {}

    /** Reads the cells that the plan names, and the truth beside them. */
    Loaded load(Plan plan, Optional<LinkSchemaFile.Truth> rule) throws IOException, LinkRefused {
        Records records = new Records(plan.schema());
        Truths truths = new Truths();
        List<String> picked = new ArrayList<>();
        read(cells -> {
            picked.clear();
            for (int place : plan.places()) {
                picked.add(cells.get(place));
            }
            records.add(picked);
            rule.ifPresent(known -> truths.add(known.pattern().matcher(cells.get(plan.truth()))));
        });
        return new Loaded(records, rule.isPresent() ? truths.numbers() : null);
    }

    /** Numbers for the persons that the truth names. */
    private static final class Truths {

        private final Map<String, Integer> known = new HashMap<>();
        private int[] numbers = new int[1024];
        private int rows = 0;

        void add(Matcher matcher) {
            if (rows == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * rows);
            }
            if (matcher.find()) {
                String person = matcher.group(Math.min(1, matcher.groupCount()));
                if (person != null) {
                    numbers[rows] = known.computeIfAbsent(person, name -> known.size() + 1);
                }
            }
            rows++;
        }

        int[] numbers() {
            return Arrays.copyOf(numbers, rows);
        }
    }
}
