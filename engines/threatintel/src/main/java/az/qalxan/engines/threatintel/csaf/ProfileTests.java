package az.qalxan.engines.threatintel.csaf;

import static az.qalxan.engines.threatintel.csaf.Profiles.ADVISORY;
import static az.qalxan.engines.threatintel.csaf.Profiles.INCIDENT;
import static az.qalxan.engines.threatintel.csaf.Profiles.INFORMATION;
import static az.qalxan.engines.threatintel.csaf.Profiles.OLD_ADVISORY;
import static az.qalxan.engines.threatintel.csaf.Profiles.REPORT;
import static az.qalxan.engines.threatintel.csaf.Profiles.SUPERSEDED;
import static az.qalxan.engines.threatintel.csaf.Profiles.VEX;
import static az.qalxan.engines.threatintel.csaf.Profiles.WITHDRAWN;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the profiles ask for. */
final class ProfileTests {

    private ProfileTests() {}

    static void register(Tests tests) {
        tests.both("6.1.26", ProfileTests::prohibitedCategory);
        tests.both("6.1.27.1", ProfileTests::notes);
        tests.both("6.1.27.2", ProfileTests::references);
        tests.both("6.1.27.3", ProfileTests::noVulnerabilities);
        tests.both("6.1.27.4", ProfileTests::productTree);
        tests.both("6.1.27.5", ProfileTests::vulnerabilityNotes);
        tests.both("6.1.27.6", ProfileTests::productStatus);
        tests.both("6.1.27.7", ProfileTests::vexStatus);
        tests.both("6.1.27.8", ProfileTests::vulnerabilityId);
        tests.both("6.1.27.9", ProfileTests::impactStatement);
        tests.both("6.1.27.10", ProfileTests::actionStatement);
        tests.both("6.1.27.11", ProfileTests::vulnerabilities);
        tests.only21("6.1.27.12", ProfileTests::knownAffected);
        tests.only21("6.1.27.14", ProfileTests::description);
        tests.only21("6.1.27.15", ProfileTests::noProductTree);
        tests.only21("6.1.27.16", ProfileTests::twoRevisions);
        tests.only21("6.2.38", ProfileTests::deprecated);
        tests.only21("6.2.39.5", ProfileTests::noExtension);
    }

    private static void prohibitedCategory(Document d, Findings f) {
        String category = d.category();
        List<String> others = Profiles.besideBase(d);
        if (category.isEmpty() || category.equals(Profiles.BASE) || others.contains(category)) {
            return;
        }
        String bare = Profiles.bare(category);
        boolean isOther =
                others.stream()
                        .map(Profiles::bare)
                        .anyMatch(o -> bare.equals(o) || bare.equals(o.substring("csaf".length())));
        if (isOther || category.toLowerCase(Locale.ROOT).startsWith("csaf_")) {
            f.add(d.document().at("category"), "too like the name of a profile");
        }
    }

    private static void notes(Document d, Findings f) {
        Set<String> wanted = Set.of("description", "details", "general", "summary");
        boolean there = hasNote(d, wanted);
        if (Profiles.is(d, INFORMATION, INCIDENT) && !there) {
            f.add(d.document().at("notes"), "the profile wants one of " + wanted);
        }
    }

    private static boolean hasNote(Document d, Set<String> categories) {
        return d.document().each("notes").stream()
                .anyMatch(n -> categories.contains(n.text("category")));
    }

    private static void references(Document d, Findings f) {
        boolean applies = Profiles.is(d, INFORMATION, INCIDENT) || isSuperseded(d);
        boolean there =
                d.document().each("references").stream()
                        .anyMatch(r ->
                                r.text("category").equals("external")
                                        || !d.isTwoOne() && !r.has("category"));
        if (applies && !there) {
            f.add(d.document().at("references"), "the profile wants an external reference");
        }
    }

    private static boolean isSuperseded(Document d) {
        return d.isTwoOne() && Profiles.is(d, SUPERSEDED);
    }

    private static boolean isWithdrawnOrSuperseded(Document d) {
        return d.isTwoOne() && Profiles.is(d, WITHDRAWN, SUPERSEDED);
    }

    private static boolean isReport(Document d) {
        return d.isTwoOne() && Profiles.is(d, REPORT);
    }

    private static boolean isOldAdvisory(Document d) {
        return d.isTwoOne() && Profiles.is(d, OLD_ADVISORY);
    }

    private static void noVulnerabilities(Document d, Findings f) {
        boolean applies = Profiles.is(d, INFORMATION) || isWithdrawnOrSuperseded(d);
        if (applies && d.root().has("vulnerabilities")) {
            f.add(d.root().at("vulnerabilities"), "the profile allows no vulnerabilities");
        }
    }

    private static boolean isAboutProducts(Document d) {
        return Profiles.is(d, ADVISORY, VEX) || isOldAdvisory(d) || isReport(d);
    }

