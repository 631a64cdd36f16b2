package az.qalxan.engines.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of scenarios: state pairs, kinds and days around every event. */
class ScenariosTest {

    private static final List<List<String>> ROWS = Table.rows("scenarios.txt");

    @TestFactory
    List<DynamicTest> theBookAnswersTheTable() {
        return ROWS.stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                String.join(" ", row.subList(0, 4)), () -> check(row)))
                .toList();
    }

    @Test
    void theTableIsLargeAndHoldsNothingTwice() {
        assertThat(ROWS).hasSizeGreaterThanOrEqualTo(80);
        assertThat(ROWS.stream().map(row -> row.subList(0, 4))).doesNotHaveDuplicates();
        assertThat(ROWS.stream().map(List::getFirst).distinct())
                .hasSize(RequestKind.values().length);
    }

    private static void check(List<String> row) {
        BasisAnswer answer =
                Packs.book()
                        .basis(
                                new BasisQuestion(
                                        RequestKind.valueOf(
                                                row.getFirst()
                                                        .toUpperCase(Locale.ROOT)
                                                        .replace('-', '_')),
                                        new StateCode(row.get(1)),
                                        new StateCode(row.get(2)),
                                        LocalDate.parse(row.get(3))));
        assertThat(bases(answer)).isEqualTo(row.get(4));
        assertThat(body(answer, true)).isEqualTo(row.get(5));
        assertThat(body(answer, false)).isEqualTo(row.get(6));
        if (!row.get(7).equals("-")) {
            for (String token : row.get(7).split(" ", -1)) {
                assertThat(holds(answer, token.split(":", -1))).as(token).isTrue();
            }
        }
    }

    private static String bases(BasisAnswer answer) {
        return answer.usable().isEmpty()
                ? "-"
                : answer.usable().stream()
                        .map(one -> one.clause() + star(one.standing()))
                        .collect(Collectors.joining(" "));
    }

    private static String body(BasisAnswer answer, boolean sender) {
        return answer.best()
                .map(one -> sender ? one.sender() : one.receiver())
                .map(one -> (one.known() ? one.body() : "?") + star(one.standing()))
                .orElse("-");
    }

    private static String star(Standing standing) {
        return standing == Standing.VERIFIED ? "" : "*";
    }

    private static boolean holds(BasisAnswer answer, String[] token) {
        String code = token[token.length - 1];
        if (token[0].equals("answer")) {
            return answer.reasons().stream().anyMatch(one -> one.code().equals(code));
        }
        String state = token.length == 3 ? token[1] + ", " : "";
        List<Unusable> unusable =
                answer.unusable().stream()
                        .filter(one -> one.clause().instrument().equals(token[0]))
                        .toList();
        return !unusable.isEmpty()
                && unusable.stream()
                        .allMatch(one ->
                                one.reasons().stream()
                                        .filter(reason -> reason.code().equals(code))
                                        .anyMatch(reason -> reason.text().en().startsWith(state)));
    }
}
