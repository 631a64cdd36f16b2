package az.qalxan.audit;

import az.qalxan.web.Text;
import az.qalxan.web.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of the journal.
 *
 * @param next where the older rows begin; 0 on the last page
 * @param names names of accounts, as far as the reader may see them
 * @param bodies acronyms of bodies
 */
record JournalPage(
        List<AuditRecord> rows,
        JournalFilter filter,
        long next,
        Map<String, String> names,
        Map<String, String> bodies) {

    private static final String ACT = "audit.act.";
    private static final String KIND = "audit.subject.";
    private static final String CIRCUMSTANCE = "audit.circumstance.";

    JournalPage {
        rows = List.copyOf(rows);
    }

    /** What happened, in words; the act's code where nobody has put it into words. */
    static String act(String code, Text text) {
        return text.has(ACT + code) ? text.of(ACT + code) : code;
    }

    static String kind(String kind, Text text) {
        return text.has(KIND + kind) ? text.of(KIND + kind) : kind;
    }

    static String circumstance(String key, Text text) {
        return text.has(CIRCUMSTANCE + key) ? text.of(CIRCUMSTANCE + key) : key;
    }

    /** Every known act by its module, each with its words. */
    static Map<String, Map<String, String>> acts(Text text) {
        Map<String, Map<String, String>> modules = new TreeMap<>();
        for (String code : codes(ACT, text)) {
            modules.computeIfAbsent(code.substring(0, code.indexOf('.')), module -> new TreeMap<>())
                    .put(code, act(code, text));
        }
        return modules;
    }

    static List<String> kinds(Text text) {
        return codes(KIND, text);
    }

    static List<String> codes(String prefix, Text text) {
        return text.keys().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .toList();
    }

    /** Who acted: a name, a job, or a visitor. */
    String actor(AuditRecord row, Text text) {
        if (row.account().startsWith("job:")) {
            return text.of("audit.job", row.account().substring("job:".length()));
        }
        if (row.account().isEmpty()) {
            return text.of("audit.visitor");
        }
        if (row.account().equals("reporter")) {
            return text.of("audit.reporter");
        }
        return names.getOrDefault(row.account(), row.account());
    }

    /** What it was done to: a name where it is an account, the id elsewhere. */
    String subject(AuditRecord row) {
        return names.getOrDefault(row.subject().id(), row.subject().id());
    }

    String body(AuditRecord row) {
        return bodies.getOrDefault(row.body(), row.body().toUpperCase(Locale.ROOT));
    }

    /** The roles that gave the right, in words. */
    static String roles(AuditRecord row, Text text) {
        return row.roles().stream()
                .map(role -> text.has("role." + role) ? text.of("role." + role) : role)
                .collect(Collectors.joining(", "));
    }

    /** Where the subject can be opened; empty when the viewer may not. */
    static String link(AuditRecord row, Viewer viewer) {
        return SubjectPlace.of(row.subject().kind())
                .filter(place -> viewer.may(place.right()))
                .map(place -> place.path() + row.subject().id())
                .orElse("");
    }

    /** The journal of what was done to the row's subject. */
    static String ofSubject(AuditRecord row) {
        return new JournalFilter("", "", "", "", row.subject().kind(), row.subject().id(), "")
                .address("/journal");
    }

    /** Where the completeness of what the filter shows of one subject is proven. */
    static String proof(JournalFilter filter) {
        return UriComponentsBuilder.fromPath("/journal/log/proof")
                .queryParam("kind", "{kind}")
                .queryParam("id", "{id}")
                .encode()
                .buildAndExpand(filter.kind(), filter.subject())
                .toUriString();
    }

    /** The journal of what the row's actor did. */
    static String ofActor(AuditRecord row) {
        return new JournalFilter("", "", row.account(), "", "", "", "").address("/journal");
    }
}
