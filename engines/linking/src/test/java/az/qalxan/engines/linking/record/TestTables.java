package az.qalxan.engines.linking.record;

import az.qalxan.engines.synthesis.SyntheticPeople;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Tables for tests, with the truth beside them. */
final class TestTables {

    static final List<FieldKind> FEBRL_KINDS =
            List.of(
                    FieldKind.GIVEN_NAME,
                    FieldKind.FAMILY_NAME,
                    FieldKind.STREET_NUMBER,
                    FieldKind.STREET,
                    FieldKind.STREET,
                    FieldKind.SUBURB,
                    FieldKind.POSTCODE,
                    FieldKind.STATE,
                    FieldKind.DATE,
                    FieldKind.NATIONAL_ID);
    static final LinkSchema FEBRL =
            schema(FEBRL_KINDS, List.of(new LinkSchema.Swap(0, 1), new LinkSchema.Swap(3, 4)));
    static final LinkSchema PEOPLE =
            schema(
                    List.of(
                            FieldKind.GIVEN_NAME,
                            FieldKind.FAMILY_NAME,
                            FieldKind.DATE,
                            FieldKind.NATIONAL_ID,
                            FieldKind.PHONE,
                            FieldKind.STREET_NUMBER,
                            FieldKind.STREET,
                            FieldKind.SUBURB,
                            FieldKind.POSTCODE,
                            FieldKind.STATE),
                    List.of(new LinkSchema.Swap(0, 1)));

    private TestTables() {}

    /** Rows and the person of each. */
    record Table(LinkSchema schema, List<List<String>> rows, List<String> persons) {

        Linkage link() {
            Records records = new Records(schema);
            rows.forEach(records::add);
            return RecordLinkage.link(records, 0, (what, size) -> {});
        }

        ClusterQuality quality(Linkage linkage) {
            Map<String, Integer> numbers = new HashMap<>();
            int[] truth =
                    persons.stream()
                            .mapToInt(person ->
                                    numbers.computeIfAbsent(person, p -> numbers.size() + 1))
                            .toArray();
            return ClusterQuality.of(linkage.clusters(), truth);
        }

        Table shuffled(long seed) {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, new Random(seed));
            return new Table(
                    schema,
                    order.stream().map(rows::get).toList(),
                    order.stream().map(persons::get).toList());
        }
    }

    static LinkSchema schema(List<FieldKind> kinds, List<LinkSchema.Swap> swaps) {
        List<LinkField> fields = new ArrayList<>();
        for (FieldKind kind : kinds) {
            fields.add(new LinkField("field " + fields.size(), kind));
        }
        return new LinkSchema(fields, swaps);
    }

    static Table people(long seed, SyntheticPeople.Wear wear, int count) {
        List<List<String>> rows = new ArrayList<>();
        List<String> persons = new ArrayList<>();
        new SyntheticPeople(seed, wear)
                .rows(
                        count,
                        row -> {
                            rows.add(row.cells());
                            persons.add(Integer.toString(row.person()));
                        });
        return new Table(PEOPLE, rows, persons);
    }

    /** A file of the outside data, where it is there. */
    static Optional<Path> outside(String file) {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.exists(root.resolve("publiccode.yml"))) {
            root = root.getParent();
        }
        String named = System.getenv("QALXAN_OUTSIDE_DATA");
        Path folder = named == null ? root.resolve("../shared/data") : Path.of(named);
        return Optional.of(folder.resolve(file).normalize()).filter(Files::isReadable);
    }

    /** A set of FEBRL; its cells hold no quotes. */
    static Table febrl(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> persons = new ArrayList<>();
        for (String line : Files.readAllLines(file).subList(1, Files.readAllLines(file).size())) {
            List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
            rows.add(cells.subList(1, cells.size()));
            persons.add(cells.getFirst().split("-", -1)[1]);
        }
        return new Table(FEBRL, rows, persons);
    }
}
