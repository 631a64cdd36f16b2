package az.qalxan.strategy;

import az.qalxan.Repository;
import az.qalxan.engines.plan.Executor;
import az.qalxan.engines.plan.Measure;
import az.qalxan.engines.plan.PlanFile;
import az.qalxan.engines.plan.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Plan files with the facts of the pack and invented words. All tests of a run share one plan, so
 * that none may leave one behind whose measures others do not find.
 */
final class TestPlans {

    private TestPlans() {}

    /** The plan of the outside data; it may be absent. */
    static Path official() {
        String named = System.getenv("QALXAN_OUTSIDE_DATA");
        Path data =
                named == null
                        ? Repository.root().toAbsolutePath().resolve("../shared/data")
                        : Path.of(named);
        return data.resolve("action-plan.yaml").normalize();
    }

    /** The measures of that plan that the predicate keeps, with words that end in the mark. */
    static byte[] yaml(PlanFile file, String mark, Predicate<Measure> kept) {
        StringBuilder yaml = new StringBuilder("title: Uydurulmuş plan " + mark + "\n");
        yaml.append("source: {language: az, approved: 2023-08-28}\nacronyms: []\ntargets:\n");
        file.targets().forEach(one -> part(yaml, one.id(), "hədəf", mark));
        yaml.append("objectives:\n");
        file.objectives().forEach(one -> part(yaml, one.id(), "nəticə", mark));
        yaml.append("priorities:\n");
        file.priorities()
                .forEach(one ->
                        yaml.append(
                                "- {number: %d, title: prioritet %s}\n"
                                        .formatted(one.number(), mark)));
        yaml.append("groups:\n");
        file.groups()
                .forEach(one ->
                        yaml.append(
                                "- {id: %s, priority: %d, title: istiqamət %s}\n"
                                        .formatted(one.id(), one.priority(), mark)));
        yaml.append("measures:\n");
        file.measures().stream().filter(kept).forEach(one -> measure(yaml, one, mark));
        return yaml.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] yaml(PlanFile file, String mark) {
        return yaml(file, mark, one -> true);
    }

    private static void part(StringBuilder yaml, String id, String what, String mark) {
        yaml.append("- {id: %s, text: %s %s %s}\n".formatted(id, what, id, mark));
    }

    private static void measure(StringBuilder yaml, Measure one, String mark) {
        yaml.append("- id: %s\n  priority: %d\n".formatted(one.code(), one.priority()));
        if (one.group() != null) {
            yaml.append("  group: %s\n".formatted(one.group()));
        }
        yaml.append("  text: uydurulmuş tədbir %s %s\n".formatted(one.code(), mark));
        yaml.append("  lead: %s\n  executors: %s\n".formatted(one.lead(), executors(one)));
        yaml.append("  period: %s\n".formatted(one.span().printed()));
        yaml.append("  period_parsed: %s\n".formatted(span(one.span())));
        yaml.append(
                "  indicators: {initial: ilkin %1$s, interim: aralıq %1$s, final: yekun %1$s}\n"
                        .formatted(mark));
    }

    private static List<String> executors(Measure one) {
        return one.executors().stream()
                .map((Executor each) ->
                        "{body: %s, recommended: %s}".formatted(each.acronym(), each.recommended()))
                .toList();
    }

    private static String span(Span span) {
        return span.isOpen()
                ? "{kind: ongoing}"
                : "{kind: range, start_year: %d, end_year: %d}"
                        .formatted(span.fromYear(), span.untilYear());
    }
}
