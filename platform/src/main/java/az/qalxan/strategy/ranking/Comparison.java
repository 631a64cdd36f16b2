package az.qalxan.strategy.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How what we expect differs from what was published, line by line, and why it may.
 *
 * @param groups in the edition's order
 */
record Comparison(Published published, Line total, List<Line> groups) {

    Comparison {
        groups = List.copyOf(groups);
    }

    /**
     * Where the expectation stands to a published figure; message key {@code ranking.gap.<code>}.
     */
    enum Gap {
        /** Nothing to compare with was found. */
        NOT_FOUND,
        /** Nothing can be expected. */
        UNKNOWN,
        /** The published figure lies within what we expect. */
        WITHIN,
        /** We expect more than was published. */
        ABOVE,
        /** We expect less than was published. */
        BELOW;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One line.
     *
     * @param group null for the whole
     * @param figure what was published; null where it was not found
     */
    record Line(
            @Nullable QuestionGroup group,
            Estimate expected,
            @Nullable Double figure,
            Gap gap,
            List<Reason> reasons) {

        Line {
            reasons = List.copyOf(reasons);
        }

        String code() {
            return group == null ? "" : group.code();
        }

        /** Whether what is expected is a figure and no range. */
        boolean exact() {
            return expected instanceof Estimate.Range range && range.exact();
        }
    }

    /**
     * Why they may differ.
     *
     * @param why message key {@code ranking.reason.<why>}
     * @param questions of which it is true
     */
    record Reason(String why, List<Question> questions) {

        Reason {
            questions = List.copyOf(questions);
        }
    }

    static Comparison of(Scored scored, Published published) {
        List<Line> lines = new ArrayList<>();
        for (QuestionGroup group : scored.edition().groups()) {
            lines.add(
                    line(
                            group,
                            scored.of(group),
                            published.groups().get(group.code()),
                            new Reasons(scored, published, group.questions())));
        }
        Line total =
                line(
                        null,
                        scored.total(),
                        published.score(),
                        new Reasons(scored, published, scored.edition().questions()));
        return new Comparison(published, total, lines);
    }

    private static Line line(
            @Nullable QuestionGroup group,
            Estimate expected,
            @Nullable Double figure,
            Reasons reasons) {
        Gap gap = gap(expected, figure);
        return new Line(group, expected, figure, gap, reasons.of(gap));
    }

    private static Gap gap(Estimate expected, @Nullable Double figure) {
        if (figure == null) {
            return Gap.NOT_FOUND;
        }
        return switch (expected) {
            case Estimate.Unknown ignored -> Gap.UNKNOWN;
            case Estimate.Range range when range.holds(figure) -> Gap.WITHIN;
            case Estimate.Range range -> range.low() > figure ? Gap.ABOVE : Gap.BELOW;
        };
    }

    /** Finds what may explain a difference. */
    private record Reasons(Scored scored, Published published, List<Question> questions) {

        List<Reason> of(Gap gap) {
            if (gap == Gap.NOT_FOUND) {
                return List.of();
            }
            return List.of(
                            reason("not-accepted", this::notAccepted),
                            reason("not-recorded", this::notRecorded),
                            reason("newer", this::newer),
                            reason("stale", this::lost),
                            reason("nothing", this::nothing),
                            reason("split", this::unsure))
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Optional<Reason> reason(String why, Predicate<Question> true_) {
            List<Question> found = questions.stream().filter(true_).toList();
            return found.isEmpty() ? Optional.empty() : Optional.of(new Reason(why, found));
        }

        private @Nullable Double said(Question question) {
            return published.questions().get(question.code());
        }

        private boolean saidNothing(Question question) {
            Double said = said(question);
            return said != null && said <= 0;
        }

        private boolean saidSomething(Question question) {
            Double said = said(question);
            return said != null && said > 0;
        }

        /** We have evidence, the publisher gave nothing. */
        private boolean notAccepted(Question question) {
            return saidNothing(question)
                    && !scored.of(question).share().isNothing()
                    && !newer(question);
        }

        /** The publisher gave points, we have nothing that counts. */
        private boolean notRecorded(Question question) {
            return saidSomething(question) && scored.of(question).share().isNothing();
        }

        /** All evidence that counts is of a later day than the result. */
        private boolean newer(Question question) {
            List<LocalDate> days =
                    scored.of(question).pieces().stream()
                            .filter(one -> one.holding().counts())
                            .map(one -> one.evidence().content())
                            .map(one -> one.kind().live() ? LocalDate.MIN : one.dated())
                            .toList();
            return !days.isEmpty() && days.stream().allMatch(day -> day.isAfter(published.on()));
        }

        private boolean lost(Question question) {
            return scored.of(question).met().equals("lost");
        }

        private boolean nothing(Question question) {
            return Objects.isNull(said(question)) && scored.of(question).met().equals("none");
        }

        private boolean unsure(Question question) {
            return scored.of(question).met().equals("perhaps");
        }
    }
}
