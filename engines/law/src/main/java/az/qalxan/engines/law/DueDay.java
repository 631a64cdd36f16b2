package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.List;

/**
 * A day that was reached by counting.
 *
 * @param provisional whether days that nobody has decided yet were counted
 */
public record DueDay(LocalDate date, boolean provisional, List<Reason> reasons) {

    public DueDay {
        reasons = List.copyOf(reasons);
    }
}
