package az.qalxan.exchange.advisory;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.access.Origin;
import az.qalxan.directory.Directory;
import az.qalxan.engines.threatintel.csaf.CsafTerms;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the CSAF 2.0 document of an edition (profile "Security Advisory", 4.4) out of the form.
 * Members stand in alphabetical order (6.2.13), so that editions can be compared line by line.
 */
@Component
class AdvisoryDocument {

    static final String VERSION = "2.0";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, String> STATUS =
            Map.of(
                    "affected", "known_affected",
                    "fixed", "fixed",
                    "safe", "known_not_affected",
                    "checked", "under_investigation");

    private final Directory directory;
    private final Origin origin;
    private final JsonMapper json = JsonMapper.shared();

    AdvisoryDocument(Directory directory, Origin origin) {
        this.directory = directory;
        this.origin = origin;
    }

    /** An edition that is out: when, and what was new in it. */
    record Edition(String number, Instant at, String summary) {}

    /** The document as text with an end of line; what is hashed and signed. */
    String text(JsonNode document) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    /** The edition that would be released at that moment after those before. */
    JsonNode of(Advisory one, List<Edition> before, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        AdvisoryForm form = one.said();
        List<Edition> all = new ArrayList<>(before);
        String change = form.text("change");
        all.add(new Edition(String.valueOf(before.size() + 1), at, first(change, before)));
        ObjectNode root = NODES.objectNode();
        root.set("document", document(one, all));
        List<AdvisoryForm.Row> products = form.products();
        if (!products.isEmpty()) {
            root.set("product_tree", tree(products));
        }
        ArrayNode vulnerabilities = NODES.arrayNode();
        form.vulnerabilities().forEach(row -> vulnerabilities.add(vulnerability(row, products)));
        if (!vulnerabilities.isEmpty()) {
            root.set("vulnerabilities", vulnerabilities);
        }
        return sorted(root);
    }

    private static String first(String change, List<Edition> before) {
        if (!change.isEmpty()) {
            return change;
        }
        return before.isEmpty() ? "First release" : "New edition";
    }

    private ObjectNode document(Advisory one, List<Edition> editions) {
        AdvisoryForm form = one.said();
        ObjectNode document = NODES.objectNode();
        document.put("category", "csaf_security_advisory");
        document.put("csaf_version", VERSION);
        document.put("lang", form.text("lang"));
        document.put("title", form.text("title"));
        document.putObject("distribution").set("tlp", tlp(one.handling()));
        ArrayNode notes = NODES.arrayNode();
        note(notes, "summary", form.text("summary"), "Summary");
        note(notes, "details", form.text("details"), "Details");
        if (!notes.isEmpty()) {
            document.set("notes", notes);
        }
        document.set("publisher", publisher(new BodyCode(one.body())));
        document.set("references", references(one, editions.getFirst().at()));
        document.set("tracking", tracking(one, editions));
        return document;
    }

    private static ObjectNode tlp(Handling handling) {
        ObjectNode tlp = NODES.objectNode();
        tlp.put("label", label(handling));
        return tlp.put("url", "https://www.first.org/tlp/");
    }

    /** CSAF 2.0 has the words of TLP 1. */
    static String label(Handling handling) {
        return handling == Handling.CLEAR ? "WHITE" : handling.name();
    }

    private static void note(ArrayNode notes, String category, String text, String title) {
        if (!text.isEmpty()) {
            notes.addObject().put("category", category).put("text", text).put("title", title);
        }
    }

    ObjectNode publisher(BodyCode body) {
        String name = directory.organisation(body).map(one -> one.name().en()).orElse(body.value());
        return NODES.objectNode()
                .put("category", "coordinator")
                .put("name", name)
                .put("namespace", namespace());
    }

    String namespace() {
        return origin.link("/");
    }

    private ArrayNode references(Advisory one, Instant first) {
        ArrayNode references = NODES.arrayNode();
        references
                .addObject()
                .put("category", "self")
                .put("summary", "This advisory")
                .put("url", origin.link(CsafPlaces.file(one, first)));
        for (AdvisoryForm.Row row : one.said().references()) {
            String text = row.text("rText");
            references
                    .addObject()
                    .put("category", "external")
                    .put("summary", text.isEmpty() ? row.text("rUrl") : text)
                    .put("url", row.text("rUrl"));
        }
        return references;
    }

    private static ObjectNode tracking(Advisory one, List<Edition> editions) {
        ObjectNode tracking = NODES.objectNode();
        tracking.put("current_release_date", editions.getLast().at().toString());
        tracking.put("initial_release_date", editions.getFirst().at().toString());
        tracking.put("id", one.number());
        tracking.put("status", one.said().text("status"));
        tracking.put("version", editions.getLast().number());
        tracking.putObject("generator").putObject("engine").put("name", "Qalxan");
        ArrayNode history = tracking.putArray("revision_history");
        for (Edition edition : editions) {
            history.addObject()
                    .put("date", edition.at().toString())
                    .put("number", edition.number())
                    .put("summary", edition.summary());
        }
        return tracking;
    }

