package az.qalxan.casework.sight;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Every breaking of the glass that an auditor may know of. */
record AlarmsPage(List<BreakGlass> alarms, Set<UUID> unseen, Instant now) {

    AlarmsPage {
        alarms = List.copyOf(alarms);
        unseen = Set.copyOf(unseen);
    }
}
