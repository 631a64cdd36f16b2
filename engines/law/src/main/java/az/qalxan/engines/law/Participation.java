package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a state stands with a treaty on a day.
 *
 * @param since the day of the last step that counts; null where none is known
 */
public record Participation(
        Instrument instrument,
        StateCode state,
        Stage stage,
        @Nullable LocalDate since,
        Standing standing,
        List<Reason> reasons) {

    public Participation {
        reasons = List.copyOf(reasons);
    }
}
