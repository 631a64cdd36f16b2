package az.qalxan.engines.threatintel.csaf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Product status, and what goes with it: remediations, flags, metrics. */
final class StatusTests {

    static final Set<String> AFFECTED = Set.of("first_affected", "known_affected", "last_affected");
    static final Set<String> FIXED = Set.of("first_fixed", "fixed");

    private static final List<Set<String>> CONTRADICTING_REMEDIATIONS = contradictions();

    /**
     * Where a remediation of a category has no sense, and where it has little (CSAF 2.1, 3.2.4.14).
     */
    private static final Map<String, Set<String>> PROHIBITED =
            Map.of(
                    "workaround", Set.of("not affected", "fixed"),
                    "mitigation", Set.of("not affected", "fixed"),
                    "vendor_fix", Set.of("not affected", "fixed"),
                    "optional_patch", Set.of("affected"),
                    "none_available", Set.of("not affected", "fixed"),
                    "fix_planned", Set.of("fixed"),
                    "no_fix_planned", Set.of("fixed"));

    private static final Map<String, Set<String>> DISCOURAGED =
            Map.of(
                    "workaround", Set.of("under investigation", "unknown"),
                    "mitigation", Set.of("under investigation", "unknown"),
                    "vendor_fix", Set.of("under investigation", "unknown"),
                    "optional_patch", Set.of("fixed"),
                    "fix_planned", Set.of("not affected", "under investigation", "unknown"),
                    "no_fix_planned", Set.of("not affected"));

    private StatusTests() {}

    static void register(Tests tests) {
        tests.both("6.1.6", StatusTests::contradictingStatus);
        tests.both("6.1.33", StatusTests::manyFlags);
        tests.only21("6.1.35", StatusTests::contradictingRemediations);
        tests.only21("6.1.36", (d, f) -> combination(d, PROHIBITED, f));
        tests.only21("6.2.27", (d, f) -> combination(d, DISCOURAGED, f));
        tests.both("6.2.2", StatusTests::missingRemediation);
        tests.both("6.2.3", StatusTests::missingMetric);
    }

    private static List<Set<String>> contradictions() {
        List<Set<String>> all = new ArrayList<>();
        List<String> planning = List.of("vendor_fix", "fix_planned", "no_fix_planned");
        for (String a : planning) {
            planning.stream().filter(b -> a.compareTo(b) < 0).forEach(b -> all.add(Set.of(a, b)));
        }
        List<String> others =
                List.of("workaround", "mitigation", "vendor_fix", "fix_planned", "no_fix_planned");
        for (String other : others) {
            all.add(Set.of(other, "optional_patch"));
            all.add(Set.of(other, "none_available"));
        }
        all.add(Set.of("optional_patch", "none_available"));
        return List.copyOf(all);
    }

    /** The group that a member of product_status belongs to, "" for recommended. */
    static String group(String status) {
        if (AFFECTED.contains(status)) {
            return "affected";
        }
        if (FIXED.contains(status)) {
            return "fixed";
        }
        return switch (status) {
            case "known_not_affected" -> "not affected";
            case "under_investigation" -> "under investigation";
            case "unknown" -> "unknown";
            default -> "";
        };
    }

    /** The groups of each product of a vulnerability. */
    static Map<String, Set<String>> groups(At vulnerability) {
        Map<String, Set<String>> all = new HashMap<>();
        for (At status : vulnerability.at("product_status").members()) {
            String group = group(status.name());
            if (!group.isEmpty()) {
                for (At product : status.each()) {
                    all.computeIfAbsent(product.text(), key -> new HashSet<>()).add(group);
                }
            }
        }
        return all;
    }

    /** The products in any of those states. */
    static Set<String> products(At vulnerability, Set<String> states) {
        Set<String> all = new LinkedHashSet<>();
        for (At status : vulnerability.at("product_status").members()) {
            if (states.contains(status.name())) {
                status.each().forEach(at -> all.add(at.text()));
            }
        }
        return all;
    }

    private static void contradictingStatus(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            groups(v)
                    .forEach((product, groups) -> {
                        if (groups.size() > 1) {
                            f.add(v.at("product_status"), product + " is at once " + groups);
                        }
                    });
        }
    }

    private static void manyFlags(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            Set<String> seen = new HashSet<>();
            for (At flag : v.each("flags")) {
                for (String product : d.productsOf(flag)) {
                    if (!seen.add(product)) {
                        f.add(flag, "a second justification for " + product);
                    }
                }
            }
        }
    }

    private static void contradictingRemediations(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            Map<String, Set<String>> categories = new LinkedHashMap<>();
            for (At remediation : v.each("remediations")) {
                for (String product : d.productsOf(remediation)) {
                    Set<String> before =
                            categories.computeIfAbsent(product, key -> new HashSet<>());
                    before.add(remediation.text("category"));
                    if (before.size() > 1
                            && CONTRADICTING_REMEDIATIONS.stream().anyMatch(before::containsAll)) {
                        f.add(remediation, product + " has remediations that exclude each other");
                    }
                }
            }
        }
    }

    private static void combination(Document d, Map<String, Set<String>> table, Findings f) {
        for (At v : d.vulnerabilities()) {
            Map<String, Set<String>> groups =
                    v.has("remediations") ? groups(v) : Map.<String, Set<String>>of();
            for (At remediation : v.each("remediations")) {
                String category = remediation.text("category");
                Set<String> unwanted = table.getOrDefault(category, Set.of());
                for (String product : d.productsOf(remediation)) {
                    Set<String> of = groups.getOrDefault(product, Set.of());
                    if (of.stream().anyMatch(unwanted::contains)) {
                        f.add(remediation, category + " for " + product + " that is " + of);
                    }
                }
            }
        }
    }

    private static void missingRemediation(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            Set<String> covered = new HashSet<>();
            v.each("remediations").forEach(r -> covered.addAll(d.productsOf(r)));
            Set<String> states = new HashSet<>(AFFECTED);
            states.add("under_investigation");
            missing(v, products(v, states), covered, f);
        }
    }

    private static void missingMetric(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            Set<String> covered = new HashSet<>();
            d.metrics(v).forEach(m -> covered.addAll(m.products()));
            missing(v, products(v, AFFECTED), covered, f);
        }
    }

    static void missing(At at, Set<String> wanted, Set<String> there, Findings f) {
        for (String product : wanted) {
            if (!there.contains(product)) {
                f.add(at, "nothing covers " + product);
            }
        }
    }
}
