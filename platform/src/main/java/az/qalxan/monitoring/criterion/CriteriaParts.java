package az.qalxan.monitoring.criterion;

import az.qalxan.web.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What a set of criteria says beside its single criteria, and where two sets differ in that. */
final class CriteriaParts {

    private final Text text;
    private final Rsit rsit;

    CriteriaParts(Text text, Rsit rsit) {
        this.text = text;
        this.rsit = rsit;
    }

    /** A part that differs, in words; message key {@code criterion.part.<code>}. */
    record Part(String code, List<String> before, List<String> after) {

        Part {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** How one part of a set is taken out of it, and how it is said. */
    private record Reader(
            String code, Function<Criteria, Object> value, Function<Criteria, List<String>> words) {

        boolean differs(Criteria before, Criteria after) {
            return !Objects.equals(value.apply(before), value.apply(after));
        }
    }

    /** Every part in which those sets differ. */
    List<Part> differing(Criteria before, Criteria after) {
        List<Part> parts = new ArrayList<>();
        if (!shared(before, after).equals(shared(after, before))) {
            parts.add(new Part("order", codes(before), codes(after)));
        }
        readers().stream()
                .filter(one -> one.differs(before, after))
                .map(one ->
                        new Part(one.code(), one.words().apply(before), one.words().apply(after)))
                .forEach(parts::add);
        return parts;
    }

    /** Of two criteria of one severity the first one gives its name to an incident. */
    private static List<String> codes(Criteria criteria) {
        return criteria.criteria().stream().map(Criterion::code).toList();
    }

    /** In their order, the criteria that the other set has too. */
    private static List<String> shared(Criteria criteria, Criteria other) {
        return codes(criteria).stream().filter(code -> other.find(code).isPresent()).toList();
    }

    private List<Reader> readers() {
        return List.of(
                new Reader(
                        "alert-gap",
                        one -> one.grouping().alert(),
                        one -> List.of(exact(one.grouping().alert()))),
                new Reader(
                        "incident-gap",
                        one -> one.grouping().incident(),
                        one -> List.of(exact(one.grouping().incident()))),
                new Reader(
                        "hub",
                        one -> one.grouping().hub(),
                        one -> List.of(text.number(one.grouping().hub()))),
                new Reader(
                        "common",
                        one -> one.grouping().common(),
                        one -> one.grouping().common().stream().sorted().toList()),
                new Reader("shared", one -> one.grouping().shared(), this::shared),
                new Reader("categories", Criteria::categories, this::categories),
                new Reader(
                        "coordinator",
                        one -> one.paging().coordinator(),
                        one -> List.of(one.paging().coordinator())),
                new Reader("paging", one -> one.paging().steps(), this::steps));
    }

    /** Kinds of entity that mean the same at every body. */
    List<String> shared(Criteria criteria) {
        return criteria.grouping().shared().stream()
                .sorted()
                .map(kind -> text.of("incident.node." + kind))
                .toList();
    }

    private List<String> categories(Criteria criteria) {
        List<String> lines = new ArrayList<>();
        for (CategoryRule rule : criteria.categories()) {
            lines.add(
                    rsit.name(rule.category(), text.language().code())
                            + " ("
                            + rule.category()
                            + "): "
                            + String.join(", ", rule.any().stream().sorted().toList()));
        }
        return lines;
    }

    private List<String> steps(Criteria criteria) {
        return criteria.paging().steps().stream()
                .map(one -> exact(one.after()) + ": " + text.of("incident.whom." + one.whom()))
                .toList();
    }

    /** A span of time; what minutes do not tell is written to the second. */
    private String exact(Duration span) {
        return span.equals(Duration.ofMinutes(span.toMinutes()))
                ? CriterionWords.within(span, text)
                : span.toString();
    }
}
