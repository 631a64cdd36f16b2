package az.qalxan.evidence.dossier;

import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitParts;
import az.qalxan.web.Fragments;
import az.qalxan.web.PageFrame;
import gg.jte.Content;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The exports of an exhibit, on its page. */
@Component
class DossierPart implements ExhibitParts {

    private static final int ROWS = 5;

    private final DossierStore store;
    private final Fragments fragments;
    private final Clock clock;

    DossierPart(DossierStore store, Fragments fragments, Clock clock) {
        this.store = store;
        this.fragments = fragments;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Optional<Content> of(Exhibit exhibit, PageFrame frame) {
        List<Dossier> found = store.ofExhibit(exhibit.id(), ROWS);
        if (found.isEmpty() && !frame.viewer().may("evidence:export")) {
            return Optional.empty();
        }
        return Optional.of(
                fragments.of(
                        "evidence/dossier/part",
                        Map.of(
                                "frame", frame,
                                "exhibit", exhibit,
                                "dossiers", found,
                                "now", clock.instant())));
    }
}
