package az.qalxan.exchange.advisory;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.access.Origin;
import az.qalxan.transmission.MailKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a CSAF trusted provider serves beside its documents (CSAF 2.0, 7.1): metadata, ROLIE feeds,
 * lists.
 */
@Component
class CsafFeeds {

    private final AdvisoryFileStore files;
    private final AdvisoryDocument documents;
    private final MailKeys keys;
    private final Origin origin;
    private final Environment environment;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    CsafFeeds(
            AdvisoryFileStore files,
            AdvisoryDocument documents,
            MailKeys keys,
            Origin origin,
            Environment environment,
            Clock clock) {
        this.files = files;
        this.documents = documents;
        this.keys = keys;
        this.origin = origin;
        this.environment = environment;
        this.clock = clock;
    }

    private String written(ObjectNode node) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    /** The key that signs; what was signed by earlier keys is verified with those. */
    List<MailKeys.Shown> openPgp() {
        return keys.own().stream().filter(key -> key.usage().equals("openpgp")).toList();
    }

    /** Requirement 7: provider-metadata.json. */
    String metadata() {
        String own = CsafPlaces.OPEN + "/provider-metadata.json";
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("canonical_url", origin.link(own));
        ArrayNode distributions = root.putArray("distributions");
        distributions.addObject().put("directory_url", origin.link(folder()));
        ArrayNode feeds = distributions.addObject().putObject("rolie").putArray("feeds");
        for (Handling handling : AdvisoryForm.HANDLINGS) {
            feeds.addObject()
                    .put("summary", "Advisories marked " + handling.label())
                    .put("tlp_label", AdvisoryDocument.label(handling))
                    .put("url", origin.link(CsafPlaces.feed(handling)));
        }
        root.put("last_updated", updated(files.own(Handling.CLEAR)).toString());
        root.put("list_on_CSAF_aggregators", true);
        root.put("metadata_version", "2.0");
        root.put("mirror_on_CSAF_aggregators", true);
        ArrayNode published = root.putArray("public_openpgp_keys");
        for (MailKeys.Shown key : openPgp()) {
            published
                    .addObject()
                    .put("fingerprint", key.fingerprint())
                    .put(
                            "url",
                            origin.link(
                                    CsafPlaces.OPEN + "/openpgp/" + key.fingerprint() + ".asc"));
        }
        String body = environment.getProperty("qalxan.exchange.publisher", "cert-gov-az");
        root.set("publisher", documents.publisher(new BodyCode(body)));
        root.put("role", "csaf_trusted_provider");
        return written(root);
    }

    private static String folder() {
        return CsafPlaces.folder(Handling.CLEAR) + "/";
    }

    private Instant updated(List<AdvisoryFile> all) {
        return all.isEmpty()
                ? clock.instant().truncatedTo(ChronoUnit.DAYS)
                : all.getFirst().dates().released();
    }

    /** Requirement 15: a ROLIE feed (RFC 8322) of that marking. */
    String feed(Handling handling) {
        List<AdvisoryFile> all = files.own(handling);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode feed = root.putObject("feed");
        String name = CsafPlaces.feedName(handling);
        feed.put("id", name.substring(0, name.length() - ".json".length()));
        feed.put("title", "Advisories marked " + handling.label());
        link(feed.putArray("link"), "self", CsafPlaces.feed(handling));
        feed.putArray("category")
                .addObject()
                .put("scheme", "urn:ietf:params:rolie:category:information-type")
                .put("term", "csaf");
        feed.put("updated", updated(all).toString());
        ArrayNode entries = feed.putArray("entry");
        all.forEach(one -> entry(entries.addObject(), one));
        return written(root);
    }

    private void link(ArrayNode links, String rel, String path) {
        links.addObject().put("rel", rel).put("href", origin.link(path));
    }

    private void entry(ObjectNode entry, AdvisoryFile one) {
        String place = CsafPlaces.file(one);
        entry.put("id", one.number()).put("title", one.title());
        ArrayNode links = entry.putArray("link");
        link(links, "self", place);
        link(links, "hash", place + ".sha256");
        link(links, "hash", place + ".sha512");
        link(links, "signature", place + ".asc");
        entry.put("published", one.dates().first().toString());
        entry.put("updated", one.dates().released().toString());
        entry.putObject("summary").put("content", one.title());
        entry.putObject("content").put("type", "application/json").put("src", origin.link(place));
        entry.putObject("format")
                .put("schema", "https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json")
                .put("version", AdvisoryDocument.VERSION);
    }

    /** Requirement 12: index.txt. */
    String index() {
        List<String> lines = new ArrayList<>();
        files.own(Handling.CLEAR).forEach(one -> lines.add(one.year() + "/" + one.filename()));
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** Requirement 13: changes.csv, the last released first. */
    String changes() {
        StringBuilder out = new StringBuilder();
        for (AdvisoryFile one : files.own(Handling.CLEAR)) {
            out.append('"').append(one.year()).append('/').append(one.filename());
            out.append("\",\"").append(one.dates().released()).append("\"\n");
        }
        return out.toString();
    }
}
