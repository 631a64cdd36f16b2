package az.qalxan.strategy.ranking;

import az.qalxan.jurisdiction.Words;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scores, ranges and days of rankings as people read them. */
record RankingWords(Text text) {

    private static final double SAME = 0.005;

    String in(Words words) {
        return text.pick(words.az(), words.en());
    }

    /** What a ranking is called for short. */
    String name(String ranking) {
        return ranking.toUpperCase(Locale.ROOT);
    }

    /** A figure with at most two decimals. */
    String number(double value) {
        String plain =
                BigDecimal.valueOf(value)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
        return text.language() == Language.AZ ? plain.replace('.', ',') : plain;
    }

    /** A span such as {@code 40–71}, or one figure where both ends are the same. */
    String span(double low, double high) {
        return high - low < SAME ? number(low) : number(low) + "–" + number(high);
    }

    /** What is expected: a figure, a span, or that it is unknown. */
    String of(Estimate estimate) {
        return switch (estimate) {
            case Estimate.Range range -> span(range.low(), range.high());
            case Estimate.Unknown ignored -> text.of("ranking.unknown");
        };
    }

    /** The same with what it is out of. */
    String outOf(Estimate estimate) {
        return switch (estimate) {
            case Estimate.Range range -> text.of("ranking.out-of", of(range), number(range.of()));
            case Estimate.Unknown unknown -> text.of("ranking.unknown." + unknown.reason());
        };
    }

    /** What it would be under an assumption; empty where nothing is assumed. */
    String assumed(Estimate estimate) {
        Estimate.@Nullable Assumed assumed = estimate.assumed();
        return assumed == null
                ? ""
                : text.of(
                        "ranking.assumed." + assumed.assumption().code(), number(assumed.value()));
    }

    String gain(Gain gain) {
        if (gain.exact()) {
            return "+" + number(gain.high());
        }
        return gain.assumed() == null
                ? text.of("ranking.gain-up-to", number(gain.high()))
                : text.of(
                        "ranking.gain-assumed",
                        number(gain.assumed()),
                        number(gain.low()),
                        number(gain.high()));
    }

    String weight(Weight weight) {
        return switch (weight) {
            case Weight.Known(double points) -> number(points);
            case Weight.Recalled(double points) -> number(points);
            case Weight.Unknown() -> text.of("ranking.weight-unknown");
        };
    }

    String holding(Holding holding) {
        return switch (holding) {
            case Holding.Counts counts -> counting(counts.until());
            case Holding.Stale(var since) -> text.of("ranking.holding.stale", text.date(since));
            case Holding.Gone(var reason) -> text.of("ranking.gone." + reason);
            case Holding.Unclear(var reason) -> text.of("ranking.gone." + reason);
        };
    }

    private String counting(@Nullable LocalDate until) {
        return until == null
                ? text.of("ranking.holding.counts")
                : text.of("ranking.holding.counts-until", text.date(until));
    }

    String answer(Answer answer) {
        return answer.level() > 0
                ? text.of("ranking.answer.level", answer.level())
                : text.of("ranking.answer." + answer.code());
    }

    /** The tiers between which a score lies; empty where the edition has none. */
    String tiers(RankingEdition edition, Estimate estimate) {
        if (!(estimate instanceof Estimate.Range range) || edition.tiers().isEmpty()) {
            return "";
        }
        List<String> names = new ArrayList<>();
        tier(edition, range.low()).ifPresent(names::add);
        tier(edition, range.high()).filter(one -> !names.contains(one)).ifPresent(names::add);
        return String.join(" – ", names);
    }

    private Optional<String> tier(RankingEdition edition, double score) {
        return edition.tier(score).map(one -> in(one.name()));
    }

    String day(Published one) {
        return one.yearOnly() ? String.valueOf(one.on().getYear()) : text.date(one.on());
    }

    /** The score, or the rank where no score was found. */
    String result(Published one) {
        @Nullable Double score = one.score();
        @Nullable Integer rank = one.rank();
        List<String> parts = new ArrayList<>();
        if (score != null) {
            parts.add(number(score));
        }
        if (rank != null) {
            @Nullable Integer countries = one.countries();
            parts.add(
                    countries == null
                            ? text.of("ranking.rank", rank)
                            : text.of("ranking.rank-of", rank, countries));
        }
        if (!one.level().isEmpty()) {
            parts.add(one.level());
        }
        return String.join(" · ", parts);
    }
}
