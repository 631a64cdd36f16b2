package az.qalxan.casework;

import az.qalxan.access.Caller;
import az.qalxan.access.Compartments;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Handling;
import az.qalxan.reporting.ReportId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes chosen reports into the case whose number was typed, or into a new one. */
@Component
class Acceptance {

    private static final String RESTRICTED_AT_ONCE = "İş açılanda məhdudlaşdırılıb.";

    private final Cases cases;
    private final CaseDesk desk;
    private final Seclusion seclusion;
    private final Compartments compartments;
    private final CurrentCaller callers;

    Acceptance(
            Cases cases,
            CaseDesk desk,
            Seclusion seclusion,
            Compartments compartments,
            CurrentCaller callers) {
        this.cases = cases;
        this.desk = desk;
        this.seclusion = seclusion;
        this.compartments = compartments;
        this.callers = callers;
    }

    /**
     * The case that takes them.
     *
     * @param number of an existing case; blank for a new one
     * @param title of the new case; not looked at when {@code number} is given
     * @param restricted whether only the opener sees the new case, from its first moment
     */
    record Chosen(String number, String title, boolean restricted) {}

    @Transactional
    public Cases.Opened take(List<ReportId> reports, Chosen chosen) {
        Caller caller = callers.require();
        if (!chosen.number().isBlank()) {
            return cases.add(known(chosen.number().strip()), reports, caller);
        }
        if (!chosen.restricted()) {
            return cases.open(opening(chosen, caller, reports));
        }
        CaseNumber number = cases.open(opening(chosen, caller, List.of())).number();
        seclusion.hide(
                desk.require(number.value()),
                compartments.found(caller, RESTRICTED_AT_ONCE),
                new Seclusion.Grounds(caller.name(), RESTRICTED_AT_ONCE));
        return cases.add(number, reports, caller);
    }

    private static CaseOpening opening(Chosen chosen, Caller caller, List<ReportId> reports) {
        return new CaseOpening(
                EnteredText.title("title", chosen.title()),
                caller.body(),
                Handling.AMBER,
                caller.name(),
                caller.account().toString(),
                reports);
    }

    private static CaseNumber known(String typed) {
        if (!CaseNumber.fits(typed)) {
            throw EnteredText.wrong("number", "case.wrong.number", typed);
        }
        return new CaseNumber(typed);
    }
}
