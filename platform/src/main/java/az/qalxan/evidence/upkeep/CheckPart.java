package az.qalxan.evidence.upkeep;

import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Verb;
import az.qalxan.evidence.EvidenceRights;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitParts;
import az.qalxan.web.Fragments;
import az.qalxan.web.PageFrame;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When an exhibit's bytes were read anew and what was found, on its page. */
@Component
class CheckPart implements ExhibitParts {

    private static final int SHOWN = 5;

    private final BytesCheckStore store;
    private final EvidenceRights rights;
    private final CurrentCaller callers;
    private final Fragments fragments;

    CheckPart(
            BytesCheckStore store,
            EvidenceRights rights,
            CurrentCaller callers,
            Fragments fragments) {
        this.store = store;
        this.rights = rights;
        this.callers = callers;
        this.fragments = fragments;
    }

    /** What the part shows. */
    record Shown(
            Exhibit exhibit,
            List<BytesCheckStore.Result> results,
            List<Alarm> alarms,
            boolean mayVerify) {

        Shown {
            results = List.copyOf(results);
            alarms = List.copyOf(alarms);
        }
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Optional<Content> of(Exhibit exhibit, PageFrame frame) {
        if (exhibit.stored() == null) {
            return Optional.empty();
        }
        Shown shown =
                new Shown(
                        exhibit,
                        store.results(exhibit.id()).stream().limit(SHOWN).toList(),
                        store.alarms(exhibit.id()),
                        rights.may(callers.require(), Verb.UPDATE, exhibit));
        return Optional.of(
                fragments.of("evidence/upkeep/part", Map.of("frame", frame, "page", shown)));
    }
}
