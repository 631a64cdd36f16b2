package az.qalxan.engines.threatintel.csaf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ranges of product versions: their form, and where they overlap. */
final class RangeTests {

    private static final int SIBLINGS_MAX = 300;

    private RangeTests() {}

    static void register(Tests tests) {
        tests.only21("6.1.50", (d, f) -> each(d, b -> form(b, f)));
        tests.only21("6.1.59", (d, f) -> each(d, b -> single(b, f)));
        tests.both("6.2.18", (d, f) -> each(d, b -> withoutVers(b, f)));
        tests.only21("6.2.49", (d, f) -> each(d, b -> openAbove(b, f)));
        tests.only21("6.2.51", (d, f) -> each(d, b -> unknownScheme(b, f)));
        tests.only21("6.2.50.1", (d, f) -> statuses(d, Kind.VERS, true, f));
        tests.only21("6.2.50.2", (d, f) -> statuses(d, Kind.VLS, true, f));
        tests.only21("6.2.50.3", (d, f) -> statuses(d, Kind.VERSION, true, f));
        tests.only21("6.3.19.1", (d, f) -> statuses(d, Kind.VERS, false, f));
        tests.only21("6.3.19.2", (d, f) -> statuses(d, Kind.VLS, false, f));
        tests.only21("6.3.19.3", (d, f) -> statuses(d, Kind.VERSION, false, f));
        tests.only21("6.3.19.4", (d, f) -> inBranch(d, false, f));
        tests.only21("6.3.19.5", (d, f) -> inBranch(d, true, f));
    }

    private enum Kind {
        VERS,
        VLS,
        VERSION
    }

    private static void each(Document d, java.util.function.Consumer<Branch> judge) {
        d.branches().stream().filter(b -> b.is("product_version_range")).forEach(judge);
    }

    private static void form(Branch b, Findings f) {
        if (VersionRange.of(b.name()) == null) {
            f.add(
                    b.at().at("name"),
                    "neither canonical VERS nor its constraints alone: " + b.name());
        }
    }

    private static void single(Branch b, Findings f) {
        if (VersionRange.namesOne(b.name())) {
            f.add(b.at().at("name"), "is one version, not a range");
        }
    }

    private static void withoutVers(Branch b, Findings f) {
        if (!VersionRange.saysVers(b.name())) {
            f.add(
                    b.at().at("name"),
                    "check whether VERS can be used or the versions can be listed; this is the last"
                            + " resort");
        }
    }

    private static void openAbove(Branch b, Findings f) {
        VersionRange range = VersionRange.of(b.name());
        if (range != null && range.isOpenAbove()) {
            f.add(b.at().at("name"), "has no upper end");
        }
    }

    private static void unknownScheme(Branch b, Findings f) {
        if (VersionRange.saysVers(b.name())) {
            String scheme = VersionRange.schemeOf(b.name());
            if (!VersionRange.isRegistered(scheme)) {
                f.add(b.at().at("name"), "no such VERS type is registered: " + scheme);
            }
        }
    }

    /** Each product below a range, and each beside it that the range holds as well. */
    private static void statuses(Document d, Kind kind, boolean contradicting, Findings f) {
        List<Branch[]> pairs = overlapping(d, kind);
        if (pairs.isEmpty()) {
            return;
        }
        Map<Branch, List<String>> below = below(d);
        for (At v : d.vulnerabilities()) {
            Map<String, Set<String>> groups = StatusTests.groups(v);
            for (Branch[] pair : pairs) {
                String other = pair[1].at().at("product").text("product_id");
                Set<String> of = groups.getOrDefault(other, Set.of());
                for (String product : below.getOrDefault(pair[0], List.of())) {
                    Set<String> mine = groups.getOrDefault(product, Set.of());
                    if (contradicting ? differ(mine, of) : mine.stream().anyMatch(of::contains)) {
                        f.add(v.at("product_status"), product + " and " + other + " overlap");
                    }
                }
            }
        }
    }

    private static boolean differ(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(x -> b.stream().anyMatch(y -> !x.equals(y)));
    }

    private static List<Branch[]> overlapping(Document d, Kind kind) {
        List<Branch[]> pairs = new ArrayList<>();
        for (List<Branch> siblings : siblings(d)) {
            for (Branch range : siblings) {
                for (Branch other : siblings) {
                    boolean isLeaf = other.at().has("product") && !other.at().has("branches");
                    if (range != other && isLeaf && overlap(d, range, other, kind)) {
                        pairs.add(new Branch[] {range, other});
                    }
                }
            }
        }
        return pairs;
    }

    private static boolean overlap(Document d, Branch branch, Branch other, Kind kind) {
        VersionRange range = d.range(branch);
        if (range == null) {
            return false;
        }
        if (kind == Kind.VERSION) {
            return other.is("product_version") && range.contains(other.name());
        }
        VersionRange otherRange = d.range(other);
        return otherRange != null
                && otherRange.isVers() == (kind == Kind.VERS)
                && range.isComparableWith(otherRange)
                && range.overlaps(otherRange);
    }

    /**
     * Branches side by side, where one of them is a range; no more than can be compared in time.
     */
    private static List<List<Branch>> siblings(Document d) {
        if (d.branches().stream().noneMatch(b -> b.is("product_version_range"))) {
            return List.of();
        }
        Map<String, List<Branch>> all = new HashMap<>();
        for (Branch b : d.branches()) {
            Branch parent = b.parent();
            String key = parent == null ? "" : parent.at().pointer();
            all.computeIfAbsent(key, k -> new ArrayList<>()).add(b);
        }
        return all.values().stream()
                .filter(list -> list.stream().anyMatch(b -> b.is("product_version_range")))
                .map(list -> list.subList(0, Math.min(list.size(), SIBLINGS_MAX)))
                .toList();
    }

    private static Map<Branch, List<String>> below(Document d) {
        Map<Branch, List<String>> all = new HashMap<>();
        for (Product p : d.products()) {
            for (Branch b = p.leaf(); b != null; b = b.parent()) {
                all.computeIfAbsent(b, key -> new ArrayList<>()).add(p.id());
            }
        }
        return all;
    }

    private static void inBranch(Document d, boolean version, Findings f) {
        Map<Branch, List<String>> below = null;
        for (List<Branch> siblings : siblings(d)) {
            for (Branch range : siblings) {
                for (Branch other : siblings) {
                    boolean isWanted =
                            other.is(version ? "product_version" : "product_version_range");
                    if (range == other || !isWanted || !other.at().has("branches")) {
                        continue;
                    }
                    boolean overlaps =
                            version
                                    ? overlap(d, range, other, Kind.VERSION)
                                    : overlap(d, range, other, Kind.VERS)
                                            || overlap(d, range, other, Kind.VLS);
                    below = below == null ? below(d) : below;
                    if (overlaps && hasStatus(d, below.getOrDefault(range, List.of()))) {
                        f.add(other.at().at("name"), "overlaps with " + range.name());
                    }
                }
            }
        }
    }

    private static boolean hasStatus(Document d, List<String> products) {
        for (At v : d.vulnerabilities()) {
            Set<String> known = StatusTests.groups(v).keySet();
            if (products.stream().anyMatch(known::contains)) {
                return true;
            }
        }
        return false;
    }
}
