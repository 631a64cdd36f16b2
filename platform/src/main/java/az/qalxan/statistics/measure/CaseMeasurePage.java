package az.qalxan.statistics.measure;

import az.qalxan.casework.CaseTop;
import java.time.LocalDate;
import java.util.List;

/**
 * How a case is counted: every fact, and whether it is said that the offence crosses a border.
 *
 * @param facts the last recorded first
 * @param border {@code yes}, {@code no} or {@code unknown}: what stands now
 */
record CaseMeasurePage(
        CaseTop top, List<CaseFactStore.Recorded> facts, String border, LocalDate today) {

    CaseMeasurePage {
        facts = List.copyOf(facts);
    }

    boolean cut() {
        return facts.size() >= CaseFactStore.SHOWN_MAX;
    }
}
