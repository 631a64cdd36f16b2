package az.qalxan.engines.threatintel.csaf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Products and groups: defined once, where they are used, and used where they are defined. */
final class ProductTests {

    /** Lists of a vulnerability whose entries name products and groups. */
    static final List<String> ENTRIES =
            List.of(
                    "first_known_exploitation_dates",
                    "flags",
                    "ids",
                    "involvements",
                    "notes",
                    "remediations",
                    "threats");

    private ProductTests() {}

    static void register(Tests tests) {
        tests.both("6.1.1", ProductTests::missingProduct);
        tests.both("6.1.2", ProductTests::productTwice);
        tests.both("6.1.3", ProductTests::circle);
        tests.both("6.1.4", ProductTests::missingGroup);
        tests.both("6.1.5", ProductTests::groupTwice);
        tests.both("6.1.29", (d, f) -> withoutProduct(d, "remediations", f));
        tests.both("6.1.32", (d, f) -> withoutProduct(d, "flags", f));
        tests.both("6.2.1", ProductTests::unused);
        tests.only21("6.2.31", ProductTests::hardwareAndSoftware);
        tests.only21("6.3.22", ProductTests::nestedPath);
    }

    /** Every value that points at a product. */
    static List<At> references(Document d) {
        List<At> all = new ArrayList<>();
        d.document().each("notes").forEach(n -> all.addAll(n.each("product_ids")));
        d.root()
                .at("product_tree")
                .each("product_groups")
                .forEach(g -> all.addAll(g.each("product_ids")));
        d.paths().forEach(p -> all.addAll(d.parts(p)));
        for (At v : d.vulnerabilities()) {
            for (String entries : ENTRIES) {
                v.each(entries).forEach(e -> all.addAll(e.each("product_ids")));
            }
            v.at("product_status").members().forEach(s -> all.addAll(s.each()));
            d.metrics(v).forEach(m -> all.addAll(m.at().each("products")));
        }
        return all;
    }

    private static void missingProduct(Document d, Findings f) {
        for (At at : references(d)) {
            if (!d.isProduct(at.text())) {
                f.add(at, "no product is defined as " + at.text());
            }
        }
    }

    private static void productTwice(Document d, Findings f) {
        Set<String> seen = new HashSet<>();
        for (Product p : d.products()) {
            if (!p.id().isEmpty() && !seen.add(p.id())) {
                f.add(p.at().at("product_id"), "defined before: " + p.id());
            }
        }
    }

    private static void circle(Document d, Findings f) {
        Map<String, List<String>> parts = new HashMap<>();
        for (At path : d.paths()) {
            String id = path.at("full_product_name").text("product_id");
            List<String> of = parts.computeIfAbsent(id, key -> new ArrayList<>());
            d.parts(path).forEach(at -> of.add(at.text()));
        }
        Set<String> clear = new HashSet<>();
        for (At path : d.paths()) {
            At id = path.at("full_product_name").at("product_id");
            if (reaches(id.text(), parts, clear)) {
                f.add(id, "is made of itself: " + id.text());
            }
        }
    }

    /** Whether a way leads from a product back to it; remembers products without a way back. */
    private static boolean reaches(
            String start, Map<String, List<String>> parts, Set<String> clear) {
        Deque<String> open = new ArrayDeque<>(parts.getOrDefault(start, List.of()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String id = open.pop();
            if (id.equals(start)) {
                return true;
            }
            if (!clear.contains(id) && seen.add(id)) {
                open.addAll(parts.getOrDefault(id, List.of()));
            }
        }
        clear.add(start);
        return false;
    }

    private static void missingGroup(Document d, Findings f) {
        List<At> entries = new ArrayList<>(d.document().each("notes"));
        d.vulnerabilities().forEach(v -> ENTRIES.forEach(e -> entries.addAll(v.each(e))));
        for (At entry : entries) {
            for (At group : entry.each("group_ids")) {
                if (!d.isGroup(group.text())) {
                    f.add(group, "no group is defined as " + group.text());
                }
            }
        }
    }

    private static void groupTwice(Document d, Findings f) {
        Set<String> seen = new HashSet<>();
        for (At group : d.root().at("product_tree").each("product_groups")) {
            if (!seen.add(group.text("group_id"))) {
                f.add(group.at("group_id"), "defined before: " + group.text("group_id"));
            }
        }
    }

    private static void withoutProduct(Document d, String entries, Findings f) {
        for (At v : d.vulnerabilities()) {
            for (At entry : v.each(entries)) {
                if (!entry.has("group_ids") && !entry.has("product_ids")) {
                    f.add(entry, "names neither products nor groups");
                }
            }
        }
    }

    private static void unused(Document d, Findings f) {
        if (d.category().equals("csaf_informational_advisory")) {
            return;
        }
        Set<String> used = new HashSet<>();
        references(d).forEach(at -> used.add(at.text()));
        for (Product p : d.products()) {
            if (!used.contains(p.id())) {
                f.add(p.at().at("product_id"), "defined but never used: " + p.id());
            }
        }
    }

    private static void hardwareAndSoftware(Document d, Findings f) {
        Set<String> parts = new HashSet<>();
        d.paths().forEach(path -> d.parts(path).forEach(at -> parts.add(at.text())));
        for (Product p : d.products()) {
            boolean isHardware =
                    p.helper().has("serial_numbers") || p.helper().has("model_numbers");
            if (isHardware && !parts.contains(p.id())) {
                f.add(p.at(), "numbers of hardware, but no product path leads over " + p.id());
            }
        }
    }

    private static void nestedPath(Document d, Findings f) {
        Set<String> made = new HashSet<>();
        d.products().stream().filter(Product::isPath).forEach(p -> made.add(p.id()));
        for (At path : d.paths()) {
            for (At part : d.parts(path)) {
                if (made.contains(part.text())) {
                    f.add(part, "is itself a product path: " + part.text());
                }
            }
        }
    }
}
