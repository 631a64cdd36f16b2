package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What rules point at by identifier. An identifier that leads nowhere is left out. */
final class RuleParts {

    private final Map<String, List<ClockRule>> clocks = new HashMap<>();
    private final Map<String, List<Content>> contents = new HashMap<>();
    private final Map<String, List<RefusalGround>> grounds = new HashMap<>();
    private final Map<String, List<UseLimit>> limits = new HashMap<>();
    private final List<Remark> remarks;

    RuleParts(LawFacts facts) {
        put(facts.of(ClockRule.class), clocks);
        put(facts.of(Content.class), contents);
        put(facts.of(RefusalGround.class), grounds);
        put(facts.of(UseLimit.class), limits);
        this.remarks = facts.of(Remark.class);
    }

    private static <T extends LawRow> void put(List<T> rows, Map<String, List<T>> into) {
        rows.forEach(one -> into.computeIfAbsent(one.id(), any -> new ArrayList<>()).add(one));
    }

    private static <T extends LawRow> List<T> held(
            List<String> ids, Map<String, List<T>> rows, LocalDate on) {
        return ids.stream()
                .map(id -> rows.getOrDefault(id, List.of()))
                .flatMap(List::stream)
                .filter(one -> one.period().contains(on))
                .toList();
    }

    List<ClockRule> clocks(BasisRule rule, LocalDate on) {
        return held(rule.parts().clocks(), clocks, on);
    }

    List<Content> contents(BasisRule rule, LocalDate on) {
        return held(rule.parts().contents(), contents, on);
    }

    List<RefusalGround> grounds(BasisRule rule, LocalDate on) {
        return held(rule.parts().grounds(), grounds, on);
    }

    List<UseLimit> limits(BasisRule rule, LocalDate on) {
        return held(rule.parts().limits(), limits, on);
    }

    /** What the answer must mention; a remark about an instrument only where it plays a part. */
    List<Remark> remarks(BasisQuestion question, List<String> instruments) {
        return remarks.stream()
                .filter(one -> one.period().contains(question.on()))
                .filter(one -> one.kinds().isEmpty() || one.kinds().contains(question.kind()))
                .filter(one -> concerns(one, question))
                .filter(one ->
                        one.instrument() == null
                                || instruments.contains(Objects.requireNonNull(one.instrument())))
                .toList();
    }

    /** Inside one state only what names that state matters. */
    private static boolean concerns(Remark one, BasisQuestion question) {
        if (one.states().isEmpty()) {
            return !question.domestic();
        }
        boolean sender = one.states().contains(question.from());
        boolean receiver = one.states().contains(question.to());
        return switch (one.side()) {
            case SENDER -> sender;
            case RECEIVER -> receiver;
            case EITHER -> sender || receiver;
        };
    }
}
