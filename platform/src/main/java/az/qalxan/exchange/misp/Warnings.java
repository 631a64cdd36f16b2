package az.qalxan.exchange.misp;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The guard against false positives: says which lists have a value. Lists of our own hold
 * everywhere, those that a body keeps in its collections.
 */
@Component
class Warnings {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final TransactionIdentity JOB = TransactionIdentity.job("warninglists");

    private final WarninglistStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final List<WarninglistMatcher> own;
    private volatile Known known = new Known(Instant.MIN, Map.of());

    Warnings(WarninglistStore store, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
        this.own = OwnWarninglists.all().stream().map(WarninglistMatcher::new).toList();
    }

    private record Known(Instant until, Map<String, List<WarninglistMatcher>> lists) {}

    /** The names of the lists that have it. */
    List<String> names(String body, String type, String value) {
        return lists(body).stream()
                .filter(one -> one.has(type, value))
                .map(one -> one.list().name())
                .toList();
    }

    /** Whether it is on a list of what is no threat. */
    boolean harmless(String body, String type, String value) {
        return lists(body).stream().anyMatch(one -> one.list().harmless() && one.has(type, value));
    }

    /** Asks the database anew at the next look. */
    void forget() {
        known = new Known(Instant.MIN, Map.of());
    }

    private List<WarninglistMatcher> lists(String body) {
        Known now = known;
        if (!clock.instant().isBefore(now.until())) {
            now = new Known(clock.instant().plus(REMEMBERED), read());
            known = now;
        }
        return now.lists().getOrDefault(body, own);
    }

    private Map<String, List<WarninglistMatcher>> read() {
        List<Warninglist> all =
                ActingAs.call(
                        JOB, () -> Objects.requireNonNull(transaction.execute(_ -> store.all())));
        Map<String, List<Warninglist>> byBody =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Warninglist::body, TreeMap::new, Collectors.toList()));
        Map<String, List<WarninglistMatcher>> lists = new TreeMap<>();
        byBody.forEach((body, kept) -> lists.put(body, together(kept)));
        return lists;
    }

    private List<WarninglistMatcher> together(List<Warninglist> kept) {
        List<WarninglistMatcher> together = new ArrayList<>();
        for (WarninglistMatcher one : own) {
            boolean off =
                    kept.stream()
                            .anyMatch(other ->
                                    other.name().equals(one.list().name()) && !other.enabled());
            if (!off) {
                together.add(one);
            }
        }
        kept.stream()
                .filter(one -> one.enabled() && one.kind() != Warninglist.Kind.OWN)
                .map(WarninglistMatcher::new)
                .forEach(together::add);
        return together;
    }
}
