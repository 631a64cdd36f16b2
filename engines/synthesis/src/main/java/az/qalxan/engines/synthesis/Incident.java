package az.qalxan.engines.synthesis;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to somebody and is going to be reported.
 *
 * @param crime what happened
 * @param ring who did it; absent for a single offender
 * @param ordinal place among the victims of the ring, or among the single reports
 * @param happenedAt seconds since the epoch
 * @param reportedAt seconds since the epoch
 */
record Incident(
        Crime crime, @Nullable Ring ring, int ordinal, long happenedAt, long reportedAt) {

    static final Comparator<Incident> ARRIVAL =
            Comparator.comparingLong(Incident::reportedAt)
                    .thenComparingInt(Incident::ringId)
                    .thenComparingInt(Incident::ordinal);

    private static final int BRIDGE_ORDINAL = 1;

    private int ringId() {
        return ring == null ? 0 : ring.id();
    }

    /** Days, with their part, between the beginning of a ring and what happened. */
    double dayOf(Ring worker, long firstDay) {
        long begin = BakuTime.at(firstDay + worker.life().startDay(), 0);
        return (happenedAt - begin) / (double) BakuTime.DAY_SECONDS;
    }

    /** Seed of everything that is drawn for this incident. */
    long seed(long countrySeed) {
        return Dice.mix(countrySeed ^ Dice.mix(((long) ringId() << 32) | ordinal));
    }

    /** The other ring whose identifier this victim also met; absent for most. */
    @Nullable Ring bridge() {
        return ring == null || ordinal != BRIDGE_ORDINAL ? null : ring.bridge();
    }
}
