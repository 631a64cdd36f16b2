package az.qalxan.engines.detection;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes expressions ready for events in slots, each part of a rule once for all kinds of events.
 */
final class Checks {

    private final FieldSlots slots;
    private final Map<Expression, Check> known =
            Collections.synchronizedMap(new IdentityHashMap<>());

    Checks(FieldSlots slots) {
        this.slots = slots;
    }

    Check of(Expression expression) {
        return switch (expression) {
            case Expression.All all -> new Check.All(each(all.parts()));
            case Expression.Any any -> any(any);
            case Expression.Not not -> new Check.Not(of(not.part()));
            case Expression.Field field -> known.computeIfAbsent(field, _ -> made(field));
            case Expression.Keyword _ -> new Check.Interpreted(expression);
        };
    }

    private Check any(Expression.Any any) {
        Check made = known.get(any);
        if (made == null) {
            Check[] parts = each(any.parts());
            made = new Check.Any(parts, new AnyOf(parts).checks());
            known.put(any, made);
        }
        return made;
    }

    private Check[] each(List<Expression> parts) {
        return parts.stream().map(this::of).toArray(Check[]::new);
    }

    private Check made(Expression.Field field) {
        int slot = slots.of(field.field());
        return switch (field.test()) {
            case ValueTest.Textual textual when BytePattern.can(textual.text()) ->
                    textual.cased()
                            ? new Check.Cased(slot, new BytePattern(textual.text(), true))
                            : new Check.Folded(slot, new BytePattern(textual.text(), false));
            case ValueTest.Regular regular ->
                    new Check.Fitting(slot, regular.regex(), needed(regular.regex()));
            case ValueTest.InNetwork in -> new Check.InNetwork(slot, in.network());
            case ValueTest.Nothing _ -> new Check.Nothing(slot);
            case ValueTest.Exists exists -> new Check.Exists(slot, exists.there());
            default -> new Check.Interpreted(field);
        };
    }

    private static BytePattern[][] needed(LinearRegex regex) {
        return RegexLiterals.all(regex).stream()
                .map(Checks::patterns)
                .toArray(BytePattern[][]::new);
    }

    private static BytePattern[] patterns(Set<String> texts) {
        return texts.stream()
                .map(text -> new BytePattern(SigmaText.plain(text).anywhere(), false))
                .toArray(BytePattern[]::new);
    }
}
