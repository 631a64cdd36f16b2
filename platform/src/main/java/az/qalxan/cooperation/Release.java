package az.qalxan.cooperation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether preserved data may be let go: Budapest 29(7), UN Convention 42. */
sealed interface Release {

    /** They may, from that moment on. */
    record Free(Instant at) implements Release {}

    /** The floor has not ended. */
    record BeforeFloor(Instant floorEndsAt) implements Release {}

    /** So many requests for assistance that follow the preservation are undecided. */
    record Frozen(long undecided) implements Release {}

    /**
     * What holds at that moment. A preservation for another state is held by every floor and by
     * undecided assistance; what another state preserves for us, we may always say is not needed.
     */
    static Release of(Request.Preserved preserved, List<Term> terms, long undecided, Instant now) {
        if (!preserved.head().incoming()) {
            return new Free(now);
        }
        Optional<Instant> floor = floor(terms);
        if (floor.isPresent() && now.isBefore(floor.get())) {
            return new BeforeFloor(floor.get());
        }
        return undecided > 0 ? new Frozen(undecided) : new Free(floor.orElse(now));
    }

    /** The end of the latest floor that runs or ran out; one that was counted anew is no floor. */
    static Optional<Instant> floor(List<Term> terms) {
        return terms.stream()
                .filter(term -> term.is("floor") && !term.state().equals("replaced"))
                .map(Term::endsAt)
                .max(Instant::compareTo);
    }
}
