package az.qalxan.law;

import az.qalxan.engines.law.LawBook;
import az.qalxan.engines.law.StateCode;
import az.qalxan.engines.law.WorkingCalendar;
import az.qalxan.jurisdiction.Jurisdiction;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The law as it is recorded, for the modules that reckon with it. */
@Component
public class Law {

    private final LawShelf shelf;
    private final StateCode state;

    Law(LawShelf shelf, Jurisdiction jurisdiction) {
        this.shelf = shelf;
        this.state = StateCode.of(jurisdiction.code());
    }

    /** The law as it is recorded now; of all days, past and to come. */
    public LawBook book() {
        return shelf.now().book();
    }

    /** The law of all days as it was recorded at that moment. */
    public LawBook book(Instant knownAt) {
        return shelf.at(knownAt).book();
    }

    /**
     * The working days of the pack's own state.
     *
     * @throws IllegalStateException when nothing is recorded of them
     */
    public WorkingCalendar calendar() {
        return book().calendar(state)
                .orElseThrow(() -> new IllegalStateException("no calendar of " + state));
    }
}
