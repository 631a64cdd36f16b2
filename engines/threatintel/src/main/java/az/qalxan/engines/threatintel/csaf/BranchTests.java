package az.qalxan.engines.threatintel.csaf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The branches of the product tree: depth, categories, names. */
final class BranchTests {

    private static final int DEPTH_MAX = 30;
    private static final List<String> SIGNS = List.of("<", ">");
    private static final Set<String> WORDS =
            Set.of("after", "all", "before", "earlier", "later", "prior", "versions");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern V = Pattern.compile("[vV][0-9].*", Pattern.DOTALL);

    private BranchTests() {}

    static void register(Tests tests) {
        tests.both("6.1.31", BranchTests::rangeInVersion);
        tests.only21("6.1.34", BranchTests::depth);
        tests.only21("6.1.57", BranchTests::stacked);
        tests.only21("6.1.58", BranchTests::versionAndRange);
        tests.only21("6.2.48", BranchTests::openSource);
        tests.both("6.3.9", BranchTests::categories);
        tests.both("6.3.10", BranchTests::rangeUsed);
        tests.both("6.3.11", BranchTests::leadingV);
    }

    private static void rangeInVersion(Document d, Findings f) {
        for (Branch b : d.branches()) {
            if (b.is("product_version") && soundsLikeRange(b.name().toLowerCase(Locale.ROOT))) {
                f.add(b.at().at("name"), "a version, not a range, is wanted: " + b.name());
            }
        }
    }

    private static boolean soundsLikeRange(String name) {
        return SIGNS.stream().anyMatch(name::contains)
                || List.of(BLANKS.split(name)).stream().anyMatch(WORDS::contains);
    }

    private static void depth(Document d, Findings f) {
        for (Product p : d.products()) {
            Branch leaf = p.leaf();
            if (leaf != null && leaf.depth() > DEPTH_MAX) {
                f.add(p.at(), "the way has " + leaf.depth() + " times branches, 30 are allowed");
            }
        }
        for (Branch b : d.branches()) {
            if (b.depth() == Document.BRANCHES_DEPTH_MAX && b.at().has("branches")) {
                f.add(b.at(), "the branches go on deeper than is looked at");
            }
        }
    }

    private static void stacked(Document d, Findings f) {
        for (Branch b : ends(d)) {
            Set<String> seen = new HashSet<>();
            for (Branch step : b.way()) {
                if (!step.is("product_family") && !seen.add(step.category())) {
                    f.add(
                            step.at().at("category"),
                            step.category() + " stands twice along the way");
                }
            }
        }
    }

    /** The branches that hold a product, and those where a way without a product ends. */
    private static List<Branch> ends(Document d) {
        return d.branches().stream().filter(b -> b.at().has("product")).toList();
    }

    private static void versionAndRange(Document d, Findings f) {
        for (Branch b : ends(d)) {
            List<Branch> way = b.way();
            boolean version = way.stream().anyMatch(s -> s.is("product_version"));
            boolean range = way.stream().anyMatch(s -> s.is("product_version_range"));
            if (version && range) {
                f.add(b.at().at("category"), "a version and a range stand along the same way");
            }
        }
    }

    private static void openSource(Document d, Findings f) {
        for (Branch b : d.branches()) {
            if (b.is("vendor") && b.name().replaceAll("\\s", "").equalsIgnoreCase("opensource")) {
                f.add(b.at().at("name"), "is hardly the name of a vendor");
            }
        }
    }

    private static void categories(Document d, Findings f) {
        List<String> wanted = List.of("vendor", "product_name", "product_version");
        for (Branch b : ends(d)) {
            int found = 0;
            for (Branch step : b.way()) {
                found += found < wanted.size() && step.is(wanted.get(found)) ? 1 : 0;
            }
            if (found < wanted.size()) {
                f.add(b.at(), "the way does not lead over " + wanted.get(found));
            }
        }
    }

    private static void rangeUsed(Document d, Findings f) {
        for (Branch b : d.branches()) {
            if (b.is("product_version_range")) {
                f.add(b.at().at("category"), "versions listed one by one can be matched better");
            }
        }
    }

    private static void leadingV(Document d, Findings f) {
        for (Branch b : d.branches()) {
            if (b.is("product_version") && V.matcher(b.name()).matches()) {
                f.add(b.at().at("name"), "starts with a v");
            }
        }
    }
}
