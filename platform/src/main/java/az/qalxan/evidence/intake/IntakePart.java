package az.qalxan.evidence.intake;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Verb;
import az.qalxan.evidence.EvidenceRights;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitParts;
import az.qalxan.web.Fragments;
import az.qalxan.web.PageFrame;
import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where files are chosen for an exhibit, on its page. */
@Component
final class IntakePart implements ExhibitParts {

    private static final int ORDER = 20;

    private final IntakeDesk desk;
    private final EvidenceRights rights;
    private final CurrentCaller callers;
    private final Fragments fragments;

    IntakePart(IntakeDesk desk, EvidenceRights rights, CurrentCaller callers, Fragments fragments) {
        this.desk = desk;
        this.rights = rights;
        this.callers = callers;
        this.fragments = fragments;
    }

    /**
     * What the part shows.
     *
     * @param open the file on its way; null when there is none
     * @param more whether further files may be added, which become exhibits of their own
     */
    record Choice(Exhibit exhibit, @Nullable FileIntake open, boolean more) {

        /** Whether the exhibit itself still takes a file. */
        boolean takes() {
            return exhibit.stored() == null;
        }
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Content> of(Exhibit exhibit, PageFrame frame) {
        Caller caller = callers.require();
        boolean more = !exhibit.copy() && rights.may(caller, Verb.CREATE, exhibit);
        boolean takes = exhibit.stored() == null;
        if (!exhibit.alive() || !rights.may(caller, Verb.UPDATE, exhibit) || !(takes || more)) {
            return Optional.empty();
        }
        Choice choice = new Choice(exhibit, desk.openOf(exhibit.id()).orElse(null), more);
        return Optional.of(
                fragments.of("evidence/intake/part", Map.of("frame", frame, "choice", choice)));
    }
}
