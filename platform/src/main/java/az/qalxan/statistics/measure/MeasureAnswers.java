package az.qalxan.statistics.measure;

import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures about cases for programs and spreadsheets, each with what it means. */
@Component
class MeasureAnswers {

    static final List<String> COLUMNS =
            List.of(
                    "figure",
                    "cell",
                    "label",
                    "value",
                    "of",
                    "unit",
                    "status",
                    "from",
                    "to",
                    "known_on",
                    "numerator",
                    "denominator",
                    "source");

    private final Texts texts;

    MeasureAnswers(Texts texts) {
        this.texts = texts;
    }

    /** A sentence in both languages. */
    record Both(String az, String en) {}

    /** What a figure means. */
    record Definition(Both numerator, Both denominator, Both source, Both unit) {}

    /**
     * A cell; of the values those are there that its figure has.
     *
     * @param status {@code shown}, {@code hidden} or {@code not-collected}
     * @param count how many, or how many records stand behind an amount or a length of time
     * @param of what {@code count} is a part of
     * @param ninetiethHours by when nine of ten are done
     */
    record ToldCell(
            String key,
            String label,
            String status,
            @Nullable Long count,
            @Nullable Long of,
            @Nullable Double share,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable Double medianHours,
            @Nullable Double ninetiethHours) {

        static ToldCell without(Measure.Cell cell, String status) {
            return new ToldCell(
                    cell.key(), cell.label(), status, null, null, null, null, null, null, null);
        }
    }

    /** A figure; {@code unverified} says what in it is not, and is empty when all is. */
    record ToldFigure(
            String code,
            Both title,
            Definition definition,
            String unverified,
            List<ToldCell> cells) {}

    /**
     * All figures of a question.
     *
     * @param whole {@code public}, {@code all} or {@code own}: which cases are counted
     * @param unchanging whether the day of knowledge is over, so that the answer stays as it is
     * @param tooFew whether the filter is so narrow that nothing is shown
     */
    record Told(
            String whole,
            LocalDate from,
            LocalDate to,
            LocalDate knownOn,
            boolean unchanging,
            String body,
            String article,
            boolean tooFew,
            List<ToldFigure> figures) {}

    Told told(Measures.Answer answer, LocalDate today) {
        Asked asked = answer.asked();
        return new Told(
                asked.sight().code(),
                asked.from(),
                asked.to(),
                asked.known(),
                asked.known().isBefore(today),
                asked.body(),
                asked.article(),
                answer.tooFew(),
                answer.figures().stream().map(this::figure).toList());
    }

    private ToldFigure figure(Measure figure) {
        String key = "measure." + figure.name().code();
        return new ToldFigure(
                figure.name().code(),
                both(key + ".title"),
                new Definition(
                        both(key + ".numerator"),
                        both(key + ".denominator"),
                        both(key + ".source"),
                        both(key + ".unit")),
                figure.unverified(),
                figure.cells().stream().map(cell -> cell(figure, cell)).toList());
    }

    private Both both(String key) {
        return new Both(texts.in(Language.AZ).of(key), texts.in(Language.EN).of(key));
    }

    private static ToldCell cell(Measure figure, Measure.Cell cell) {
        String key = cell.key();
        String label = cell.label();
        return switch (cell.value()) {
            case Value.Count count ->
                    new ToldCell(
                            key,
                            label,
                            "shown",
                            count.count(),
                            null,
                            figure.share(cell),
                            null,
                            null,
                            null,
                            null);
            case Value.Rate rate ->
                    new ToldCell(
                            key,
                            label,
                            "shown",
                            rate.part(),
                            rate.whole(),
                            rate.share(),
                            null,
                            null,
                            null,
                            null);
            case Value.Money money ->
                    new ToldCell(
                            key,
                            label,
                            "shown",
                            money.records(),
                            null,
                            null,
                            money.amount(),
                            money.currency(),
                            null,
                            null);
            case Value.Hours hours ->
                    new ToldCell(
                            key,
                            label,
                            "shown",
                            hours.records(),
                            null,
                            null,
                            null,
                            null,
                            hours.median(),
                            hours.ninetieth());
            case Value.Suppressed ignored -> ToldCell.without(cell, "hidden");
            case Value.NotCollected ignored -> ToldCell.without(cell, "not-collected");
        };
    }

    /** The same as rows of a table. */
    List<List<@Nullable Object>> rows(Measures.Answer answer, Text text) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Measure figure : answer.figures()) {
            for (Measure.Cell cell : figure.cells()) {
                rows.add(row(answer.asked(), figure, cell(figure, cell), text));
            }
        }
        return rows;
    }

    private static List<@Nullable Object> row(
            Asked asked, Measure figure, ToldCell cell, Text text) {
        String key = "measure." + figure.name().code();
        return Arrays.asList(
                figure.name().code(),
                cell.key(),
                cell.label(),
                value(cell),
                cell.of(),
                unit(cell).orElseGet(() -> text.of(key + ".unit")),
                cell.status(),
                asked.from(),
                asked.to(),
                asked.known(),
                text.of(key + ".numerator"),
                text.of(key + ".denominator"),
                text.of(key + ".source"));
    }

    private static @Nullable Object value(ToldCell cell) {
        BigDecimal amount = cell.amount();
        if (amount != null) {
            return amount.toPlainString();
        }
        Double median = cell.medianHours();
        if (median != null) {
            return Math.round(median);
        }
        return cell.count();
    }

    private static Optional<String> unit(ToldCell cell) {
        return Optional.ofNullable(cell.currency());
    }
}
