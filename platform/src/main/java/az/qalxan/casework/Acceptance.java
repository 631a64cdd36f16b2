package az.qalxan.casework;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Handling;
import az.qalxan.reporting.ReportId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes chosen reports into the case whose number was typed, or into a new one. */
@Component
class Acceptance {

    private final Cases cases;
    private final CurrentCaller callers;

    Acceptance(Cases cases, CurrentCaller callers) {
        this.cases = cases;
        this.callers = callers;
    }

    /**
     * @param number of an existing case; blank for a new one
     * @param title of the new case; not looked at when {@code number} is given
     */
    Cases.Opened take(List<ReportId> reports, String number, String title) {
        Caller caller = callers.require();
        if (!number.isBlank()) {
            return cases.add(known(number.strip()), reports, caller);
        }
        return cases.open(
                new CaseOpening(
                        EnteredText.title("title", title),
                        caller.body(),
                        Handling.AMBER,
                        caller.name(),
                        caller.account().toString(),
                        reports));
    }

    private static CaseNumber known(String typed) {
        if (!CaseNumber.fits(typed)) {
            throw EnteredText.wrong("number", "case.wrong.number", typed);
        }
        return new CaseNumber(typed);
    }
}
