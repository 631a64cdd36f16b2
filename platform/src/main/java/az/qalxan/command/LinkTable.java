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
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One or more CSV files with the same columns, read as one table. A line that repeats the header,
 * as in files that were written one after the other, is no row.
 *
 * @param files the files, in order
 * @param separator between cells
 * @param header the columns
 * @param raw the header as it stands in the first file
 * @param marked whether the first file begins with a byte-order mark
 */
record LinkTable(
        List<Path> files, char separator, List<String> header, String raw, boolean marked) {

    /** Name of the column that is added. */
    static final String CLUSTER_COLUMN = "cluster_id";

    private static final int WRONG_SHOWN_MAX = 20;
    private static final int TOLD_EVERY_ROWS = 500_000;

    /** UTF-16 units of a cell in which the truth is looked for. */
    private static final int TRUTH_CHARS_MAX = 200;

    LinkTable {
        files = List.copyOf(files);
        header = List.copyOf(header);
    }

    /** Takes the lines of the table in order. */
    interface Taker {

        /** A row; its cells are as many as the columns. */
        void row(CsvRows.Row row) throws IOException, LinkRefused;

        /** A line within the table that repeats the header. */
        default void repeatedHeader(CsvRows.Row row) throws IOException {}
    }

    /** Reads the headers. */
    static LinkTable open(List<Path> files, char separator) throws IOException, LinkRefused {
        LinkTable first = opened(files.getFirst(), separator);
        for (Path file : files.subList(1, files.size())) {
            if (!opened(file, separator).header.equals(first.header)) {
                throw new LinkRefused(
                        "%s has other columns than %s; link tables of the same columns."
                                .formatted(file, files.getFirst()));
            }
        }
        if (first.header.stream().map(LinkSchemaFile::plain).anyMatch(CLUSTER_COLUMN::equals)) {
            throw new LinkRefused(
                    "%s has a column %s already; remove or rename it."
                            .formatted(files.getFirst(), CLUSTER_COLUMN));
        }
        return new LinkTable(files, separator, first.header, first.raw, first.marked);
    }

    private static LinkTable opened(Path file, char separator) throws IOException, LinkRefused {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new LinkRefused(file + " cannot be read.");
        }
        if (!Files.isRegularFile(file)) {
            throw new LinkRefused(file + " is no plain file; the table is read twice.");
        }
        try (CsvRows rows = CsvRows.open(file, separator)) {
            CsvRows.Row header = rows.next();
            if (header == null) {
                throw new LinkRefused(file + " is empty; the first row names the columns.");
            }
            return new LinkTable(
                    List.of(file), separator, header.cells(), header.raw(), rows.marked());
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
                for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
                    if (row.cells().equals(header)) {
                        if (!first) {
                            taker.repeatedHeader(row);
                        }
                    } else if (row.cells().size() == header.size()) {
                        taker.row(row);
                    } else {
                        wrongRows++;
                        if (wrong.size() < WRONG_SHOWN_MAX) {
                            wrong.add(width(file, rows.rowLine(), row.cells().size()));
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
     * @param absent optional columns that the table has not
     */
    record Plan(LinkSchema schema, int[] places, int truth, List<String> absent) {

        Plan {
            absent = List.copyOf(absent);
        }
    }

    /** Finds the columns of a schema; says at once all that are missing or stand twice. */
    Plan plan(LinkSchemaFile schema) throws LinkRefused {
        List<String> wrong = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        List<LinkField> fields = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Map<String, Integer> fieldOf = new HashMap<>();
        for (LinkSchemaFile.Column column : schema.columns()) {
            int place = place(column.name(), wrong);
            if (place >= 0) {
                fieldOf.put(column.name(), fields.size());
                fields.add(new LinkField(header.get(place), column.kind()));
                places.add(place);
            } else if (column.optional()) {
                absent.add(column.name());
            } else {
                wrong.add(missing(column.name()));
            }
        }
        if (fields.isEmpty()) {
            wrong.add("no column of the schema is in the header.");
        }
        int truth = truth(schema, places, wrong);
        if (!wrong.isEmpty()) {
            wrong.add("The header is: " + String.join(", ", header));
            throw new LinkRefused(files.getFirst() + ": " + String.join("\n      ", wrong));
        }
        return new Plan(
                new LinkSchema(fields, swaps(schema, fieldOf)),
                places.stream().mapToInt(Integer::intValue).toArray(),
                truth,
                absent);
    }

    private static String missing(String column) {
        return "column %s of the schema is not in the header; mark it \"optional: true\" if it"
                        .formatted(column)
                + " may be missing.";
    }

    /** Column of the truth; a table need not have it unless it was asked for. */
    private int truth(LinkSchemaFile schema, List<Integer> places, List<String> wrong) {
        if (schema.truth().isEmpty()) {
            return -1;
        }
        LinkSchemaFile.Truth rule = schema.truth().get();
        int truth = place(rule.column(), wrong);
        if (truth < 0 && rule.required()) {
            wrong.add("column %s of --truth is not in the header.".formatted(rule.column()));
        }
        if (truth >= 0 && places.contains(truth)) {
            wrong.add(
                    "the truth stands in a column that is linked by: %s."
                            .formatted(header.get(truth)));
        }
        return truth;
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

    private int place(String column, List<String> wrong) {
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
    Loaded load(Plan plan, Optional<LinkSchemaFile.Truth> rule, LongConsumer progress)
            throws IOException, LinkRefused {
        Records records = new Records(plan.schema());
        Truths truths = new Truths();
        List<String> picked = new ArrayList<>();
        boolean known = plan.truth() >= 0 && rule.isPresent();
        read(row -> {
            picked.clear();
            for (int place : plan.places()) {
                picked.add(row.cells().get(place));
            }
            records.add(picked);
            if (known) {
                truths.add(rule.orElseThrow().pattern(), row.cells().get(plan.truth()));
            }
            if (records.rows() % TOLD_EVERY_ROWS == 0) {
                progress.accept(records.rows());
            }
        });
        return new Loaded(records, known ? truths.numbers() : null);
    }

    /** Numbers for the persons that the truth names. */
    private static final class Truths {

        private final Map<String, Integer> known = new HashMap<>();
        private int[] numbers = new int[1024];
        private int rows = 0;

        void add(Pattern pattern, String cell) {
            Matcher matcher =
                    pattern.matcher(cell.substring(0, Math.min(cell.length(), TRUTH_CHARS_MAX)));
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
