package az.qalxan.engines.caseontology;

import az.qalxan.engines.caseontology.Story.Act;
import az.qalxan.engines.caseontology.Story.Agent;
import az.qalxan.engines.caseontology.Story.Authority;
import az.qalxan.engines.caseontology.Story.Exhibit;
import az.qalxan.engines.caseontology.Story.StoredFile;
import az.qalxan.engines.caseontology.Story.Tool;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a story as a CASE graph in JSON-LD whose context stands in it. The same story gives the
 * same bytes.
 */
public final class CaseGraph {

    private static final String UCO = "https://ontology.unifiedcyberontology.org/uco/";
    private static final String CASE = "https://ontology.caseontology.org/case/investigation/";

    private final Story story;
    private final GraphNodes nodes;
    private final Map<String, List<String>> files = new HashMap<>();
    private final Map<String, String> lastAct = new HashMap<>();

    private CaseGraph(Story story) {
        this.story = story;
        this.nodes = new GraphNodes(story.namespace());
    }

    /** UTF-8. */
    public static byte[] of(Story story) {
        return new CaseGraph(story).text().getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        String matter = nodes.id("investigation", story.matter().number());
        Map<String, Object> node = nodes.node(matter, "investigation:Investigation");
        story.exhibits().forEach(this::exhibit);
        story.exhibits().forEach(this::derived);
        story.acts().forEach(this::act);
        List<String> within =
                nodes.ids().stream().filter(id -> isObject(id) && !id.equals(matter)).toList();
        matter(node, within);
        Map<String, Object> graph = new LinkedHashMap<>();
        graph.put("@context", context());
        graph.put("@graph", nodes.all());
        return JsonText.of(graph);
    }

    private Map<String, Object> context() {
        Map<String, Object> context = new TreeMap<>();
        context.put("kb", story.namespace());
        context.put("investigation", CASE);
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        for (String part :
                List.of(
                        "action",
                        "configuration",
                        "core",
                        "identity",
                        "location",
                        "observable",
                        "role",
                        "tool",
                        "types")) {
            context.put(part, UCO + part + "/");
        }
        return context;
    }

    /** Facets, hashes and entries hang on objects; they are none. */
    private static boolean isObject(String id) {
        return !id.contains("-facet-") && !id.contains(":hash-") && !id.contains(":setting-");
    }

    private void matter(Map<String, Object> node, List<String> within) {
        GraphNodes.text(
                node, "core:name", (story.matter().number() + " " + story.matter().name()).strip());
        node.put("investigation:investigationForm", "case");
        if (!story.tags().isEmpty()) {
            node.put("core:tag", story.tags());
        }
        if (story.matter().since() != null) {
            GraphNodes.time(node, "core:startTime", story.matter().since());
        }
        GraphNodes.links(
                node,
                "investigation:relevantAuthorization",
                story.matter().authorities().stream().map(this::authority).toList());
        GraphNodes.links(node, "core:object", within);
    }

    private String authority(Authority authority) {
        String id = nodes.id("authorization", authority.kind() + "/" + authority.identifier());
        Map<String, Object> node = nodes.node(id, "investigation:Authorization");
        GraphNodes.text(node, "investigation:authorizationType", authority.kind());
        GraphNodes.text(node, "investigation:authorizationIdentifier", authority.identifier());
        if (authority.from() != null) {
            GraphNodes.time(node, "core:startTime", authority.from());
        }
        return id;
    }

    private void exhibit(Exhibit exhibit) {
        List<String> stored = exhibit.files().stream().map(this::file).toList();
        files.put(exhibit.number(), stored);
        Map<String, Object> node =
                nodes.node(provenance(exhibit.number()), "investigation:ProvenanceRecord");
        GraphNodes.text(node, "core:name", exhibit.name());
        GraphNodes.text(node, "core:description", exhibit.words());
        node.put("investigation:exhibitNumber", exhibit.number());
        node.put("investigation:rootExhibitNumber", exhibit.root());
        GraphNodes.links(node, "core:object", stored);
    }

    private void derived(Exhibit exhibit) {
        if (exhibit.root().equals(exhibit.number())) {
            return;
        }
        List<String> roots = files.getOrDefault(exhibit.root(), List.of());
        files.getOrDefault(exhibit.number(), List.of())
                .forEach(file ->
                        GraphNodes.links(
                                nodes.node(file, "observable:File"),
                                "investigation:wasDerivedFrom",
                                roots));
    }

    private String provenance(String number) {
        return nodes.id("provenance-record", number);
    }

