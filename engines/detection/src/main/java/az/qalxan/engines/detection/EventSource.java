package az.qalxan.engines.detection;

import java.util.Locale;
import java.util.Set;

/**
 * What log an event is of, so that only rules for that log are asked: a rule for web servers says
 * nothing about a process, though its words may stand in both.
 *
 * @param product such as {@code windows}; empty where it is not known
 * @param categories such as {@code process_creation}
 * @param services such as {@code sysmon}
 */
public record EventSource(String product, Set<String> categories, Set<String> services) {

    /** Nothing is known; only rules that ask for nothing fit. */
    public static final EventSource UNKNOWN = new EventSource("", Set.of(), Set.of());

    public EventSource {
        product = product.toLowerCase(Locale.ROOT);
        categories = Set.copyOf(categories);
        services = Set.copyOf(services);
    }

    /** Whether the event is of the log that the rule asks for; what the rule leaves open is. */
    public boolean fits(LogSource asked) {
        return fits(asked.product(), Set.of(product))
                && fits(asked.category(), categories)
                && fits(asked.service(), services);
    }

    private static boolean fits(String asked, Set<String> held) {
        return asked.isEmpty() || held.contains(asked.toLowerCase(Locale.ROOT));
    }
}
