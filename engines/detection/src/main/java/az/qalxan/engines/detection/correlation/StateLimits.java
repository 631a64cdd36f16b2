package az.qalxan.engines.detection.correlation;

/**
 * How much state a rule may have; what is beyond is shed, and counted. An event that carries many
 * or long values counts for several, so that memory is bounded too.
 *
 * @param groupsPerRule groups kept; of those longest without an event a small one goes
 * @param eventsPerGroup events kept of a group; the oldest go
 * @param eventsPerRule events kept of all groups together; whole groups go
 */
public record StateLimits(int groupsPerRule, int eventsPerGroup, int eventsPerRule) {

    public static final StateLimits USUAL = new StateLimits(100_000, 100_000, 4_000_000);

    public StateLimits {
        if (groupsPerRule < 1 || eventsPerGroup < 1 || eventsPerRule < eventsPerGroup) {
            throw new IllegalArgumentException(
                    "%d groups, %d events each, %d in all"
                            .formatted(groupsPerRule, eventsPerGroup, eventsPerRule));
        }
    }
}