    private String file(StoredFile file) {
        String id = nodes.id("file", file.path());
        Map<String, Object> node = nodes.node(id, "observable:File");
        String fileFacet = nodes.id("file-facet", file.path());
        Map<String, Object> facet = nodes.node(fileFacet, "observable:FileFacet");
        facet.put("observable:fileName", file.path().substring(file.path().lastIndexOf('/') + 1));
        facet.put("observable:filePath", file.path());
        facet.put("observable:sizeInBytes", file.length());
        String contentFacet = nodes.id("content-data-facet", file.path());
        Map<String, Object> content = nodes.node(contentFacet, "observable:ContentDataFacet");
        content.put("observable:sizeInBytes", file.length());
        GraphNodes.text(content, "observable:mimeType", file.mediaType());
        List<String> hashes = new ArrayList<>();
        file.hashes().forEach((method, hex) -> hashes.add(hash(file, method, hex)));
        GraphNodes.links(content, "observable:hash", hashes);
        GraphNodes.links(node, "core:hasFacet", List.of(fileFacet, contentFacet));
        return id;
    }

    private String hash(StoredFile file, String method, String hex) {
        String id = nodes.id("hash", file.path() + "/" + method);
        Map<String, Object> node = nodes.node(id, "types:Hash");
        node.put("types:hashMethod", method);
        node.put("types:hashValue", GraphNodes.typed("hexBinary", hex));
        return id;
    }

    private void act(Act act) {
        String id = nodes.id("investigative-action", act.key());
        Map<String, Object> node = nodes.node(id, "investigation:InvestigativeAction");
        GraphNodes.text(node, "core:name", act.name());
        GraphNodes.text(node, "core:description", act.words());
        GraphNodes.time(node, "action:startTime", act.at());
        Agent performer = act.by().performer();
        if (performer != null) {
            node.put("action:performer", GraphNodes.to(agent(performer)));
        }
        GraphNodes.links(
                node, "action:participant", act.by().others().stream().map(this::agent).toList());
        if (!act.by().place().isBlank()) {
            node.put("action:location", GraphNodes.to(place(act.by().place())));
        }
        Tool tool = act.by().tool();
        if (tool != null && !tool.name().isBlank()) {
            node.put("action:instrument", GraphNodes.to(tool(tool)));
        }
        GraphNodes.links(node, "action:object", act.with().stream().map(this::provenance).toList());
        List<String> made = new ArrayList<>();
        act.made().forEach(number -> made.add(provenance(number)));
        act.made().forEach(number -> made.addAll(files.getOrDefault(number, List.of())));
        GraphNodes.links(node, "action:result", made);
        informed(node, id, act);
    }

    /** Each act follows the last one on the same exhibits. */
    private void informed(Map<String, Object> node, String id, Act act) {
        List<String> before = new ArrayList<>();
        List<String> touched = new ArrayList<>(act.with());
        touched.addAll(act.made());
        for (String number : touched) {
            String last = lastAct.put(number, id);
            if (last != null && !last.equals(id)) {
                before.add(last);
            }
        }
        GraphNodes.links(node, "investigation:wasInformedBy", before);
    }

    private String agent(Agent agent) {
        String id = nodes.id(agent.person() ? "person" : "organization", agent.key());
        boolean known = nodes.has(id);
        Map<String, Object> node =
                nodes.node(id, agent.person() ? "identity:Person" : "identity:Organization");
        GraphNodes.text(node, "core:name", agent.name());
        if (!known && !agent.role().isBlank()) {
            role(agent, id);
        }
        return id;
    }

    private void role(Agent agent, String holder) {
        String id = nodes.id("role", agent.role());
        nodes.node(id, "role:NeutralRole").put("core:name", agent.role());
        Map<String, Object> relation =
                nodes.node(
                        nodes.id("relationship", agent.key() + "/" + agent.role()),
                        "core:Relationship");
        relation.put("core:source", GraphNodes.to(holder));
        relation.put("core:target", GraphNodes.to(id));
        relation.put("core:kindOfRelationship", "has-role");
        relation.put("core:isDirectional", true);
    }

    private String place(String place) {
        String id = nodes.id("location", place);
        nodes.node(id, "location:Location").put("core:name", place);
        return id;
    }

    private String tool(Tool tool) {
        String key = tool.name() + "/" + tool.version() + "/" + tool.settings();
        String id = nodes.id("tool", key);
        Map<String, Object> node =
                nodes.node(id, tool.settings().isEmpty() ? "tool:Tool" : "tool:ConfiguredTool");
        node.put("core:name", tool.name());
        GraphNodes.text(node, "tool:version", tool.version());
        if (!tool.settings().isEmpty()) {
            node.put(
                    "configuration:usesConfiguration",
                    GraphNodes.to(configuration(key, tool.settings())));
        }
        return id;
    }

    private String configuration(String key, Map<String, String> settings) {
        String id = nodes.id("configuration", key);
        Map<String, Object> node = nodes.node(id, "configuration:Configuration");
        List<String> entries = new ArrayList<>();
        settings.forEach((name, value) -> {
            String entry = nodes.id("setting", key + "/" + name);
            Map<String, Object> one = nodes.node(entry, "configuration:ConfigurationEntry");
            one.put("configuration:itemName", name);
            one.put("configuration:itemValue", value);
            entries.add(entry);
        });
        GraphNodes.links(node, "configuration:configurationEntry", entries);
        return id;
    }
}
