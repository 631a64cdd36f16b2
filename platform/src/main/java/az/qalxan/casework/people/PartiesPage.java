package az.qalxan.casework.people;

import az.qalxan.casework.CaseTop;
import az.qalxan.jurisdiction.ProceduralStatus;
import az.qalxan.reporting.ReportRow;
import az.qalxan.web.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parties of a case.
 *
 * @param statuses the pack's statuses that can be given today
 * @param names every status of the pack by its code
 * @param report whose reporter may be entered by one click; null for none
 */
record PartiesPage(
        CaseTop top,
        List<Party> parties,
        List<ProceduralStatus> statuses,
        Map<String, ProceduralStatus> names,
        @Nullable ReportRow report,
        LocalDate today) {

    PartiesPage {
        parties = List.copyOf(parties);
        statuses = List.copyOf(statuses);
        names = Map.copyOf(names);
    }

    String name(String status, Text text) {
        @Nullable ProceduralStatus known = names.get(status);
        return known == null ? status : text.pick(known.name().az(), known.name().en());
    }

    boolean verified(String status) {
        @Nullable ProceduralStatus known = names.get(status);
        return known != null && known.basis().verified();
    }

    long standing() {
        return parties.stream().filter(Party::stands).count();
    }
}
