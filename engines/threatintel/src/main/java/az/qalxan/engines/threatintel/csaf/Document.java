package az.qalxan.engines.threatintel.csaf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CSAF document, whatever is wrong with it, as the tests look at it. */
final class Document {

    /** Beyond this depth branches are not followed; the test 6.1.34 allows 30. */
    static final int BRANCHES_DEPTH_MAX = 60;

    private final At root;
    private final CsafVersion version;
    private final Instant now;
    private final List<Branch> branches = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();
    private final List<At> paths;
    private final Set<String> productIds = new HashSet<>();
    private final Map<String, List<String>> groups = new HashMap<>();
    private final List<At> vulnerabilities;
    private final List<Revision> revisions;
    private final Map<Branch, Optional<VersionRange>> ranges = new IdentityHashMap<>();
    private final Map<At, List<Metric>> metrics = new IdentityHashMap<>();
    private final Map<String, Optional<Purl>> purls = new HashMap<>();

    Document(At root, CsafVersion version, Instant now) {
        this.root = root;
        this.version = version;
        this.now = now;
        At tree = root.at("product_tree");
        collect(tree, null);
        tree.each("full_product_names").forEach(at -> products.add(new Product(at, null, false)));
        this.paths = tree.each(isTwoOne() ? "product_paths" : "relationships");
        for (At path : paths) {
            if (path.has("full_product_name")) {
                products.add(new Product(path.at("full_product_name"), null, true));
            }
        }
        products.forEach(p -> productIds.add(p.id()));
        productIds.remove("");
        tree.each("product_groups")
                .forEach(g -> groups.putIfAbsent(g.text("group_id"), g.texts("product_ids")));
        this.vulnerabilities = root.each("vulnerabilities");
        this.revisions = revisions(tracking().each("revision_history"));
    }

    private void collect(At holder, @Nullable Branch parent) {
        int depth = parent == null ? 1 : parent.depth() + 1;
        if (depth > BRANCHES_DEPTH_MAX) {
            return;
        }
        for (At at : holder.each("branches")) {
            Branch branch = new Branch(at, parent, depth);
            branches.add(branch);
            if (at.has("product")) {
                products.add(new Product(at.at("product"), branch, false));
            }
            collect(at, branch);
        }
    }

    private static List<Revision> revisions(List<At> history) {
        List<Revision> all = new ArrayList<>();
        for (At at : history) {
            DocumentVersion number = DocumentVersion.of(at.text("number"));
            all.add(new Revision(at, Times.of(at.text("date")), number));
        }
        return all;
    }

    At root() {
        return root;
    }

    Instant now() {
        return now;
    }

    boolean isTwoOne() {
        return version == CsafVersion.V2_1;
    }

    At document() {
        return root.at("document");
    }

    At tracking() {
        return document().at("tracking");
    }

    String category() {
        return document().text("category");
    }

    String status() {
        return tracking().text("status");
    }

    boolean isReleased() {
        return status().equals("final") || status().equals("interim");
    }

    String tlp() {
        return document().at("distribution").at("tlp").text("label");
    }

    boolean isClear() {
        return tlp().equals("CLEAR");
    }

    List<Branch> branches() {
        return branches;
    }

    /** Null where the branch is no range, or none that can be read. */
    @Nullable VersionRange range(Branch branch) {
        return ranges.computeIfAbsent(
                        branch,
                        b ->
                                b.is("product_version_range")
                                        ? Optional.ofNullable(VersionRange.of(b.name()))
                                        : Optional.empty())
                .orElse(null);
    }

    List<Product> products() {
        return products;
    }

    /** Product paths of 2.1, relationships of 2.0. */
    List<At> paths() {
        return paths;
    }

    /** The values that point from a path to the products it is made of. */
    List<At> parts(At path) {
        List<At> all = new ArrayList<>();
        if (isTwoOne()) {
            all.add(path.at("beginning_product_reference"));
            path.each("subpaths").forEach(s -> all.add(s.at("next_product_reference")));
        } else {
            all.add(path.at("product_reference"));
            all.add(path.at("relates_to_product_reference"));
        }
        all.removeIf(at -> at.text().isEmpty());
        return all;
    }

    boolean isProduct(String id) {
        return productIds.contains(id);
    }

    boolean isGroup(String id) {
        return groups.containsKey(id);
    }

    List<At> vulnerabilities() {
        return vulnerabilities;
    }

    /** As they stand in the document. */
    List<Revision> revisions() {
        return revisions;
    }

    /** By date, then by number; those without either come first. */
    List<Revision> sortedRevisions() {
        Comparator<Revision> byDate =
                Comparator.comparing(
                        Revision::date, Comparator.nullsFirst(Comparator.naturalOrder()));
        return revisions.stream()
                .sorted(
                        byDate.thenComparing(
                                Revision::number, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /** The date of the newest revision, null where there is none. */
    @Nullable Instant newest() {
        Instant newest = null;
        for (Revision r : revisions) {
            Instant date = r.date();
            if (date != null && (newest == null || date.isAfter(newest))) {
                newest = date;
            }
        }
        return newest;
    }

    /** The products that an entry with product_ids and group_ids is about. */
    Set<String> productsOf(At entry) {
        Set<String> all = new LinkedHashSet<>();
        for (At id : entry.each("product_ids")) {
            if (id.node().isString()) {
                all.add(id.text());
            }
        }
        for (String group : entry.texts("group_ids")) {
            all.addAll(groups.getOrDefault(group, List.of()));
        }
        return all;
    }

    /** Null where the text is no package URL in its canonical form. */
    @Nullable Purl purl(At at) {
        return purls.computeIfAbsent(at.text(), text -> Optional.ofNullable(Purl.of(text)))
                .orElse(null);
    }

    /** Metrics of 2.1, scores of 2.0. */
    List<Metric> metrics(At vulnerability) {
        return metrics.computeIfAbsent(vulnerability, this::metricsOf);
    }

    private List<Metric> metricsOf(At vulnerability) {
        List<Metric> all = new ArrayList<>();
        for (At at : vulnerability.each(isTwoOne() ? "metrics" : "scores")) {
            At content = isTwoOne() ? at.at("content") : at;
            String source = isTwoOne() ? at.text("source") : "";
            all.add(new Metric(at, content, at.texts("products"), source));
        }
        return List.copyOf(all);
    }

    /** "en", "de"; "" where none is given. */
    String language() {
        String lang = document().text("lang");
        int dash = lang.indexOf('-');
        return (dash < 0 ? lang : lang.substring(0, dash)).toLowerCase(Locale.ROOT);
    }

    boolean isEnglishOrUnsaid() {
        return language().isEmpty() || language().equals("en");
    }

    /** Where the document says it can be got, "" where nowhere (CSAF 2.1, 6.2.11). */
    String canonicalUrl() {
        String filename = Filenames.of(tracking().text("id"));
        for (At reference : document().each("references")) {
            String url = reference.text("url");
            if (reference.text("category").equals("self")
                    && url.startsWith("https://")
                    && url.length() > "https://".length() + 1 + filename.length()
                    && url.charAt("https://".length()) != '/'
                    && url.endsWith("/" + filename)) {
                return url;
            }
        }
        return "";
    }
}
