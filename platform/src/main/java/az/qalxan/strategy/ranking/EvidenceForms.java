package az.qalxan.strategy.ranking;

import az.qalxan.figure.Registers;
import az.qalxan.web.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes forms of pieces of evidence. */
@Component
final class EvidenceForms {

    private final RankingPack pack;
    private final RankingDesk desk;
    private final Registers registers;
    private final Grounds grounds;

    EvidenceForms(RankingPack pack, RankingDesk desk, Registers registers, Grounds grounds) {
        this.pack = pack;
        this.desk = desk;
        this.registers = registers;
        this.grounds = grounds;
    }

    /**
     * A form.
     *
     * @param about the question from which it was opened; null without one
     */
    FormPage form(
            @Nullable Long number,
            Map<String, String> given,
            List<Violation> violations,
            @Nullable Question about) {
        Catalogue catalogue = pack.catalogue();
        Set<Question> nearest = new LinkedHashSet<>();
        if (about != null) {
            nearest.add(about);
            nearest.addAll(catalogue.asking(about.topic().id(), grounds.today()));
        }
        answered(given)
                .forEach(one -> {
                    nearest.add(one);
                    nearest.addAll(catalogue.asking(one.topic().id(), grounds.today()));
                });
        List<FormPage.Rest> rest = new ArrayList<>();
        for (Ranking ranking : catalogue.rankings()) {
            RankingEdition edition = ranking.on(grounds.today());
            rest.add(
                    new FormPage.Rest(
                            edition,
                            edition.questions().stream()
                                    .filter(one -> !nearest.contains(one))
                                    .map(one -> new FormPage.Offer(edition, one))
                                    .toList()));
        }
        return new FormPage(
                number,
                given,
                violations,
                new FormPage.Offers(desk.bodies(), registers.figures()),
                nearest.stream().map(this::offer).toList(),
                rest);
    }

    private FormPage.Offer offer(Question question) {
        return new FormPage.Offer(
                desk.edition(question.ref().ranking(), question.ref().edition()), question);
    }

    /** The questions that the fields answer. */
    private List<Question> answered(Map<String, String> given) {
        return given.entrySet().stream()
                .filter(one -> one.getKey().startsWith(EvidenceForm.ANSWER))
                .filter(one -> !one.getValue().isBlank())
                .map(one -> QuestionRef.parse(one.getKey().substring(EvidenceForm.ANSWER.length())))
                .flatMap(Optional::stream)
                .map(ref -> pack.catalogue().question(ref))
                .flatMap(Optional::stream)
                .collect(Collectors.toList());
    }
}
