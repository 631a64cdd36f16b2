package az.qalxan.exchange;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Refused objects, and under which identities bodies speak. */
@Component
class GuardDesk {

    private static final int SHOWN_MAX = 200;
    private static final String SUBJECT = "speaker";
    private static final Pattern IDENTITY =
            Pattern.compile("identity--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final QuarantineStore quarantine;
    private final SpeakerStore speakers;
    private final AuditLog audit;
    private final Clock clock;

    GuardDesk(QuarantineStore quarantine, SpeakerStore speakers, AuditLog audit, Clock clock) {
        this.quarantine = quarantine;
        this.speakers = speakers;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<QuarantineStore.Kept> refused() {
        return quarantine.newest(SHOWN_MAX);
    }

    @Transactional
    void see(Caller caller, UUID id) {
        if (!quarantine.see(id, caller.name(), clock.instant())) {
            throw ProblemFound.of(ExchangeProblem.CHANGED);
        }
        audit.record(ExchangeAct.QUARANTINE_SEEN, AuditSubject.of("quarantine", id));
    }

    @Transactional(readOnly = true)
    List<SpeakerStore.Speaker> speakers() {
        return speakers.all();
    }

    @Transactional
    void claim(Caller caller, String identity) {
        if (!IDENTITY.matcher(identity).matches()) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(Violation.at("identity", "speaker.wrong.identity")));
        }
        if (!speakers.claim(identity, caller.name(), clock.instant())) {
            throw ProblemFound.of(ExchangeProblem.IDENTITY_TAKEN);
        }
        audit.record(ExchangeAct.SPEAKER_CLAIMED, AuditSubject.of(SUBJECT, identity));
    }

    @Transactional
    void confirm(Caller caller, String identity) {
        if (!speakers.confirm(identity, caller.name(), clock.instant())) {
            throw ProblemFound.of(ExchangeProblem.SECOND_PERSON);
        }
        audit.record(ExchangeAct.SPEAKER_CONFIRMED, AuditSubject.of(SUBJECT, identity));
    }

    @Transactional
    void giveUp(String identity) {
        if (!speakers.giveUp(identity)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(ExchangeAct.SPEAKER_GIVEN_UP, AuditSubject.of(SUBJECT, identity));
    }
}
