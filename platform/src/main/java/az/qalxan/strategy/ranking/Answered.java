package az.qalxan.strategy.ranking;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question with the evidence for it.
 *
 * @param pieces what counts first
 * @param share how far it is met
 */
record Answered(Question question, List<Piece> pieces, Share share) {

    /**
     * A piece of evidence at the question.
     *
     * @param share what it gives
     */
    record Piece(Placement.Placed placed, Holding holding, Share share) {

        Evidence evidence() {
            return placed.evidence();
        }
    }

    Answered {
        pieces = List.copyOf(pieces);
    }

    /** Message key {@code ranking.met.<code>}. */
    String met() {
        if (share.low() < share.high()) {
            return "perhaps";
        }
        if (share.isFull()) {
            return "full";
        }
        if (pieces.stream().anyMatch(one -> !one.share().isNothing())) {
            return "part";
        }
        return pieces.isEmpty() ? "none" : "lost";
    }

    /** The day of the newest piece that counts; null without one. */
    @Nullable LocalDate newest() {
        return pieces.stream()
                .filter(one -> one.holding().counts())
                .map(one -> one.evidence().content().dated())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The last day on which the answer stands as it does; null where nothing ends it. */
    @Nullable LocalDate until() {
        LocalDate last = LocalDate.MIN;
        for (Piece one : pieces) {
            if (one.holding() instanceof Holding.Counts counts) {
                @Nullable LocalDate until = counts.until();
                if (until == null) {
                    return null;
                }
                last = until.isAfter(last) ? until : last;
            }
        }
        return last.equals(LocalDate.MIN) ? null : last;
    }
}
