package az.qalxan.casework.sight;

import java.time.Instant;
import java.util.List;

/** What a person asked for, what waits for the person's consent, and alarms. */
record BreakGlassPage(
        String number,
        List<BreakGlass> own,
        List<BreakGlass> toDecide,
        List<BreakGlass> alarms,
        Instant now) {

    BreakGlassPage {
        own = List.copyOf(own);
        toDecide = List.copyOf(toDecide);
        alarms = List.copyOf(alarms);
    }
}
