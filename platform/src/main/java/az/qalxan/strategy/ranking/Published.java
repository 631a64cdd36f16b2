package az.qalxan.strategy.ranking;

import az.qalxan.jurisdiction.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A result that a ranking published of this country.
 *
 * @param yearOnly whether only the year of the day is known
 * @param score null where it was not found
 * @param rank null where none was published or found
 * @param countries among how many; null where it was not found
 * @param level the code of the tier; empty without one
 * @param groups points by the group's code, as far as they were found
 * @param questions points by the question's code, as far as they were found
 * @param verified whether it was read with the publisher
 * @param entered who entered it; null for what the pack says
 */
record Published(
        String ranking,
        String edition,
        LocalDate on,
        boolean yearOnly,
        @Nullable Double score,
        @Nullable Integer rank,
        @Nullable Integer countries,
        String level,
        Map<String, Double> groups,
        Map<String, Double> questions,
        Words source,
        Words note,
        boolean verified,
        @Nullable Entered entered) {

    static final Comparator<Published> IN_TIME =
            Comparator.comparing(Published::on)
                    .thenComparing(Published::ranking)
                    .thenComparing(Published::edition);

    /**
     * Who entered it.
     *
     * @param account whose it is, so that another one verifies it
     */
    record Entered(UUID id, String account, String name, Instant at) {}

    Published {
        groups = Map.copyOf(groups);
        questions = Map.copyOf(questions);
    }

    /** What tells it from other results: one edition has one result of a day. */
    record Key(String ranking, String edition, LocalDate on) {}

    Key key() {
        return new Key(ranking, edition, on);
    }
}
