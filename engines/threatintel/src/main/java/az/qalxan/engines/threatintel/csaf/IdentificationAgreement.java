package az.qalxan.engines.threatintel.csaf;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whether CPE and package URL say as much as the branches that lead to a product (6.2.42). */
final class IdentificationAgreement {

    /** What a category is in a CPE. */
    private static final Map<String, String> COUNTERPARTS =
            Map.of(
                    "vendor", "vendor",
                    "product_name", "product",
                    "product_version", "version",
                    "product_version_range", "version",
                    "patch_level", "update",
                    "service_pack", "update",
                    "language", "language",
                    "architecture", "target_hw",
                    "platform", "target_sw");

    private static final Set<String> NOTHING = Set.of("", "*", "-");

    private IdentificationAgreement() {}

    static void register(Tests tests) {
        tests.only21("6.2.42", IdentificationAgreement::judge);
    }

    private static void judge(Document d, Findings f) {
        for (Product p : d.products()) {
            Branch leaf = p.leaf();
            if (leaf == null || !p.helper().has("cpe") && !p.helper().has("purls")) {
                continue;
            }
            Map<String, String> names = new HashMap<>();
            leaf.way().forEach(b -> names.put(b.category(), b.name()));
            At cpe = p.helper().at("cpe");
            if (!cpe.text().isEmpty()) {
                cpe(names, cpe, f);
            }
            p.helper().each("purls").forEach(purl -> purl(d, names, purl, f));
        }
    }

    private static void cpe(Map<String, String> names, At at, Findings f) {
        Map<String, String> parts = CpeParts.of(at.text());
        Map<String, Boolean> told = new HashMap<>();
        COUNTERPARTS.forEach((category, part) -> {
            String name = names.get(category);
            if (name != null) {
                told.put(part, true);
                part(category, name, parts.getOrDefault(part, ""), at, f);
            }
        });
        for (String part : CpeParts.NAMES.subList(1, CpeParts.NAMES.size())) {
            if (!told.containsKey(part) && !NOTHING.contains(parts.getOrDefault(part, ""))) {
                f.add(at, "the branches do not tell the " + part + " of the CPE");
            }
        }
    }

    private static void part(String category, String name, String value, At at, Findings f) {
        boolean isRange = category.equals("product_version_range");
        if (isRange) {
            if (!NOTHING.contains(value) && !isWild(value)) {
                f.add(at, "one version in the CPE, a range in the branches");
            }
            return;
        }
        if (NOTHING.contains(value)) {
            f.add(at, "the CPE does not tell the " + category);
        } else if (isWild(value) && !name.contains("*")) {
            f.add(at, "the CPE has a wildcard where the branches tell the " + category);
        } else if (category.equals("product_version") && !isSame(name, value)) {
            f.add(at, "another version in the CPE: " + value);
        }
    }

    private static boolean isWild(String value) {
        return value.matches(".*(?<!\\\\)[*?].*");
    }

    private static boolean isSame(String name, String value) {
        return bare(name).equals(bare(value));
    }

    static String bare(String version) {
        String bare = version.replace("\\", "").replace(' ', '_').toLowerCase(Locale.ROOT);
        return bare.length() > 1 && bare.charAt(0) == 'v' && Character.isDigit(bare.charAt(1))
                ? bare.substring(1)
                : bare;
    }

    private static void purl(Document d, Map<String, String> names, At at, Findings f) {
        Purl purl = d.purl(at);
        String version = names.get("product_version");
        if (purl == null) {
            return;
        }
        if (version != null && purl.version().isEmpty()) {
            f.add(at, "the package URL does not tell the version");
        } else if (version != null && !isSame(version, purl.version())) {
            f.add(at, "another version in the package URL: " + purl.version());
        } else if (names.containsKey("product_version_range") && !purl.version().isEmpty()) {
            f.add(at, "one version in the package URL, a range in the branches");
        }
    }
}
