package az.qalxan.engines.threatintel.csaf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether affected products have fixed counterparts, and the other way round. */
final class CorrespondenceTests {

    private static final Set<String> NO_FIX_YET =
            Set.of("fix_planned", "no_fix_planned", "none_available");

    private CorrespondenceTests() {}

    static void register(Tests tests) {
        tests.only21("6.1.27.13", CorrespondenceTests::missingAffected);
        tests.only21("6.2.39.1", CorrespondenceTests::missingFixed);
    }

    private static void missingAffected(Document d, Findings f) {
        Kinship kinship = new Kinship(d);
        for (At v : Profiles.is(d, Profiles.ADVISORY) ? d.vulnerabilities() : List.<At>of()) {
            Set<String> affected = StatusTests.products(v, StatusTests.AFFECTED);
            for (String fixed : StatusTests.products(v, StatusTests.FIXED)) {
                if (affected.stream().noneMatch(a -> kinship.isKin(fixed, a))) {
                    f.add(v.at("product_status"), "no affected version goes with " + fixed);
                }
            }
        }
    }

    private static void missingFixed(Document d, Findings f) {
        Kinship kinship = new Kinship(d);
        for (At v : Profiles.is(d, Profiles.ADVISORY) ? d.vulnerabilities() : List.<At>of()) {
            Set<String> fixed = StatusTests.products(v, StatusTests.FIXED);
            for (String affected : StatusTests.products(v, StatusTests.AFFECTED)) {
                boolean found = fixed.stream().anyMatch(x -> kinship.isKin(x, affected));
                if (!found && !isWithoutFix(d, v, affected)) {
                    f.add(v.at("product_status"), "no fixed version goes with " + affected);
                }
            }
        }
    }

    /** Whether it is told that there is no fix, and nothing tells the contrary. */
    private static boolean isWithoutFix(Document d, At v, String product) {
        boolean none = false;
        for (At remediation : v.each("remediations")) {
            if (d.productsOf(remediation).contains(product)) {
                if (remediation.text("category").equals("vendor_fix")) {
                    return false;
                }
                none |= NO_FIX_YET.contains(remediation.text("category"));
            }
        }
        return none && !endsBelowAVersion(d, product);
    }

    private static boolean endsBelowAVersion(Document d, String product) {
        for (Product p : d.products()) {
            Branch leaf = p.leaf();
            if (leaf != null && p.id().equals(product) && leaf.is("product_version_range")) {
                VersionRange range = VersionRange.of(leaf.name());
                return range != null && range.endsBelow();
            }
        }
        return false;
    }

    /** Which products are versions of the same. */
    private static final class Kinship {

        private static final String UNKNOWN = "?";

        private final Map<String, List<String>> families = new HashMap<>();

        Kinship(Document d) {
            for (Product p : d.products()) {
                if (!p.isPath()) {
                    families.put(p.id(), List.of(family(p)));
                }
            }
            for (At path : d.paths()) {
                families.put(path.at("full_product_name").text("product_id"), families(d, path));
            }
        }

        private static String family(Product p) {
            Branch leaf = p.leaf();
            if (leaf == null) {
                return UNKNOWN;
            }
            for (Branch b = leaf; b != null; b = b.parent()) {
                if (b.is("product_name")) {
                    return b.at().pointer();
                }
            }
            Branch parent = leaf.parent();
            return parent == null ? UNKNOWN : parent.at().pointer();
        }

        /** The families along the path, as far as the first that is only installed with it. */
        private List<String> families(Document d, At path) {
            List<String> all = new ArrayList<>();
            List<At> parts = d.parts(path);
            List<At> subpaths = path.each("subpaths");
            for (int i = 0; i < parts.size(); i++) {
                boolean isBeside =
                        i > 0
                                && i <= subpaths.size()
                                && subpaths.get(i - 1).text("category").equals("installed_with");
                if (isBeside) {
                    break;
                }
                all.addAll(families.getOrDefault(parts.get(i).text(), List.of(UNKNOWN)));
            }
            return all;
        }

        boolean isKin(String a, String b) {
            List<String> fa = families.getOrDefault(a, List.of());
            List<String> fb = families.getOrDefault(b, List.of());
            Set<String> both = new HashSet<>(fa);
            both.addAll(fb);
            return fa.equals(fb) || both.contains(UNKNOWN);
        }
    }
}
