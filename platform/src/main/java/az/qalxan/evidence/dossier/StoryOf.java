package az.qalxan.evidence.dossier;

import az.qalxan.engines.caseontology.Story;
import az.qalxan.engines.caseontology.Story.Agent;
import az.qalxan.evidence.Acquisition;
import az.qalxan.evidence.CustodyEvent;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitNumber;
import az.qalxan.evidence.StoredBytes;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells an export as a CASE graph does; words are English, names stay as they are. */
final class StoryOf {

    private static final Set<String> MAKING = Set.of("registered", "made");
    private static final Set<String> TAKING = Set.of("acquired", "stored");

    private final Chosen chosen;
    private final Text text;
    private final String namespace;
    private final DossierGathering bodies;

    StoryOf(Chosen chosen, Text text, String namespace, DossierGathering bodies) {
        this.chosen = chosen;
        this.text = text;
        this.namespace = namespace;
        this.bodies = bodies;
    }

    Story story() {
        List<Story.Exhibit> exhibits = chosen.items().stream().map(this::exhibit).toList();
        List<Story.Act> acts =
                chosen.items().stream()
                        .flatMap(item ->
                                item.chain().events().stream().map(event -> act(item, event)))
                        .sorted(Comparator.comparing(Story.Act::at).thenComparing(Story.Act::key))
                        .toList();
        return new Story(namespace, matter(), tags(), exhibits, acts);
    }

    private Story.Matter matter() {
        List<Story.Authority> authorities = new ArrayList<>();
        Dossier.Terms terms = chosen.dossier().terms();
        authorities.add(new Story.Authority(terms.basis(), terms.document(), null));
        for (Chosen.Item item : chosen.items()) {
            Exhibit exhibit = item.exhibit();
            authorities.add(
                    new Story.Authority(
                            exhibit.basis().title().in("en"), exhibit.basis().document(), null));
            if (exhibit.admission() != null) {
                authorities.add(
                        new Story.Authority(
                                exhibit.admitted()
                                        ? "Decision that admits as evidence"
                                        : "Decision that excludes from evidence",
                                exhibit.admission().number(),
                                exhibit.admission()
                                        .decidedOn()
                                        .atStartOfDay()
                                        .toInstant(ZoneOffset.UTC)));
            }
        }
        return new Story.Matter(
                chosen.dossier().caseNumber().value(),
                chosen.caseTitle(),
                null,
                authorities.stream().distinct().toList());
    }

    private List<String> tags() {
        return chosen.items().stream()
                .map(item -> item.exhibit().standing().handling())
                .max(Comparator.naturalOrder())
                .map(top -> List.of(top.label()))
                .orElse(List.of());
    }

    private Story.Exhibit exhibit(Chosen.Item item) {
        Exhibit exhibit = item.exhibit();
        ExhibitNumber number = exhibit.number();
        StoredBytes stored = exhibit.stored();
        List<Story.StoredFile> files =
                stored == null
                        ? List.of()
                        : List.of(
                                new Story.StoredFile(
                                        item.path(),
                                        stored.digests().length(),
                                        "application/octet-stream",
                                        Map.of(
                                                "SHA256", stored.digests().sha256(),
                                                "SHA1", stored.digests().sha1(),
                                                "MD5", stored.digests().md5())));
        return new Story.Exhibit(
                number.toString(),
                new ExhibitNumber(number.caseNumber(), number.sequence(), 0).toString(),
                exhibit.description().title(),
                exhibit.description().words(),
                files);
    }

    private Story.Act act(Chosen.Item item, CustodyEvent event) {
        String number = item.exhibit().number().toString();
        boolean makes = MAKING.contains(event.kind());
        String key = "evidence.event." + event.kind();
        return new Story.Act(
                number + "/" + event.sequence(),
                text.has(key) ? text.of(key) : event.kind(),
                event.words(),
                event.at(),
                new Story.Surroundings(
                        performer(event),
                        others(event),
                        event.details().getOrDefault("place", ""),
                        TAKING.contains(event.kind()) ? tool(item.exhibit()) : null),
                makes ? List.of() : List.of(number),
                makes ? List.of(number) : List.of());
    }

    private @Nullable Agent performer(CustodyEvent event) {
        return event.author().isBlank()
                ? null
                : new Agent(
                        event.body() + "/" + event.author(),
                        event.author(),
                        true,
                        bodies.body(event.body(), Language.EN));
    }

    /** Whoever it went to. */
    private List<Agent> others(CustodyEvent event) {
        String holder = event.details().getOrDefault("holder", "");
        String body = event.details().getOrDefault("holder-body", "");
        return holder.isBlank() || holder.equals(event.author())
                ? List.of()
                : List.of(
                        new Agent(
                                body + "/" + holder, holder, true, bodies.body(body, Language.EN)));
    }

    private static Story.@Nullable Tool tool(Exhibit exhibit) {
        Acquisition told = exhibit.acquisition();
        return told.tool().name().isBlank()
                ? null
                : new Story.Tool(
                        told.tool().name(),
                        told.tool().version(),
                        told.settings().isBlank() ? Map.of() : Map.of("settings", told.settings()));
    }
}