    /** Vendor, product, version: one branch for what rows have in common. */
    private static ObjectNode tree(List<AdvisoryForm.Row> products) {
        Map<String, Map<String, ArrayNode>> vendors = new LinkedHashMap<>();
        ArrayNode loose = NODES.arrayNode();
        for (int i = 0; i < products.size(); i++) {
            AdvisoryForm.Row row = products.get(i);
            if (row.text("pVendor").isEmpty() || row.text("pVersion").isEmpty()) {
                loose.add(fullName(row, i));
                continue;
            }
            ArrayNode versions =
                    vendors.computeIfAbsent(row.text("pVendor"), key -> new LinkedHashMap<>())
                            .computeIfAbsent(row.text("pName"), key -> NODES.arrayNode());
            versions.addObject()
                    .put("category", isRange(row) ? "product_version_range" : "product_version")
                    .put("name", row.text("pVersion"))
                    .set("product", fullName(row, i));
        }
        ObjectNode tree = NODES.objectNode();
        ArrayNode branches = NODES.arrayNode();
        vendors.forEach((vendor, names) -> {
            ArrayNode inside =
                    branches.addObject()
                            .put("category", "vendor")
                            .put("name", vendor)
                            .putArray("branches");
            names.forEach((name, versions) ->
                    inside.addObject()
                            .put("category", "product_name")
                            .put("name", name)
                            .set("branches", versions));
        });
        if (!branches.isEmpty()) {
            tree.set("branches", branches);
        }
        if (!loose.isEmpty()) {
            tree.set("full_product_names", loose);
        }
        return tree;
    }

    private static boolean isRange(AdvisoryForm.Row row) {
        String version = row.text("pVersion");
        return version.startsWith("vers:") || version.startsWith("<") || version.startsWith(">");
    }

    private static ObjectNode fullName(AdvisoryForm.Row row, int index) {
        List<String> words = new ArrayList<>();
        for (String part : List.of("pVendor", "pName", "pVersion")) {
            if (!row.text(part).isEmpty()) {
                words.add(row.text(part));
            }
        }
        ObjectNode product = NODES.objectNode();
        product.put("name", String.join(" ", words)).put("product_id", id(index));
        ObjectNode helper = NODES.objectNode();
        if (!row.text("pCpe").isEmpty()) {
            helper.put("cpe", row.text("pCpe"));
        }
        if (!row.text("pPurl").isEmpty()) {
            helper.put("purl", row.text("pPurl"));
        }
        if (!helper.isEmpty()) {
            product.set("product_identification_helper", helper);
        }
        return product;
    }

    private static String id(int index) {
        return "QLXPID-" + (index + 1);
    }

    private static ObjectNode vulnerability(AdvisoryForm.Row row, List<AdvisoryForm.Row> products) {
        ObjectNode one = NODES.objectNode();
        if (!row.text("vCve").isEmpty()) {
            one.put("cve", row.text("vCve"));
        }
        CsafTerms.weakness(row.text("vCwe"))
                .ifPresent(
                        name -> one.putObject("cwe").put("id", row.text("vCwe")).put("name", name));
        if (!row.text("vTitle").isEmpty()) {
            one.put("title", row.text("vTitle"));
        }
        ArrayNode notes = NODES.arrayNode();
        note(notes, "description", row.text("vText"), "Description");
        if (!notes.isEmpty()) {
            one.set("notes", notes);
        }
        Map<String, ArrayNode> states = new TreeMap<>();
        for (int i = 0; i < products.size(); i++) {
            String state = STATUS.getOrDefault(products.get(i).text("pStatus"), "known_affected");
            states.computeIfAbsent(state, key -> NODES.arrayNode()).add(id(i));
        }
        if (!states.isEmpty()) {
            ObjectNode status = one.putObject("product_status");
            states.forEach(status::set);
        }
        ArrayNode affected = states.get("known_affected");
        if (affected != null) {
            CsafTerms.cvssThree(row.text("vVector"))
                    .ifPresent(score -> one.set("scores", scores(row, score, affected)));
            one.set("remediations", remediations(row, affected));
        }
        return one;
    }

    private static ArrayNode scores(
            AdvisoryForm.Row row, CsafTerms.Score score, ArrayNode affected) {
        ArrayNode scores = NODES.arrayNode();
        ObjectNode one = scores.addObject();
        one.putObject("cvss_v3")
                .put("baseScore", score.base())
                .put("baseSeverity", score.severity())
                .put("vectorString", row.text("vVector"))
                .put("version", score.version());
        one.set("products", affected.deepCopy());
        return scores;
    }

    private static ArrayNode remediations(AdvisoryForm.Row row, ArrayNode affected) {
        ArrayNode remediations = NODES.arrayNode();
        String words = row.text("vFixText");
        ObjectNode one = remediations.addObject();
        one.put("category", row.text("vFix"))
                .put("details", words.isEmpty() ? row.text("vFix").replace('_', ' ') : words)
                .set("product_ids", affected.deepCopy());
        if (!row.text("vFixUrl").isEmpty()) {
            one.put("url", row.text("vFixUrl"));
        }
        return remediations;
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.forEachEntry((name, value) -> members.put(name, sorted(value)));
            ObjectNode sorted = NODES.objectNode();
            members.forEach(sorted::set);
            return sorted;
        }
        if (node.isArray()) {
            ArrayNode sorted = NODES.arrayNode();
            node.forEach(item -> sorted.add(sorted(item)));
            return sorted;
        }
        return node;
    }
}
