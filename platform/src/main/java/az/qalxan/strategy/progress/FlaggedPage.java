package az.qalxan.strategy.progress;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.web.Language;
import java.util.List;

/**
 * Measures that should make somebody look for one reason.
 *
 * @param lead the code of the body that leads them; empty for every body
 */
record FlaggedPage(MeasureStanding.Flag flag, String lead, List<Row> rows, BodyNames names) {

    /** A measure and how it stands. */
    record Row(PlanMeasure measure, MeasureStanding standing) {}

    FlaggedPage {
        rows = List.copyOf(rows);
    }

    String acronym(Language language) {
        return names.acronym(new BodyCode(lead), language);
    }
}
