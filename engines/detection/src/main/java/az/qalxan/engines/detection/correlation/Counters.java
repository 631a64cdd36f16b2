package az.qalxan.engines.detection.correlation;

/**
 * What correlation did, and what it could not do.
 *
 * @param taken contributions that count
 * @param late those that came after the watermark and the allowed lateness; they do not count
 * @param repeated those that were there already
 * @param ungrouped events that lack a field to group by; they do not count
 * @param unreckoned events that lack a value or number to reckon; they do not count
 * @param shed events that were forgotten before their time, for want of room
 * @param evicted groups that were forgotten before their time, for want of room
 * @param alerts findings that people are told of
 * @param groups groups that are kept now
 * @param events events that are kept now
 */
public record Counters(
        long taken,
        long late,
        long repeated,
        long ungrouped,
        long unreckoned,
        long shed,
        long evicted,
        long alerts,
        long groups,
        long events) {

    public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Counters plus(Counters other) {
        return new Counters(
                taken + other.taken,
                late + other.late,
                repeated + other.repeated,
                ungrouped + other.ungrouped,
                unreckoned + other.unreckoned,
                shed + other.shed,
                evicted + other.evicted,
                alerts + other.alerts,
                groups + other.groups,
                events + other.events);
    }
}
