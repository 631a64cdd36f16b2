package az.qalxan.strategy.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rankings as our evidence lets us expect them on a day.
 *
 * @param evidence what is in force
 */
record Board(
        RankingPack pack, Grounds.Seen seen, List<Evidence> evidence, List<Published> results) {

    private static final double HUNDRED = 100;

    Board {
        evidence = List.copyOf(evidence);
        results = List.copyOf(results);
    }

    LocalDate today() {
        return seen.today();
    }

    Catalogue catalogue() {
        return pack.catalogue();
    }

    /** An edition with its questions, as they are answered. */
    Scored scored(RankingEdition edition) {
        Ranking ranking =
                catalogue()
                        .ranking(edition.ranking())
                        .orElseThrow(() -> new IllegalStateException("no " + edition.ranking()));
        Placement placement = Placement.of(catalogue(), edition, evidence);
        Map<String, Answered> answered = new LinkedHashMap<>();
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Question question : edition.questions()) {
            Answered one = answered(edition, question, placement.at(question.code()), ranking);
            answered.put(question.code(), one);
            shares.put(question.code(), one.share());
        }
        return new Scored(
                ranking,
                edition,
                answered,
                placement.unplaced(),
                new Reckoning(edition, shares),
                published(edition));
    }

    private Answered answered(
            RankingEdition edition,
            Question question,
            List<Placement.Placed> placed,
            Ranking ranking) {
        List<Answered.Piece> pieces = new ArrayList<>();
        Share share = edition.byLevels() ? lowest(edition) : Share.NOTHING;
        for (Placement.Placed one : placed) {
            Holding holding = seen.of(one.evidence().content(), ranking.freshMonths());
            Share given = given(edition, one, holding);
            pieces.add(new Answered.Piece(one, holding, given));
            share = share.or(given);
        }
        pieces.sort(Comparator.comparing((Answered.Piece one) -> !one.holding().counts()));
        return new Answered(question, pieces, share);
    }

    private static Share lowest(RankingEdition edition) {
        return Share.exactly(1.0 / edition.levels());
    }

    private static Share given(RankingEdition edition, Placement.Placed placed, Holding holding) {
        Share full = placed.link().answer().share(edition);
        return switch (holding) {
            case Holding.Counts ignored when placed.via() == Placement.Via.SPLIT -> full.perhaps();
            case Holding.Counts ignored -> full;
            case Holding.Unclear ignored -> full.perhaps();
            case Holding.Stale ignored -> Share.NOTHING;
            case Holding.Gone ignored -> Share.NOTHING;
        };
    }

    /** The newest result of an edition; null without one. */
    @Nullable Published published(RankingEdition edition) {
        return results.stream()
                .filter(one -> one.ranking().equals(edition.ranking()))
                .filter(one -> one.edition().equals(edition.code()))
                .max(Published.IN_TIME)
                .orElse(null);
    }

    /** The results of a ranking, the oldest first. */
    List<Published> results(Ranking ranking) {
        return results.stream()
                .filter(one -> one.ranking().equals(ranking.code()))
                .sorted(Published.IN_TIME)
                .toList();
    }

    /** Every ranking in the edition of the day. */
    List<Scored> current() {
        return catalogue().rankings().stream().map(one -> scored(one.on(today()))).toList();
    }

    /**
     * What would raise the rankings most: topics by what they would add to all of them together,
     * each ranking's scale being a hundred.
     */
    List<Lift> lifts(List<Scored> current) {
        Map<String, List<Gain>> byTopic = new LinkedHashMap<>();
        for (Scored one : current) {
            for (Gain gain : one.reckoning().gains()) {
                byTopic.computeIfAbsent(gain.question().topic().id(), id -> new ArrayList<>())
                        .add(gain);
            }
        }
        return byTopic.values().stream()
                .map(gains -> lift(gains, current))
                .sorted(Comparator.comparingDouble(Lift::percent).reversed())
                .toList();
    }

    private Lift lift(List<Gain> gains, List<Scored> current) {
        double percent = 0;
        for (Gain gain : gains) {
            String ranking = gain.question().ref().ranking();
            double scale =
                    current.stream()
                            .filter(one -> one.edition().ranking().equals(ranking))
                            .mapToDouble(one -> one.edition().scale())
                            .findFirst()
                            .orElse(HUNDRED);
            percent += gain.figure() * HUNDRED / scale;
        }
        Topic topic = gains.getFirst().question().topic();
        return new Lift(topic, gains, percent, pack.of(topic));
    }

    /**
     * What a topic would add.
     *
     * @param percent of all rankings together, a hundred for each
     */
    record Lift(Topic topic, List<Gain> gains, double percent, RankingPack.Local local) {

        Lift {
            gains = List.copyOf(gains);
        }
    }
}
