package az.qalxan.engines.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The law of the packs is whole: source, standing and clause everywhere, nothing overstated. */
class PacksTest {

    private static final LawFacts FACTS = Packs.facts();

    @Test
    void everyFactHasSourcesThatExistAStandingAndADayOfRetrieval() {
        Set<String> sources = new HashSet<>();
        FACTS.sources().forEach(one -> sources.add(one.id()));
        assertThat(FACTS.rows())
                .hasSizeGreaterThan(400)
                .allSatisfy(row -> {
                    assertThat(row.citation().sources()).as(row.id()).isNotEmpty();
                    assertThat(sources).as(row.id()).containsAll(row.citation().sources());
                    assertThat(row.citation().standing()).as(row.id()).isNotNull();
                    assertThat(row.citation().retrieved()).as(row.id()).isNotNull();
                });
    }

    @Test
    void everyRuleClockContentGroundAndLimitNamesItsClause() {
        for (LawRow row : FACTS.rows()) {
            Clause clause =
                    switch (row) {
                        case BasisRule one -> one.clause();
                        case ClockRule one -> one.clause();
                        case Content one -> one.clause();
                        case RefusalGround one -> one.clause();
                        case UseLimit one -> one.clause();
                        case Power one -> one.clause();
                        case Statement one -> one.clause();
                        default -> null;
                    };
            if (clause != null) {
                boolean unread = row.citation().standing() != Standing.VERIFIED;
                boolean designated = row instanceof Power;
                assertThat(!clause.article().isEmpty() || unread || designated)
                        .as("%s names an article, or says that nobody read one", row.id())
                        .isTrue();
                assertThat(Packs.book().instrument(clause.instrument())).as(row.id()).isPresent();
            }
        }
    }

    @Test
    void whatIsOnlyRecalledIsNeverVerified() {
        assertThat(FACTS.rows())
                .filteredOn(row -> row.citation().sources().equals(List.of("RECALLED")))
                .isNotEmpty()
                .allMatch(row -> row.citation().standing() != Standing.VERIFIED);
    }

    @Test
    void theMatrixHasEveryCellOfTheFourStates() {
        List<Mapping> cells = FACTS.of(Mapping.class);
        assertThat(cells).hasSize(156);
        Map<String, Integer> counts = new HashMap<>();
        for (Mapping one : cells) {
            counts.merge(one.state() + " " + one.treaty().instrument(), 1, Integer::sum);
            boolean named = one.national() != null && !one.national().article().isEmpty();
            assertThat(one.citation().standing() != Standing.VERIFIED || named)
                    .as("%s is verified with an article", one.id())
                    .isTrue();
        }
        assertThat(counts).hasSize(8);
        assertThat(counts.get("AZ BUDAPEST-185")).isEqualTo(18);
        assertThat(counts.get("KG UN-2024")).isEqualTo(21);
        assertThat(cells)
                .filteredOn(one -> one.citation().standing() == Standing.VERIFIED)
                .hasSize(14)
                .noneMatch(one -> one.treaty().instrument().equals("UN-2024"))
                .noneMatch(one -> one.state().equals(new StateCode("KG")));
    }

    @Test
    void everyCellOfAzerbaijanIsDueForReview() {
        assertThat(FACTS.of(Mapping.class))
                .filteredOn(one -> one.state().equals(new StateCode("AZ")))
                .hasSize(39)
                .allMatch(one -> one.reviewDue() != null);
    }

    @Test
    void everyCellStandsAtAnArticleThatTheTreatyHas() {
        LocalDate on = LocalDate.of(2026, 11, 27);
        for (Mapping one : FACTS.of(Mapping.class)) {
            assertThat(Packs.book().provision(one.treaty(), on)).as(one.id()).isPresent();
        }
    }

    @Test
    void everyKindOfRequestHasARuleAndEveryRuleATitle() {
        for (RequestKind kind : RequestKind.values()) {
            assertThat(Packs.book().rules(kind)).as(kind.name()).isNotEmpty();
        }
        assertThat(FACTS.of(BasisRule.class)).hasSizeGreaterThan(35);
    }

    @Test
    void thePartsOfRulesAreUsed() {
        Set<String> used = new HashSet<>();
        for (BasisRule one : FACTS.of(BasisRule.class)) {
            used.addAll(one.parts().contents());
            used.addAll(one.parts().grounds());
            used.addAll(one.parts().limits());
        }
        FACTS.of(Content.class).forEach(one -> assertThat(used).contains(one.id()));
        FACTS.of(RefusalGround.class).forEach(one -> assertThat(used).contains(one.id()));
        FACTS.of(UseLimit.class).forEach(one -> assertThat(used).contains(one.id()));
    }
}
