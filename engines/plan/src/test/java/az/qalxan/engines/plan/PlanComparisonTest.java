package az.qalxan.engines.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import az.qalxan.engines.plan.PlanChange.Kind;
import az.qalxan.engines.plan.PlanChange.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanComparisonTest {

    private static List<PlanChange> after(String from, String to) {
        String text = SmallPlan.text();
        assertThat(text).contains(from);
        return PlanComparison.between(
                SmallPlan.file(),
                SmallPlan.file(text.replace("counts:", "counts: {}\nabout:").replace(from, to)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    text: birinci hədəf|text: dəyişmiş hədəf|REWORDED|TARGET|4.1.1
                    text: birinci nəticə|text: dəyişmiş nəticə|REWORDED|OBJECTIVE|5.1.1
                    title: Birinci istiqamət|title: Başqa istiqamət|REWORDED|GROUP|8.1.1
                    title: İkinci prioritet|title: Başqa prioritet|REWORDED|PRIORITY|2
                    name: İkinci Uydurma Büro|name: Yeni Büro|REWORDED|ACRONYM|BB
                    text: İşıqları yandırmaq|text: Isıqları yandırmaq|REWORDED|MEASURE|8.2.1
                    lead: İÇ|lead: BB|LEAD|MEASURE|8.2.1
                    executors: []|executors: [{body: BB}]|EXECUTORS|MEASURE|8.2.1
                    recommended: true|recommended: false|EXECUTORS|MEASURE|8.1.1.9
                    start_year: 2024\\n    end_year: 2025|start_year: 2024\\n    end_year: 2026|PERIOD|MEASURE|8.1.1.9
                    final: yekun|final: başqa yekun|RESULT|MEASURE|8.2.1
                    group: null|group: null\\n  note: yeni qeyd|||
                    id: 8.2.1|id: 8.2.9|MOVED|MEASURE|8.2.9
                    """)
    void eachDifferenceIsToldOnce(String from, String to, Kind kind, Subject subject, String id) {
        List<PlanChange> changes = after(from.replace("\\n", "\n"), to.replace("\\n", "\n"));
        if (kind == null) {
            assertThat(changes).as("a remark changes nothing of the plan").isEmpty();
        } else {
            assertThat(changes)
                    .extracting(PlanChange::kind, PlanChange::subject, PlanChange::id)
                    .containsExactly(tuple(kind, subject, id));
        }
    }

    @Test
    void aMeasureThatIsGoneIsRemovedAndAnotherIsAdded() {
        List<PlanChange> changes =
                after(
                        "id: 8.2.1\n  priority: 2\n  group: null\n  text: İşıqları yandırmaq",
                        "id: 8.2.3\n  priority: 2\n  group: null\n  text: Körpü tikmək");
        assertThat(changes)
                .extracting(PlanChange::kind, PlanChange::id, PlanChange::before, PlanChange::after)
                .containsExactly(
                        tuple(Kind.REMOVED, "8.2.1", "İşıqları yandırmaq", ""),
                        tuple(Kind.ADDED, "8.2.3", "", "Körpü tikmək"));
    }

    @Test
    void withoutWordingNoWordsAreCompared() {
        PlanFile file = SmallPlan.file();
        PlanFile bare = bare(file);
        assertThat(PlanComparison.between(bare, file)).isEmpty();
        assertThat(PlanComparison.between(file, bare)).isEmpty();
    }

    private static PlanFile bare(PlanFile file) {
        return new PlanFile(
                file.title(),
                file.language(),
                file.source(),
                List.of(),
                file.targets().stream().map(one -> new Target(one.id(), "")).toList(),
                file.objectives().stream().map(one -> new Objective(one.id(), "")).toList(),
                file.priorities().stream().map(one -> new Priority(one.number(), "", "")).toList(),
                file.groups().stream().map(one -> new Group(one.id(), one.priority(), "")).toList(),
                file.measures().stream()
                        .map(one ->
                                new Measure(
                                        one.code(),
                                        one.priority(),
                                        one.group(),
                                        "",
                                        one.lead(),
                                        one.executors(),
                                        one.span(),
                                        Map.of(),
                                        null))
                        .toList());
    }

    /** What one direction adds the other removes, and an edition does not differ from itself. */
    @Test
    void differencesTurnAroundWithTheEditions() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            PlanFile one = some(random);
            PlanFile other = some(random);
            assertThat(PlanComparison.between(one, one)).as("seed %d", seed).isEmpty();
            Map<Kind, Long> forth = counts(PlanComparison.between(one, other));
            Map<Kind, Long> back = counts(PlanComparison.between(other, one));
            assertThat(forth.get(Kind.ADDED)).as("seed %d", seed).isEqualTo(back.get(Kind.REMOVED));
            assertThat(forth.get(Kind.MOVED)).as("seed %d", seed).isEqualTo(back.get(Kind.MOVED));
            assertThat(forth.get(Kind.LEAD)).as("seed %d", seed).isEqualTo(back.get(Kind.LEAD));
        }
    }

    private static Map<Kind, Long> counts(List<PlanChange> changes) {
        return changes.stream()
                .collect(Collectors.groupingBy(PlanChange::kind, Collectors.counting()));
    }

    /** A plan of some of the same measures, each with words of its own. */
    private static PlanFile some(Random random) {
        PlanFile file = SmallPlan.file();
        List<Measure> measures = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            if (random.nextInt(3) > 0) {
                int at = random.nextInt(4) == 0 ? number + 20 : number;
                measures.add(
                        new Measure(
                                new MeasureCode("8.1." + at),
                                1,
                                null,
                                "tədbir " + number,
                                random.nextBoolean() ? "AA" : "BB",
                                List.of(),
                                new Span("mütəmadi", Span.Kind.ONGOING, null, null),
                                Map.of(),
                                null));
            }
        }
        return new PlanFile(
                file.title(),
                file.language(),
                file.source(),
                file.acronyms(),
                file.targets(),
                file.objectives(),
                file.priorities(),
                file.groups(),
                measures);
    }
}
