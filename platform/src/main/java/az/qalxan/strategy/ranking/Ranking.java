package az.qalxan.strategy.ranking;

import az.qalxan.jurisdiction.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An international ranking or a framework to assess oneself.
 *
 * @param freshMonths after how many months a piece of evidence is too old for it; our own choice
 * @param editions the first one first
 */
record Ranking(
        String code,
        Words name,
        Words publisher,
        String address,
        int freshMonths,
        List<RankingEdition> editions) {

    Ranking {
        editions = List.copyOf(editions);
        if (editions.isEmpty()) {
            throw new IllegalArgumentException("the ranking " + code + " has no edition");
        }
    }

    Optional<RankingEdition> edition(String wanted) {
        return editions.stream().filter(one -> one.code().equals(wanted)).findFirst();
    }

    /** The edition of a day; the last one before it where none holds, else the first. */
    RankingEdition on(LocalDate day) {
        return editions.reversed().stream()
                .filter(one -> one.holdsOn(day))
                .findFirst()
                .or(() ->
                        editions.reversed().stream()
                                .filter(one -> !one.from().isAfter(day))
                                .findFirst())
                .orElse(editions.getFirst());
    }

    /** The editions up to that one, the first one first. */
    List<RankingEdition> upTo(RankingEdition edition) {
        return editions.subList(0, editions.indexOf(edition) + 1);
    }

    /** The edition before that one. */
    Optional<RankingEdition> before(RankingEdition edition) {
        int place = editions.indexOf(edition);
        return place <= 0 ? Optional.empty() : Optional.of(editions.get(place - 1));
    }

    String path() {
        return "/strategy/rankings/" + code;
    }
}
