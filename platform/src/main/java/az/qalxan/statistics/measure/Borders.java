package az.qalxan.statistics.measure;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.EnteredText;
import az.qalxan.casework.Noted;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.statistics.BorderDesk;
import az.qalxan.statistics.measure.CaseFact.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what only people can say: whether an offence crosses a border. */
@Component
class Borders implements BorderDesk {

    static final String UNKNOWN = "unknown";
    private static final List<String> ANSWERS = List.of("yes", "no", UNKNOWN);

    private final CaseDesk cases;
    private final CaseFactStore store;
    private final ZoneId zone;
    private final Clock clock;

    Borders(CaseDesk cases, CaseFactStore store, Jurisdiction jurisdiction, Clock clock) {
        this.cases = cases;
        this.store = store;
        this.zone = jurisdiction.zone();
        this.clock = clock;
    }

    @Override
    @Transactional
    public void tell(CaseHead head, Answer answer, Caller caller) {
        if (!ANSWERS.contains(answer.border())) {
            throw EnteredText.wrong("border", "measure.wrong.border", answer.border());
        }
        Instant now = clock.instant();
        store.add(
                CaseFact.of(head.number().value(), Kind.BORDER, "", answer.border())
                        .since(answer.since().atStartOfDay(zone).toInstant(), now));
        cases.note(
                head,
                Noted.by(caller.name(), MeasureAct.BORDER_TOLD, "border-" + answer.border())
                        .with(answer.reason()));
    }
}
