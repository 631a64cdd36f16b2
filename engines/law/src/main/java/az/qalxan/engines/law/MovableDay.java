package az.qalxan.engines.law;

import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A holiday whose days a decision sets each year.
 *
 * @param usual the days where they are nearly always the same; empty otherwise
 * @param hijri its first day in the Islamic calendar; null for others
 * @param length how many days
 * @param overlapAdds whether another free day follows where it falls on another holiday
 */
public record MovableDay(
        String id,
        Wording name,
        List<MonthDay> usual,
        @Nullable MonthDay hijri,
        int length,
        boolean overlapAdds) {

    public MovableDay {
        usual = List.copyOf(usual);
    }
}
