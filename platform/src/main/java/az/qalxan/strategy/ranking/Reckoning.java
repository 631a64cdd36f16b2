package az.qalxan.strategy.ranking;

import az.qalxan.strategy.ranking.Estimate.Assumed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Works out an edition's score from how far each question is met. Where weights are not known the
 * score is what it can be at least and at most, whatever they are; a single figure is given beside
 * it under an assumption that is named.
 */
final class Reckoning {

    private final RankingEdition edition;
    private final Weights weights;
    private final Map<String, Share> shares;

    Reckoning(RankingEdition edition, Map<String, Share> shares) {
        this.edition = edition;
        this.weights = Weights.of(edition);
        this.shares = Map.copyOf(shares);
    }

    /** The score on the edition's scale. */
    Estimate total() {
        if (edition.questions().isEmpty()) {
            return new Estimate.Unknown("no-questions", null);
        }
        if (!(edition.total() instanceof Weight.Known(double whole)) || whole <= 0) {
            return new Estimate.Unknown("no-total", null);
        }
        double scale = edition.scale() / whole;
        Bounds bounds = bounds(edition.questions());
        return new Estimate.Range(
                bounds.low() * scale,
                bounds.high() * scale,
                edition.scale(),
                assumed(edition.questions(), scale));
    }

    /** The points of a group. */
    Estimate of(QuestionGroup group) {
        if (group.questions().isEmpty()) {
            return new Estimate.Unknown("no-questions", null);
        }
        if (!(group.weight() instanceof Weight.Known(double whole)) || whole <= 0) {
            return new Estimate.Unknown("no-weight", assumed(group.questions(), 1));
        }
        Bounds bounds = bounds(group.questions());
        return new Estimate.Range(
                bounds.low(), bounds.high(), whole, assumed(group.questions(), 1));
    }

    /** What would raise the score, the most first; without what cannot rise. */
    List<Gain> gains() {
        if (!(edition.total() instanceof Weight.Known(double whole)) || whole <= 0) {
            return List.of();
        }
        double scale = edition.scale() / whole;
        List<Gain> gains = new ArrayList<>();
        for (Question question : edition.questions()) {
            if (!share(question.code()).isFull()) {
                gains.add(gain(question, scale));
            }
        }
        gains.sort(Comparator.comparingDouble(Gain::figure).reversed());
        return List.copyOf(gains);
    }

    private Gain gain(Question question, double scale) {
        Share share = share(question.code());
        double least = edition.byLevels() ? step(share.high()) : 1 - share.high();
        double most = edition.byLevels() ? step(share.low()) : 1 - share.low();
        @Nullable Double exact = weights.exact().get(question.code());
        if (exact != null) {
            return new Gain(question, exact * least * scale, exact * most * scale, null);
        }
        double pool =
                weights.pools().stream()
                        .filter(one -> one.questions().contains(question.code()))
                        .mapToDouble(Weights.Pool::points)
                        .sum();
        @Nullable Double assumed = weights.assumed().get(question.code());
        return new Gain(
                question, 0, pool * most * scale, assumed == null ? null : assumed * most * scale);
    }

    private double step(double share) {
        return Math.min(1.0 / edition.levels(), 1 - share);
    }

    Share share(String question) {
        return shares.getOrDefault(question, Share.NOTHING);
    }

    private record Bounds(double low, double high) {}

    private Bounds bounds(List<Question> questions) {
        Set<String> codes = new HashSet<>(questions.stream().map(Question::code).toList());
        return new Bounds(sum(codes, Share::low, true), sum(codes, Share::high, false));
    }

    private double sum(Set<String> codes, ToDoubleFunction<Share> side, boolean least) {
        double sum = 0;
        for (Map.Entry<String, Double> one : weights.exact().entrySet()) {
            if (codes.contains(one.getKey())) {
                sum += one.getValue() * side.applyAsDouble(share(one.getKey()));
            }
        }
        for (Weights.Pool pool : weights.pools()) {
            if (codes.containsAll(pool.questions())) {
                var sides =
                        pool.questions().stream()
                                .mapToDouble(code -> side.applyAsDouble(share(code)));
                sum += pool.points() * (least ? sides.min() : sides.max()).orElse(0);
            }
        }
        return sum;
    }

    private @Nullable Assumed assumed(List<Question> questions, double scale) {
        if (weights.assumption() == null
                || questions.stream().allMatch(one -> weights.exact().containsKey(one.code()))) {
            return null;
        }
        double sum = 0;
        for (Question one : questions) {
            sum += weights.assumed().getOrDefault(one.code(), 0.0) * share(one.code()).low();
        }
        return new Assumed(sum * scale, weights.assumption());
    }
}
