package az.qalxan.engines.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The official plan, where the outside data is: what the reader finds is what stands in the file,
 * counted line by line.
 */
class OutsidePlanTest {

    @Test
    void theOfficialPlanIsReadWhole() throws IOException {
        String named = System.getenv("QALXAN_OUTSIDE_DATA");
        Path data = Path.of(named == null ? "../../../shared/data" : named);
        Path plan = data.resolve("action-plan.yaml");
        assumeTrue(
                Files.isReadable(plan),
                "outside data is absent; set QALXAN_OUTSIDE_DATA to its folder");
        PlanRead read = PlanReader.read(Files.readAllBytes(plan));
        assertThat(read).isInstanceOf(PlanRead.Read.class);
        PlanFile file = ((PlanRead.Read) read).file();
        List<String> lines = Files.readAllLines(plan);
        List<String> measures = lines.subList(lines.indexOf("measures:"), lines.size());
        assertThat(file.priorities()).hasSize(9);
        assertThat(file.groups()).hasSize(16);
        assertThat(file.measures()).hasSize(56);
        assertThat(file.targets()).hasSize(27);
        assertThat(file.objectives()).hasSize(27);
        assertThat(file.openEnded()).isEqualTo(36).isEqualTo(count(measures, "    end_year: null"));
        assertThat(leads(file)).isEqualTo(said(measures, "  lead: "));
        assertThat(executors(file)).isEqualTo(said(measures, "  - body: "));
        assertThat(
                        file.measures().stream()
                                .flatMap(one -> one.executors().stream())
                                .filter(Executor::recommended)
                                .count())
                .isEqualTo(5)
                .isEqualTo(count(measures, "    recommended: true"));
        assertThat(file.measures()).allMatch(one -> one.results().size() == 3);
    }

    private static long count(List<String> lines, String line) {
        return lines.stream().filter(line::equals).count();
    }

    private static Map<String, Long> said(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, counting()));
    }

    private static Map<String, Long> leads(PlanFile file) {
        return file.measures().stream()
                .collect(Collectors.groupingBy(Measure::lead, TreeMap::new, counting()));
    }

    private static Map<String, Long> executors(PlanFile file) {
        return file.measures().stream()
                .flatMap(one -> one.executors().stream())
                .collect(Collectors.groupingBy(Executor::acronym, TreeMap::new, counting()));
    }

    private static <T> java.util.stream.Collector<T, ?, Long> counting() {
        return Collectors.counting();
    }
}
