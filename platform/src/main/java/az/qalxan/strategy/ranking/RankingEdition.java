package az.qalxan.strategy.ranking;

import az.qalxan.jurisdiction.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ranking's structure as it stood from one day to another.
 *
 * @param until the last day; null while it holds
 * @param total what all questions count together
 * @param scale what a full score is called: 100, or 5 levels
 * @param levels how many levels a question is judged by; 0 where it is met or not
 * @param partial what an answer in part counts
 * @param tiers names of scores, the highest first; empty without them
 */
record RankingEdition(
        String ranking,
        String code,
        Words name,
        LocalDate from,
        @Nullable LocalDate until,
        Words source,
        boolean verified,
        Weight total,
        int scale,
        int levels,
        Partial partial,
        Words partialSource,
        List<Tier> tiers,
        List<QuestionGroup> groups) {

    /** What an answer in part counts. */
    enum Partial {
        /** Met in full or not at all. */
        NOTHING,
        /** Something between nothing and all; the rule was not obtained. */
        UNKNOWN,
        /** There are levels instead. */
        LEVEL;

        /** Message key {@code ranking.partial.<code>}. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A name for scores from a bound on. */
    record Tier(String code, double atLeast, boolean verified, Words name) {}

    RankingEdition {
        tiers = List.copyOf(tiers);
        groups = List.copyOf(groups);
    }

    List<Question> questions() {
        return groups.stream().flatMap(group -> group.questions().stream()).toList();
    }

    Optional<Question> question(String code) {
        return questions().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    Optional<QuestionGroup> group(String code) {
        return groups.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    boolean byLevels() {
        return levels > 0;
    }

    /** The tier of a score; empty where there are none. */
    Optional<Tier> tier(double score) {
        return tiers.stream().filter(one -> score >= one.atLeast()).findFirst();
    }

    String path() {
        return "/strategy/rankings/" + ranking + "/" + code;
    }
}
