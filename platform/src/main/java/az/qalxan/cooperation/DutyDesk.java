package az.qalxan.cooperation;

import az.qalxan.access.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other modules do with requests on an officer's behalf; every verb does what the page of that
 * name does, and is recorded alike.
 */
@Component
public class DutyDesk {

    private final Requests requests;
    private final RequestReading reading;
    private final Dossier dossier;
    private final Clock clock;

    DutyDesk(Requests requests, RequestReading reading, Dossier dossier, Clock clock) {
        this.requests = requests;
        this.reading = reading;
        this.dossier = dossier;
        this.clock = clock;
    }

    /**
     * Enters a request.
     *
     * @param fields as the form names them: kind, direction, state, authority, data …
     * @throws az.qalxan.web.ProblemFound with everything that is wrong
     */
    @Transactional
    public RequestNumber enter(Map<String, String> fields, Caller caller) {
        RequestReading.Typed typed =
                new RequestReading.Typed(fields, caller.body(), null, "", clock.instant());
        return switch (reading.read(typed, "demo", null)) {
            case RequestReading.Read good -> requests.enter(good.request(), caller.name()).number();
            case RequestReading.Unreadable bad ->
                    throw NewRequestController.invalid(bad.violations());
        };
    }

    @Transactional
    public void acknowledge(RequestNumber number, Caller caller) {
        take(number, new RequestStep.Acknowledge(), caller);
    }

    /** Data are preserved since that moment, by an order of the same moment. */
    @Transactional
    public void preserve(RequestNumber number, Instant effect, Caller caller) {
        take(number, new RequestStep.Preserve(effect, effect), caller);
    }

    @Transactional
    public void answer(RequestNumber number, String words, Caller caller) {
        take(number, new RequestStep.AnswerInPart(words, ""), caller);
    }

    /** All that was asked for is answered. */
    @Transactional
    public void execute(RequestNumber number, String words, Caller caller) {
        take(number, new RequestStep.Execute(words, ""), caller);
    }

    /** A draft of ours went out, and the other side confirmed it. */
    @Transactional
    public void send(RequestNumber number, String how, Caller caller) {
        take(number, new RequestStep.Send(how), caller);
    }

    @Transactional
    public void confirm(RequestNumber number, String reference, Caller caller) {
        take(number, new RequestStep.Confirm(reference), caller);
    }

    /** Ties a request for assistance to the preservation that it follows. */
    @Transactional
    public void follow(RequestNumber assistance, RequestNumber preservation, Caller caller) {
        int version = requests.see(assistance).head().version();
        dossier.follow(new Dossier.Act(assistance, version, caller), preservation);
    }

    private void take(RequestNumber number, RequestStep step, Caller caller) {
        requests.take(number, requests.see(number).head().version(), step, caller);
    }
}
