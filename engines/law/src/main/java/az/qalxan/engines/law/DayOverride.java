package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.List;

/**
 * A day that a decision made free or working against the rules.
 *
 * @param weeks the weeks that it concerns; empty for all
 */
public record DayOverride(
        LocalDate day, boolean working, List<String> weeks, Wording why, Standing standing) {

    public DayOverride {
        weeks = List.copyOf(weeks);
    }
}
