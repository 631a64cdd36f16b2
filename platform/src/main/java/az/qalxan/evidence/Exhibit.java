package az.qalxan.evidence;

import az.qalxan.access.BodyCode;
import az.qalxan.casework.CaseNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing or bytes that a case keeps as evidence, or as what may become evidence.
 *
 * @param copyOf what it was made from; null for an original
 * @param admission the decision that counts; null while there is none
 * @param seals as they were last seen
 * @param stored its bytes; null while there are none
 * @param offeredTo to whose body it is offered; null when it is to nobody's
 * @param registeredBy the person's name
 * @param version counts changes; a change that read an older version is refused
 */
public record Exhibit(
        ExhibitId id,
        ExhibitNumber number,
        ExhibitStanding standing,
        Description description,
        @Nullable CopyOf copyOf,
        Origin origin,
        Owner owner,
        LegalBasis basis,
        @Nullable Admission admission,
        Acquisition acquisition,
        List<Seal> seals,
        @Nullable StoredBytes stored,
        Keeping keeping,
        @Nullable BodyCode offeredTo,
        Instant registeredAt,
        String registeredBy,
        int version) {

    public Exhibit {
        seals = List.copyOf(seals);
    }

    public CaseNumber caseNumber() {
        return number.caseNumber();
    }

    public boolean copy() {
        return copyOf != null;
    }

    /** Whether a decision in force makes it evidence. */
    public boolean admitted() {
        return admission != null && admission.admitted();
    }

    /** Whether it is still in somebody's keeping or lent, so that something can be done with it. */
    public boolean alive() {
        return switch (keeping.state()) {
            case KEPT, LENT -> true;
            case RETURNED, DISPOSED -> false;
        };
    }

    /** The address of its page. */
    public String path() {
        return "/evidence/exhibits/" + id;
    }
}
