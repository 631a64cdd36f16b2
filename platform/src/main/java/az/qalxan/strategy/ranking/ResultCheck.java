package az.qalxan.strategy.ranking;

import az.qalxan.web.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks published results against the structures of rankings. */
record ResultCheck(Catalogue catalogue, LocalDate today) {

    private static final int SOURCE_CHARS_MIN = 3;
    private static final int SOURCE_CHARS_MAX = 500;
    private static final int SCALE_OF_UNKNOWN = 100;

    /** Everything that is wrong with a result. */
    List<Violation> of(ResultDraft draft) {
        Published one = draft.published();
        List<Violation> flaws = new ArrayList<>();
        if (catalogue.ranking(one.ranking()).isEmpty()) {
            flaws.add(Violation.at(draft.at(), "ranking.import.no-ranking", one.ranking()));
            return flaws;
        }
        if (!one.edition().matches("[0-9A-Za-z.]{1,20}")) {
            flaws.add(Violation.at(draft.at(), "ranking.import.no-edition", one.edition()));
            return flaws;
        }
        if (one.on().isAfter(today)) {
            flaws.add(Violation.at(draft.at(), "ranking.import.to-come", one.on()));
        }
        int length = one.source().az().length();
        if (length < SOURCE_CHARS_MIN || length > SOURCE_CHARS_MAX) {
            flaws.add(Violation.at(draft.at(), "ranking.import.no-source"));
        }
        if (one.score() == null && one.rank() == null) {
            flaws.add(Violation.at(draft.at(), "ranking.import.says-nothing"));
        }
        if (one.rank() != null && one.countries() != null && one.rank() > one.countries()) {
            flaws.add(
                    Violation.at(
                            draft.at("rank"),
                            "ranking.import.rank-beyond",
                            one.rank(),
                            one.countries()));
        }
        parts(draft, one, flaws);
        return flaws;
    }

    private void parts(ResultDraft draft, Published one, List<Violation> flaws) {
        Optional<RankingEdition> edition = catalogue.edition(one.ranking(), one.edition());
        int scale = edition.map(RankingEdition::scale).orElse(SCALE_OF_UNKNOWN);
        most(one.score(), scale, draft.at("score"), flaws);
        if (!one.level().isEmpty()
                && edition.stream()
                        .flatMap(known -> known.tiers().stream())
                        .noneMatch(tier -> tier.code().equals(one.level()))) {
            flaws.add(Violation.at(draft.at("level"), "ranking.import.no-level", one.level()));
        }
        one.groups()
                .forEach((code, points) -> {
                    String at = draft.at("group:" + code);
                    edition.flatMap(known -> known.group(code))
                            .ifPresentOrElse(
                                    group -> most(points, group.weight(), at, flaws),
                                    () ->
                                            flaws.add(
                                                    Violation.at(
                                                            at, "ranking.import.no-part", code)));
                });
        one.questions()
                .forEach((code, points) -> {
                    String at = draft.at("question:" + code);
                    edition.flatMap(known -> known.question(code))
                            .ifPresentOrElse(
                                    question -> most(points, question.weight(), at, flaws),
                                    () ->
                                            flaws.add(
                                                    Violation.at(
                                                            at, "ranking.import.no-part", code)));
                });
    }

    private static void most(Double points, Weight weight, String at, List<Violation> flaws) {
        if (weight instanceof Weight.Known(double known)) {
            most(points, known, at, flaws);
        }
    }

    private static void most(
            @Nullable Double points, double most, String at, List<Violation> flaws) {
        if (points != null && points > most) {
            flaws.add(Violation.at(at, "ranking.import.too-much", points, most));
        }
    }
}
