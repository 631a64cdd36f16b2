package az.qalxan.engines.threatintel.csaf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The products of a CSAF document, whatever else is wrong with it (CSAF 2.0, 3.2.2 and 3.2.3). */
public final class CsafProducts {

    private CsafProducts() {}

    /** Products in the order of the document; those without a status too. */
    public static List<CsafProduct> of(JsonNode document) {
        At root = At.root(document);
        boolean isTwoOne = root.at("document").text("csaf_version").equals("2.1");
        Document d =
                new Document(root, isTwoOne ? CsafVersion.V2_1 : CsafVersion.V2_0, Instant.EPOCH);
        Map<String, Set<String>> groups = groups(d);
        Map<String, Product> byId = new HashMap<>();
        List<CsafProduct> all = new ArrayList<>();
        for (Product p : d.products()) {
            byId.putIfAbsent(p.id(), p);
            all.add(told(p, groups.getOrDefault(p.id(), Set.of()), false));
        }
        for (At path : d.paths()) {
            String whole = path.at("full_product_name").text("product_id");
            Set<String> of = groups.getOrDefault(whole, Set.of());
            for (At part : of.isEmpty() ? List.<At>of() : d.parts(path)) {
                Product known = byId.get(part.text());
                if (known != null) {
                    all.add(told(known, of, true));
                }
            }
        }
        return List.copyOf(all);
    }

    private static Map<String, Set<String>> groups(Document d) {
        Map<String, Set<String>> all = new HashMap<>();
        for (At v : d.vulnerabilities()) {
            StatusTests.groups(v)
                    .forEach((product, of) ->
                            all.computeIfAbsent(product, key -> new HashSet<>()).addAll(of));
        }
        return all;
    }

    private static CsafProduct told(Product p, Set<String> groups, boolean part) {
        String vendor = "";
        String name = "";
        String version = "";
        boolean range = false;
        Branch leaf = p.leaf();
        for (Branch b : leaf == null ? List.<Branch>of() : leaf.way()) {
            switch (b.category()) {
                case "vendor" -> vendor = b.name();
                case "product_name" -> name = b.name();
                case "product_version" -> version = b.name();
                case "product_version_range" -> {
                    version = b.name();
                    range = true;
                }
                default -> {
                    // Families, languages and the like do not tell which product it is.
                }
            }
        }
        List<String> purls = new ArrayList<>(p.helper().texts("purls"));
        if (p.helper().has("purl")) {
            purls.add(p.helper().text("purl"));
        }
        return new CsafProduct(
                p.id(),
                vendor,
                name.isEmpty() ? p.at().text("name") : name,
                version,
                range,
                p.helper().text("cpe"),
                purls,
                groups,
                part);
    }
}
