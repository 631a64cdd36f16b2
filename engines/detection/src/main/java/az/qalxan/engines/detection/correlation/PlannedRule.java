package az.qalxan.engines.detection.correlation;

import az.qalxan.engines.detection.CorrelationRule;
import az.qalxan.engines.detection.CorrelationRule.Bound;
import az.qalxan.engines.detection.CorrelationRule.Type;
import az.qalxan.engines.detection.correlation.CorrelationFinding.Use;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A correlation rule with everything that follows from the rules around it.
 *
 * @param key what it is called, alone among all
 * @param delay how far it stays behind the watermark, in nanoseconds: findings of lower rules may
 *     become certain that much later than they happened
 * @param closing see {@link #closing(CorrelationRule)}
 * @param span the time span, in nanoseconds
 * @param carried fields that rules above need and that it does not group by
 * @param repeats whether a temporal rule above wants to know at every instant that it holds
 * @param use who gets its findings
 * @param enough see {@link #enough(CorrelationRule, boolean, WindowSettings.Kind)}
 */
record PlannedRule(
        String key,
        CorrelationRule rule,
        int level,
        long delay,
        boolean closing,
        long span,
        List<String> carried,
        boolean repeats,
        Use use,
        WindowSettings settings,
        long enough) {

    /** Together no rules stay behind for longer: thirty years. */
    static final long DELAY_MAX = 1_000_000_000_000_000_000L;

    private static final BigDecimal BELIEVABLE = BigDecimal.valueOf(Long.MAX_VALUE);

    PlannedRule {
        carried = List.copyOf(carried);
    }

    static boolean temporal(CorrelationRule rule) {
        return rule.type() == Type.TEMPORAL || rule.type() == Type.TEMPORAL_ORDERED;
    }

    /**
     * Whether what holds for some events may not hold any more when others are added, so that a
     * window has to be over before anything is said of it.
     */
    static boolean closing(CorrelationRule rule) {
        return switch (rule.type()) {
            case VALUE_AVG, VALUE_PERCENTILE -> true;
            case EVENT_COUNT, VALUE_COUNT, VALUE_SUM, TEMPORAL, TEMPORAL_ORDERED ->
                    !rule.bounds().stream().allMatch(PlannedRule::upward);
        };
    }

    private static boolean upward(Bound bound) {
        return bound.kind() == Bound.Kind.GT || bound.kind() == Bound.Kind.GTE;
    }

    /**
     * With fewer events than this, each of one value, the rule certainly finds nothing; 0 where
     * that cannot be said.
     */
    static long enough(CorrelationRule rule, boolean closing, WindowSettings.Kind kind) {
        boolean counts = rule.type() == Type.EVENT_COUNT || rule.type() == Type.VALUE_COUNT;
        if (!counts || closing || kind != WindowSettings.Kind.SLIDING) {
            return 0;
        }
        long enough = 0;
        for (Bound bound : rule.bounds()) {
            BigDecimal least = bound.number().setScale(0, RoundingMode.FLOOR).min(BELIEVABLE);
            enough = Math.max(enough, least.longValue());
        }
        return enough;
    }

    static long span(CorrelationRule rule) {
        return rule.timespan().toNanos();
    }

    /** Without a condition a temporal rule wants all of its rules. */
    boolean wantsAll() {
        return temporal(rule) && rule.bounds().isEmpty();
    }

    /** Whether nothing is certain before all has come: then order is made at the end. */
    boolean gathersFirst() {
        return settings.lateness().compareTo(WindowSettings.UNLIMITED) >= 0;
    }

    /** The rule's watermark when the stream's is given. */
    long own(long stream) {
        if (stream == Moments.END || stream == Moments.NEVER) {
            return stream;
        }
        return stream - delay;
    }

    Reckoning reckoning() {
        int rules = rule.rules().size();
        return switch (rule.type()) {
            case EVENT_COUNT -> new Counting();
            case VALUE_COUNT -> new Distinct();
            case VALUE_SUM -> new Sums(false);
            case VALUE_AVG -> new Sums(true);
            case VALUE_PERCENTILE -> {
                Integer percent = rule.percentile();
                yield new Percentile(percent == null ? 50 : percent);
            }
            case TEMPORAL -> new Latest(rules, closing());
            case TEMPORAL_ORDERED -> new Chains(rules, wantsAll(), closing());
        };
    }

    /** Changes when the rule means something else, so that its state means nothing any more. */
    long print() {
        return Keys.print(
                String.join(
                        "\n",
                        rule.type().name(),
                        settings.kind().name(),
                        String.valueOf(span()),
                        String.valueOf(delay),
                        rule.rules().toString(),
                        rule.groupBy().toString(),
                        rule.bounds().toString(),
                        rule.fields().toString(),
                        String.valueOf(rule.percentile()),
                        sorted(rule.aliases()),
                        carried.toString()));
    }

    private static String sorted(Map<String, Map<String, String>> aliases) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(aliases)
                .forEach((alias, names) ->
                        all.append(alias).append('=').append(new TreeMap<>(names)));
        return all.toString();
    }
}
