package az.qalxan.engines.plan;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.plan.PlanFlaw.Code;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReaderTest {

    @Test
    void aPlanIsReadAsItStands() {
        PlanFile file = SmallPlan.file();
        assertThat(file.title()).isEqualTo("Uydurulmuş plan");
        assertThat(file.language()).isEqualTo("az");
        assertThat(file.source().approved()).isEqualTo(LocalDate.of(2024, 2, 1));
        assertThat(file.measures())
                .extracting(one -> one.code().value())
                .as("in the order of their numbers")
                .containsExactly("8.1.1.9", "8.1.1.10", "8.2.1", "8.2.2");
        assertThat(file.priorities().getFirst().planTitle()).isEqualTo("Birinci prioritet, planda");
        assertThat(file.priorities().getLast().planTitle()).isEqualTo("İkinci prioritet");
        Measure ninth = file.measures().getFirst();
        assertThat(ninth.executors())
                .containsExactly(new Executor("AA", true), new Executor("İÇ", false));
        assertThat(ninth.results())
                .isEqualTo(
                        Map.of(
                                Stage.INITIAL, "doqquzuncunun ilkin nəticəsi",
                                Stage.INTERIM, "doqquzuncunun aralıq nəticəsi",
                                Stage.FINAL, "doqquzuncunun yekun nəticəsi"));
        assertThat(ninth.note()).isEqualTo("Uydurulmuş qeyd");
        assertThat(file.measures().get(2).group()).isNull();
    }

    @Test
    void anOpenPeriodHasNoEndAndIsNotGivenOne() {
        PlanFile file = SmallPlan.file();
        assertThat(file.openEnded()).isEqualTo(2);
        Span open = file.measures().get(1).span();
        assertThat(open).isEqualTo(new Span("mütəmadi", Span.Kind.ONGOING, null, null));
        assertThat(open.isOpen()).isTrue();
        assertThat(open.includes(1999) && open.includes(2999)).isTrue();
        Span regular = file.measures().getLast().span();
        assertThat(regular.isOpen()).isTrue();
        assertThat(regular.includes(2023)).isFalse();
        Span year = file.measures().get(2).span();
        assertThat(year.isOpen()).isFalse();
        assertThat(year.includes(2025) && !year.includes(2024) && !year.includes(2026)).isTrue();
    }

    @Test
    void aClassOfBodiesIsAllowedAndPointedOut() {
        assertThat(SmallPlan.read(SmallPlan.text()))
                .isInstanceOfSatisfying(
                        PlanRead.Read.class,
                        read ->
                                assertThat(read.warnings())
                                        .singleElement()
                                        .satisfies(flaw -> {
                                            assertThat(flaw.code()).isEqualTo(Code.NOT_IN_ACRONYMS);
                                            assertThat(flaw.path())
                                                    .isEqualTo("measures[3].executors[0]");
                                            assertThat(flaw.arguments())
                                                    .containsExactly("Çay sahibləri");
                                        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    title: Uydurulmuş plan|title: ''|NOT_TEXT|2|
                    title: Uydurulmuş plan|about: x|MISSING|2|
                    approved: "2024-02-01"|approved: "2024-02-31"|NOT_DATE|5|source
                    measures: 4|measures: 5|COUNT_DIFFERS|11|counts
                    id: "4.1.2"|id: "4.1.1"|TWICE|24|targets[1]
                    id: "4.1.2"|id: dörd|NOT_CODE|24|targets[1]
                    number: 2|number: iki|NOT_NUMBER|34|priorities[1]
                    id: 8.1.1.9|id: 8.1.1.10|TWICE|57|measures[1]
                    group: null|group: 8.9.9|UNKNOWN_GROUP|80|measures[2]
                    group: null|group: 8.1.1|GROUP_ELSEWHERE|80|measures[2]
                    lead: İÇ|leads: İÇ|MISSING|78|measures[2]
                    body: İÇ|body: BB|LEAD_IS_EXECUTOR|65|measures[1].executors[1]
                    body: İÇ|body: AA|TWICE|65|measures[1].executors[1]
                    recommended: true|recommended: bəli|NOT_TRUTH|64|measures[1].executors[0]
                    executors: []|executors: yoxdur|NOT_LIST|83|measures[2]
                    kind: year|kind: bəzən|UNKNOWN_KIND|86|measures[2].period_parsed
                    end_year: 2025|end_year: 2023|YEARS_REVERSED|71|measures[1].period_parsed
                    final: yekun|last: yekun|MISSING|90|measures[2].indicators
                    """)
    void everyFlawHasItsPlace(String from, String to, Code code, int line, String path) {
        String text = SmallPlan.text();
        assertThat(text).contains(from);
        PlanRead read = SmallPlan.read(text.replaceFirst(java.util.regex.Pattern.quote(from), to));
        assertThat(read).isInstanceOf(PlanRead.Refused.class);
        List<PlanFlaw> flaws = ((PlanRead.Refused) read).flaws();
        assertThat(flaws)
                .anySatisfy(flaw -> {
                    assertThat(flaw.code()).isEqualTo(code);
                    assertThat(flaw.path()).isEqualTo(Objects.requireNonNullElse(path, ""));
                    assertThat(flaw.line()).isBetween(line - 1, line + 1);
                    assertThat(flaw.sentence()).doesNotContain("{");
                });
    }

    @Test
    void allFlawsAreToldAtOnceInTheFilesOrder() {
        String text =
                SmallPlan.text()
                        .replace("lead: AA", "lead: ''")
                        .replace("kind: year", "kind: never")
                        .replace("approved: \"2024-02-01\"", "approved: yesterday");
        List<PlanFlaw> flaws = ((PlanRead.Refused) SmallPlan.read(text)).flaws();
        assertThat(flaws)
                .extracting(PlanFlaw::code)
                .containsExactly(Code.NOT_DATE, Code.NOT_TEXT, Code.UNKNOWN_KIND, Code.NOT_TEXT);
        assertThat(flaws).extracting(PlanFlaw::line).isSorted();
    }

    @Test
    void hostileFilesAreRefusedAndNotBuilt() {
        assertCode(new byte[PlanReader.BYTES_MAX + 1], Code.TOO_LARGE);
        assertCode(new byte[] {(byte) 0xff, (byte) 0xfe}, Code.NOT_UTF8);
        assertCode("", Code.EMPTY);
        assertCode("- a\n- b", Code.NOT_MAPPING);
        assertCode("a: &x [1]\nb: *x", Code.ALIAS);
        assertCode("a: !!java.net.URL [http://example]", Code.ALIAS);
        assertCode("a: 1\n---\nb: 2", Code.SECOND_DOCUMENT);
        assertCode("a: 1\na: 2", Code.KEY_TWICE);
        assertCode("? [a]\n: b", Code.KEY_NOT_PLAIN);
        assertCode("a: " + "[".repeat(50) + "]".repeat(50), Code.TOO_DEEP);
        assertCode("a: " + "[".repeat(100_000), Code.TOO_DEEP);
        assertCode("a: [" + "1,".repeat(PlanReader.NODES_MAX + 1) + "]", Code.TOO_MANY_VALUES);
        assertCode("a: \"\\UFFFFFFFF\"", Code.NOT_YAML);
        assertCode("a: \t:\n  - x", Code.NOT_YAML);
    }

    @Test
    void flawsAreToldUpToABearableNumber() {
        StringBuilder text = new StringBuilder(SmallPlan.text());
        for (int i = 0; i < 2_000; i++) {
            text.append("- id: yox").append(i).append('\n');
        }
        List<PlanFlaw> flaws = ((PlanRead.Refused) SmallPlan.read(text.toString())).flaws();
        assertThat(flaws).hasSize(Flaws.TOLD_MAX + 1);
        assertThat(flaws.getLast().code()).isEqualTo(Code.MORE_FLAWS);
    }

    @Test
    void aQuotedNothingIsATextAndAnUnquotedOneIsNone() {
        assertThat(
                        SmallPlan.file(SmallPlan.text().replace("note: Uydurulmuş qeyd", "note: ~"))
                                .measures()
                                .getFirst()
                                .note())
                .isNull();
        assertThat(
                        SmallPlan.file(
                                        SmallPlan.text()
                                                .replace("note: Uydurulmuş qeyd", "note: \"null\""))
                                .measures()
                                .getFirst()
                                .note())
                .isEqualTo("null");
    }

    /** The scanner reads in parts of 1,024 units; a pair of them may lie across the seam. */
    @Test
    void aCharacterOfTwoUnitsMayStandAnywhere() {
        for (int before = 1_000; before < 1_050; before++) {
            String note = "n".repeat(before) + "\uD83D\uDEE1".repeat(3);
            String text = "title: Uydurma\nnote: " + note + "\n" + SmallPlan.text();
            assertThat(PlanReader.read(text.getBytes(StandardCharsets.UTF_8))).isNotNull();
        }
    }

    private static void assertCode(String text, Code code) {
        assertCode(text.getBytes(StandardCharsets.UTF_8), code);
    }

    private static void assertCode(byte[] bytes, Code code) {
        assertThat(PlanReader.read(bytes))
                .isInstanceOfSatisfying(
                        PlanRead.Refused.class,
                        refused ->
                                assertThat(refused.flaws())
                                        .extracting(PlanFlaw::code)
                                        .contains(code));
    }
}
