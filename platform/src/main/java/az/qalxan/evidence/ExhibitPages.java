package az.qalxan.evidence;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.access.Verb;
import az.qalxan.casework.CaseDesk;
import az.qalxan.web.Language;
import az.qalxan.web.PageFrame;
import gg.jte.Content;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Composes the pages of exhibits. */
@Component
public class ExhibitPages {

    private final ExhibitStore store;
    private final Custody custody;
    private final CaseDesk cases;
    private final EvidencePack pack;
    private final EvidenceRights rights;
    private final BodyNames bodies;
    private final ObjectProvider<ExhibitParts> parts;
    private final Clock clock;

    ExhibitPages(
            ExhibitStore store,
            Custody custody,
            CaseDesk cases,
            EvidencePack pack,
            EvidenceRights rights,
            BodyNames bodies,
            ObjectProvider<ExhibitParts> parts,
            Clock clock) {
        this.store = store;
        this.custody = custody;
        this.cases = cases;
        this.pack = pack;
        this.rights = rights;
        this.bodies = bodies;
        this.parts = parts;
        this.clock = clock;
    }

    ExhibitPage of(Exhibit exhibit, Caller caller, PageFrame frame) {
        CustodyRecord chain = custody.of(exhibit.id());
        CopyOf copyOf = exhibit.copyOf();
        return new ExhibitPage(
                exhibit,
                cases.find(exhibit.caseNumber()).orElse(null),
                copyOf == null ? null : store.find(copyOf.source()).orElse(null),
                store.copies(exhibit.id()),
                chain,
                ChainPicture.of(chain, clock.instant()),
                pack.admission(),
                names(exhibit, chain, frame.text().language()),
                parts(exhibit, frame),
                new ExhibitPage.May(
                        exhibit.alive() && rights.works(caller, exhibit),
                        exhibit.alive() && rights.may(caller, Verb.DECIDE, exhibit),
                        rights.may(caller, Verb.EXPORT, exhibit),
                        rights.gives(caller, exhibit)),
                now().field());
    }

    private Map<String, String> names(Exhibit exhibit, CustodyRecord chain, Language language) {
        TreeSet<String> codes = new TreeSet<>();
        codes.add(exhibit.keeping().body().value());
        codes.add(exhibit.standing().body().value());
        Optional.ofNullable(exhibit.offeredTo()).ifPresent(one -> codes.add(one.value()));
        chain.events()
                .forEach(event -> {
                    codes.add(event.body());
                    codes.add(event.details().getOrDefault("holder-body", ""));
                });
        Map<String, String> names = new HashMap<>();
        codes.forEach(code -> names.put(code, name(code, language)));
        return names;
    }

    /** How a body is called in a few letters; its code when nobody knows. */
    public String name(String code, Language language) {
        return code.isEmpty() ? "" : bodies.acronym(new BodyCode(code), language);
    }

    private List<Content> parts(Exhibit exhibit, PageFrame frame) {
        return parts.stream()
                .sorted(Comparator.comparingInt(ExhibitParts::order))
                .map(one -> one.of(exhibit, frame))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Exhibits as lists show them. */
    public List<ExhibitLine> lines(List<Exhibit> exhibits, Language language) {
        return exhibits.stream().map(one -> new ExhibitLine(one, holder(one, language))).toList();
    }

    private String holder(Exhibit exhibit, Language language) {
        Keeping keeping = exhibit.keeping();
        String body = name(keeping.body().value(), language);
        return body.isEmpty() || keeping.account().isEmpty()
                ? keeping.name()
                : keeping.name() + ", " + body;
    }

    /** The present moment where the country's clocks stand. */
    public Typed.Now now() {
        return new Typed.Now(clock.instant(), pack.zone());
    }
}
