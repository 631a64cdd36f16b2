package az.qalxan.evidence.content;

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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an exhibit contains at a glance, on its page; tells how far reading is. */
@Component
class ContentGlance implements ExhibitParts {

    private static final int SHOWN = 8;

    private final ContentView view;
    private final EvidenceRights rights;
    private final CurrentCaller callers;
    private final Fragments fragments;

    ContentGlance(
            ContentView view, EvidenceRights rights, CurrentCaller callers, Fragments fragments) {
        this.view = view;
        this.rights = rights;
        this.callers = callers;
        this.fragments = fragments;
    }

    /**
     * What the part shows.
     *
     * @param standing how far it is; null when it was never asked for
     * @param root the file itself; null until it is read
     */
    record Shown(
            Exhibit exhibit,
            @Nullable ReadingStanding standing,
            @Nullable PartLine root,
            Map<String, Long> families,
            long flawed,
            List<OfferedIdentifier> identifiers,
            boolean mayUpdate) {

        Shown {
            identifiers = List.copyOf(identifiers);
        }
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Content> of(Exhibit exhibit, PageFrame frame) {
        boolean unread = exhibit.copy() && view.standing(exhibit.id()).isEmpty();
        if (exhibit.stored() == null || unread) {
            return Optional.empty();
        }
        return Optional.of(
                fragments.of(
                        "evidence/content/glance", Map.of("frame", frame, "page", shown(exhibit))));
    }

    Shown shown(Exhibit exhibit) {
        List<PartLine> root = view.parts(exhibit.id(), new ContentView.Asked("", false, -1), 1);
        return new Shown(
                exhibit,
                view.standing(exhibit.id()).orElse(null),
                root.isEmpty() || root.getFirst().number() != 0 ? null : root.getFirst(),
                view.families(exhibit.id()),
                view.flawed(exhibit.id()),
                view.identifiers(exhibit.id(), SHOWN),
                rights.may(callers.require(), Verb.UPDATE, exhibit));
    }
}
