package az.qalxan.engines.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for one kind of event, and an index that says which of them to look at. */
final class Bucket {

    private final List<DetectionRule> fitting;
    private final FieldSlots slots;
    private final Simplifying simplifying;
    private final List<DetectionRule> rules = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Expression> expressions = new ArrayList<>();
    private final @Nullable SlotIndex[] bySlot;
    private final int[] always;
    private final List<Boolean> keywords = new ArrayList<>();
    private final @Nullable KeywordIndex anywhere;

    Bucket(List<DetectionRule> fitting, FieldSlots slots, Simplifying simplifying) {
        this(fitting, slots, simplifying, LiteralSamples.NONE);
    }

    private Bucket(
            List<DetectionRule> fitting,
            FieldSlots slots,
            Simplifying simplifying,
            LiteralSamples seen) {
        this.fitting = List.copyOf(fitting);
        this.slots = slots;
        this.simplifying = simplifying;
        Witness witness = new Witness(slots, seen);
        Map<Integer, Map<Literal, int[]>> literals = new HashMap<>();
        List<Integer> without = new ArrayList<>();
        for (DetectionRule rule : fitting) {
            Expression expression = simplifying.of(rule.expression());
            if (expression.equals(Simplifying.NEVER)) {
                continue;
            }
            int number = rules.size();
            rules.add(rule);
            checks.add(Check.of(expression, slots));
            expressions.add(expression);
            keywords.add(asksKeywords(expression));
            Set<Literal> witnesses = witness.of(expression);
            if (witnesses == null) {
                without.add(number);
            } else {
                for (Literal literal : witnesses) {
                    literals.computeIfAbsent(literal.slot(), _ -> new HashMap<>())
                            .merge(literal, new int[] {number}, Bucket::with);
                }
            }
        }
        always = without.stream().mapToInt(Integer::intValue).toArray();
        bySlot = new SlotIndex[slots.count()];
        Map<Literal, int[]> words = literals.remove(Literal.ANY_FIELD);
        anywhere = words == null ? null : new KeywordIndex(words);
        literals.forEach((slot, some) -> bySlot[slot] = new SlotIndex(some));
    }

    private static int[] with(int[] some, int[] one) {
        int[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = one[0];
        return all;
    }

    private static boolean asksKeywords(Expression expression) {
        return switch (expression) {
            case Expression.All all -> all.parts().stream().anyMatch(Bucket::asksKeywords);
            case Expression.Any any -> any.parts().stream().anyMatch(Bucket::asksKeywords);
            case Expression.Not not -> asksKeywords(not.part());
            case Expression.Keyword _ -> true;
            case Expression.Field _ -> false;
        };
    }

    int size() {
        return rules.size();
    }

    DetectionRule rule(int number) {
        return rules.get(number);
    }

    /** The same rules, their literals chosen by what has been seen. */
    Bucket tuned(LiteralSamples seen) {
        return new Bucket(fitting, slots, simplifying, seen);
    }

    Check check(int number) {
        return checks.get(number);
    }

    Expression expression(int number) {
        return expressions.get(number);
    }

    /** Rules that have to be looked at for every event. */
    int[] always() {
        return always;
    }

    /** Whether the rule asks for any value at all, so that all of an event's fields are needed. */
    boolean keywords(int number) {
        return keywords.get(number);
    }

    /** What to look for in all of an event's bytes. */
    @Nullable KeywordIndex anywhere() {
        return anywhere;
    }

    @Nullable SlotIndex index(int slot) {
        return bySlot[slot];
    }
}