    private static void productTree(Document d, Findings f) {
        if (isAboutProducts(d) && !d.root().has("product_tree")) {
            f.add(d.root().at("product_tree"), "the profile wants a product tree");
        }
    }

    private static void vulnerabilities(Document d, Findings f) {
        if (isAboutProducts(d) && !d.root().has("vulnerabilities")) {
            f.add(d.root().at("vulnerabilities"), "the profile wants vulnerabilities");
        }
    }

    private static void vulnerabilityNotes(Document d, Findings f) {
        if (Profiles.is(d, ADVISORY, VEX) || isOldAdvisory(d)) {
            DocumentTests.missing(d, "notes", f);
        }
    }

    private static void productStatus(Document d, Findings f) {
        if (Profiles.is(d, ADVISORY) || isOldAdvisory(d)) {
            DocumentTests.missing(d, "product_status", f);
        }
    }

    private static void vexStatus(Document d, Findings f) {
        List<String> wanted =
                List.of("fixed", "known_affected", "known_not_affected", "under_investigation");
        for (At v : Profiles.is(d, VEX) ? d.vulnerabilities() : List.<At>of()) {
            if (wanted.stream().noneMatch(v.at("product_status")::has)) {
                f.add(v.at("product_status"), "VEX wants one of " + wanted);
            }
        }
    }

    private static void vulnerabilityId(Document d, Findings f) {
        for (At v : Profiles.is(d, VEX) || isReport(d) ? d.vulnerabilities() : List.<At>of()) {
            if (!v.has("cve") && !v.has("ids")) {
                f.add(v, "neither a CVE nor another id is given");
            } else if (d.isTwoOne() && !v.has("cve")) {
                unnamedProducts(d, v, f);
            }
        }
    }

    /** Where each id is told for some products only, each product has to have one. */
    private static void unnamedProducts(Document d, At v, Findings f) {
        Set<String> named = new HashSet<>();
        for (At id : v.each("ids")) {
            if (!id.has("group_ids") && !id.has("product_ids")) {
                return;
            }
            named.addAll(d.productsOf(id));
        }
        for (At status : v.at("product_status").members()) {
            for (At product : status.each()) {
                if (!named.contains(product.text())) {
                    f.add(product, "no id of the vulnerability is told for " + product.text());
                }
            }
        }
    }

    private static void impactStatement(Document d, Findings f) {
        for (At v : Profiles.is(d, VEX) ? d.vulnerabilities() : List.<At>of()) {
            Set<String> told = new HashSet<>();
            v.each("flags").forEach(flag -> told.addAll(d.productsOf(flag)));
            v.each("threats").stream()
                    .filter(t -> t.text("category").equals("impact"))
                    .forEach(t -> told.addAll(d.productsOf(t)));
            StatusTests.missing(v, StatusTests.products(v, Set.of("known_not_affected")), told, f);
        }
    }

    private static void actionStatement(Document d, Findings f) {
        for (At v : Profiles.is(d, VEX) ? d.vulnerabilities() : List.<At>of()) {
            Set<String> told = new HashSet<>();
            v.each("remediations").forEach(r -> told.addAll(d.productsOf(r)));
            StatusTests.missing(v, StatusTests.products(v, Set.of("known_affected")), told, f);
        }
    }

    private static void knownAffected(Document d, Findings f) {
        for (At v : Profiles.is(d, ADVISORY) ? d.vulnerabilities() : List.<At>of()) {
            if (!v.at("product_status").has("known_affected")) {
                f.add(v.at("product_status"), "the profile wants known_affected");
            }
        }
    }

    private static void description(Document d, Findings f) {
        if (isWithdrawnOrSuperseded(d) && !hasNote(d, Set.of("description"))) {
            f.add(d.document().at("notes"), "the profile wants a note of the category description");
        }
    }

    private static void noProductTree(Document d, Findings f) {
        if (isWithdrawnOrSuperseded(d) && d.root().has("product_tree")) {
            f.add(d.root().at("product_tree"), "the profile allows no product tree");
        }
    }

    private static void twoRevisions(Document d, Findings f) {
        if (isWithdrawnOrSuperseded(d) && d.revisions().size() < 2) {
            f.add(d.tracking().at("revision_history"), "the profile wants at least two revisions");
        }
    }

    private static void deprecated(Document d, Findings f) {
        if (d.category().startsWith("csaf_deprecated_")) {
            f.add(d.document().at("category"), "the profile is deprecated");
        }
    }

    private static void noExtension(Document d, Findings f) {
        for (At holder : List.of(d.document(), d.root())) {
            if (isWithdrawnOrSuperseded(d) && holder.has("x_extensions")) {
                f.add(holder.at("x_extensions"), "the profile wants no extensions");
            }
        }
    }
}
