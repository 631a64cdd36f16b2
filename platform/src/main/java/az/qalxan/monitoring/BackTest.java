package az.qalxan.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a version would have found in stored events.
 *
 * @param from from when until when the events were taken
 * @param state {@code waiting}, {@code running}, {@code done} or {@code failed}
 * @param byRule the rules that found something, the noisiest first
 * @param finishedAt null while it goes on
 */
record BackTest(
        UUID id,
        UUID version,
        String body,
        Instant from,
        Instant until,
        String state,
        long events,
        long damaged,
        long findings,
        List<OfRule> byRule,
        Instant askedAt,
        String askedBy,
        @Nullable Instant finishedAt) {

    BackTest {
        byRule = List.copyOf(byRule);
    }

    /**
     * What one rule would have found.
     *
     * @param busiest how often on the day at the body where it was most
     */
    record OfRule(String rule, String title, String level, int findings, int busiest) {

        /** Whether it would have gone beyond the noise budget. */
        boolean over(int budget) {
            return busiest > budget;
        }
    }

    boolean is(String other) {
        return state.equals(other);
    }

    BackTest ended(String how, long eventsNow, long damagedNow, List<OfRule> rules) {
        long all = rules.stream().mapToLong(OfRule::findings).sum();
        return new BackTest(
                id,
                version,
                body,
                from,
                until,
                how,
                eventsNow,
                damagedNow,
                all,
                rules,
                askedAt,
                askedBy,
                finishedAt);
    }
}
