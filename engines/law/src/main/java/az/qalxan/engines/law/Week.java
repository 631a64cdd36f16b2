package az.qalxan.engines.law;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A working week by its name and its days of rest. */
public record Week(String id, Wording name, Set<DayOfWeek> rest) {

    public Week {
        rest =
                Collections.unmodifiableSet(
                        rest.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(rest));
        if (rest.size() > 6) {
            throw new IllegalArgumentException("a week has at least one working day");
        }
    }
}
