package az.qalxan.strategy.ranking;

import az.qalxan.jurisdiction.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What programs read of rankings. */
final class RankingAnswers {

    private RankingAnswers() {}

    /** A score: {@code low} and {@code high} are null where it is unknown. */
    record Score(
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double of,
            @Nullable String unknown,
            @Nullable Double assumed,
            @Nullable String assumption) {

        static Score of(Estimate estimate) {
            Estimate.@Nullable Assumed assumed = estimate.assumed();
            @Nullable Double value = assumed == null ? null : rounded(assumed.value());
            @Nullable String how = assumed == null ? null : assumed.assumption().code();
            return switch (estimate) {
                case Estimate.Range range ->
                        new Score(
                                rounded(range.low()),
                                rounded(range.high()),
                                range.of(),
                                null,
                                value,
                                how);
                case Estimate.Unknown unknown ->
                        new Score(null, null, null, unknown.reason(), value, how);
            };
        }
    }

    private static final double CENTS = 100;

    static double rounded(double value) {
        return Math.round(value * CENTS) / CENTS;
    }

    /** A ranking in the edition of the day. */
    record RankingAnswer(
            String ranking,
            Words name,
            List<String> editions,
            String edition,
            Score expected,
            @Nullable Double published,
            List<ResultAnswer> results) {

        static RankingAnswer of(Board board, Scored one) {
            return new RankingAnswer(
                    one.ranking().code(),
                    one.ranking().name(),
                    one.ranking().editions().stream().map(RankingEdition::code).toList(),
                    one.edition().code(),
                    Score.of(one.total()),
                    one.published() == null ? null : one.published().score(),
                    board.results(one.ranking()).stream().map(ResultAnswer::of).toList());
        }
    }

    /** A published result. */
    record ResultAnswer(
            String edition,
            String published,
            boolean yearOnly,
            @Nullable Double score,
            @Nullable Integer rank,
            @Nullable Integer countries,
            String level,
            Map<String, Double> groups,
            Map<String, Double> questions,
            Words source,
            boolean verified) {

        static ResultAnswer of(Published one) {
            return new ResultAnswer(
                    one.edition(),
                    one.on().toString(),
                    one.yearOnly(),
                    one.score(),
                    one.rank(),
                    one.countries(),
                    one.level(),
                    one.groups(),
                    one.questions(),
                    one.source(),
                    one.verified());
        }
    }

    /** An edition with its questions. */
    record EditionAnswer(
            String ranking,
            String edition,
            boolean structureVerified,
            Score expected,
            List<GroupAnswer> groups,
            List<GainAnswer> gains,
            List<UnplacedAnswer> unplaced) {

        static EditionAnswer of(Scored scored) {
            return new EditionAnswer(
                    scored.ranking().code(),
                    scored.edition().code(),
                    scored.edition().verified(),
                    Score.of(scored.total()),
                    scored.edition().groups().stream()
                            .map(group -> GroupAnswer.of(scored, group))
                            .toList(),
                    scored.reckoning().gains().stream().map(GainAnswer::of).toList(),
                    scored.unplaced().stream().map(UnplacedAnswer::of).toList());
        }
    }

    /** A group. */
    record GroupAnswer(String code, Words title, Score expected, List<QuestionAnswer> questions) {

        static GroupAnswer of(Scored scored, QuestionGroup group) {
            return new GroupAnswer(
                    group.code(),
                    group.title(),
                    Score.of(scored.of(group)),
                    group.questions().stream()
                            .map(question -> QuestionAnswer.of(scored.of(question)))
                            .toList());
        }
    }

    /**
     * A question.
     *
     * @param weight null where it is unknown
     * @param met as {@link Answered#met()} says it
     */
    record QuestionAnswer(
            String question,
            Words title,
            @Nullable Double weight,
            String weightStanding,
            String met,
            double low,
            double high,
            @Nullable String staleOn,
            List<Long> evidence) {

        static QuestionAnswer of(Answered one) {
            Weight weight = one.question().weight();
            return new QuestionAnswer(
                    one.question().code(),
                    one.question().topic().title(),
                    points(weight),
                    weight.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    one.met(),
                    rounded(one.share().low()),
                    rounded(one.share().high()),
                    one.until() == null ? null : one.until().plusDays(1).toString(),
                    one.pieces().stream().map(piece -> piece.evidence().number()).toList());
        }
    }

    static @Nullable Double points(Weight weight) {
        return switch (weight) {
            case Weight.Known(double points) -> points;
            case Weight.Recalled(double points) -> points;
            case Weight.Unknown() -> null;
        };
    }

    /** What meeting a question would add. */
    record GainAnswer(String question, double low, double high, @Nullable Double assumed) {

        static GainAnswer of(Gain one) {
            return new GainAnswer(
                    one.question().code(),
                    rounded(one.low()),
                    rounded(one.high()),
                    one.assumed() == null ? null : rounded(one.assumed()));
        }
    }

    /** A piece of evidence that found no place. */
    record UnplacedAnswer(long evidence, String linked) {

        static UnplacedAnswer of(Placement.Unplaced one) {
            return new UnplacedAnswer(one.evidence().number(), one.linked().toString());
        }
    }

    /** A version of a piece of evidence. */
    record EvidenceAnswer(
            long number,
            int version,
            boolean ends,
            String state,
            String kind,
            String title,
            String reference,
            String dated,
            int freshMonths,
            String owner,
            String words,
            String holding,
            Map<String, String> answers,
            String proposedBy,
            @Nullable String decidedBy) {

        static EvidenceAnswer of(Evidence one, Holding holding) {
            Evidence.Content content = one.content();
            return new EvidenceAnswer(
                    one.number(),
                    one.version(),
                    one.ends(),
                    one.state().code(),
                    content.kind().code(),
                    content.title(),
                    content.reference(),
                    content.dated().toString(),
                    content.freshMonths(),
                    content.owner(),
                    content.words(),
                    holding.code(),
                    answers(content),
                    one.proposed().name(),
                    one.decision() == null ? null : one.decision().name());
        }

        private static Map<String, String> answers(Evidence.Content content) {
            Map<String, String> answers = new java.util.TreeMap<>();
            content.links()
                    .forEach(link -> answers.put(link.question().toString(), link.answer().code()));
            return answers;
        }
    }
}
