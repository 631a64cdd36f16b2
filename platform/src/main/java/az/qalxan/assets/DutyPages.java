package az.qalxan.assets;

import az.qalxan.access.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Composes the duty page and its short form on the first page. */
@Component
class DutyPages {

    /** Rows of the duty page. */
    static final int ROWS = 100;

    /** Rows of the short form: what can be dealt with at once. */
    static final int SOON_ROWS = 5;

    /** Within which a clock counts down before everybody's eyes. */
    static final Duration SOON = Duration.ofHours(1);

    private final FreezeStore store;
    private final Freezes freezes;
    private final TrailPages trails;
    private final Keepers keepers;
    private final AssetsPack pack;
    private final Clock clock;

    DutyPages(
            FreezeStore store,
            Freezes freezes,
            TrailPages trails,
            Keepers keepers,
            AssetsPack pack,
            Clock clock) {
        this.store = store;
        this.freezes = freezes;
        this.trails = trails;
        this.keepers = keepers;
        this.pack = pack;
        this.clock = clock;
    }

    DutyPage of(Caller caller) {
        List<Freeze> found = store.runningOut(caller.body(), ROWS + 1);
        List<FreezeLine> shown = trails.lines(found.subList(0, Math.min(found.size(), ROWS)));
        Instant now = clock.instant();
        Map<String, String> known =
                freezes.suggestedKeepers(
                        shown.stream()
                                .filter(FreezeLine::drafted)
                                .map(one -> one.head().holding())
                                .toList());
        return new DutyPage(
                shown.stream()
                        .map(one ->
                                new DutyPage.Row(
                                        one,
                                        known.getOrDefault(one.head().holding().keeperMark(), "")))
                        .toList(),
                found.size() > ROWS,
                shown.stream().filter(one -> one.past(now)).count(),
                keepers.all(),
                pack.bases(),
                pack.bases().getFirst().code(),
                pack.send(),
                pack.response());
    }

    /**
     * What runs out within the hour or has run out.
     *
     * @param all how many there are beyond those shown
     */
    record Soon(List<FreezeLine> lines, int all) {

        Soon {
            lines = List.copyOf(lines);
        }
    }

    Soon soon(Caller caller) {
        Instant end = clock.instant().plus(SOON);
        int all = store.runningOutBefore(caller.body(), end);
        return new Soon(
                all == 0
                        ? List.of()
                        : trails.lines(store.runningOut(caller.body(), Math.min(all, SOON_ROWS))),
                all);
    }
}
