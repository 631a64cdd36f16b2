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

    private final FieldSlots slots;
    private final List<Ready> rules;
    private final @Nullable SlotIndex[] bySlot;
    private final int[] always;
    private final @Nullable KeywordIndex anywhere;

    /**
     * A rule with what is known of the events put in.
     *
     * @param whole the check of the rule with nothing put in
     * @param keywords whether the rule asks for any value at all, so that all of an event's fields
     *     are needed
     * @param names whether all of them are needed to name the values that make the rule hold
     */
    record Ready(
            DetectionRule rule,
            Expression expression,
            Check check,
            Check whole,
            boolean keywords,
            boolean names) {}

    Bucket(List<DetectionRule> fitting, FieldSlots slots, Checks checks, Simplifying simplifying) {
        this(ready(fitting, checks, simplifying), slots, LiteralSamples.NONE);
    }

    private Bucket(List<Ready> rules, FieldSlots slots, LiteralSamples seen) {
        this.rules = rules;
        this.slots = slots;
        Witness witness = new Witness(slots, seen);
        Map<Integer, Map<Literal, int[]>> literals = new HashMap<>();
        List<Integer> without = new ArrayList<>();
        for (int number = 0; number < rules.size(); number++) {
            Set<Literal> witnesses = witness.of(rules.get(number).expression());
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

    private static List<Ready> ready(
            List<DetectionRule> fitting, Checks checks, Simplifying simplifying) {
        List<Ready> ready = new ArrayList<>();
        for (DetectionRule rule : fitting) {
            Expression expression = simplifying.of(rule.expression());
            if (!expression.equals(Simplifying.NEVER)) {
                ready.add(
                        new Ready(
                                rule,
                                expression,
                                checks.of(expression),
                                checks.of(rule.expression()),
                                asksKeywords(expression),
                                asksKeywords(rule.expression())));
            }
        }
        return List.copyOf(ready);
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

    Ready rule(int number) {
        return rules.get(number);
    }

    /** The same rules, their literals chosen by what has been seen. */
    Bucket tuned(LiteralSamples seen) {
        return new Bucket(rules, slots, seen);
    }

    /** Rules that have to be looked at for every event. */
    int[] always() {
        return always;
    }

    /** What to look for in all of an event's bytes. */
    @Nullable KeywordIndex anywhere() {
        return anywhere;
    }

    @Nullable SlotIndex index(int slot) {
        return bySlot[slot];
    }
}
