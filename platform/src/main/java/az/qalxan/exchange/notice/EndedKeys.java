package az.qalxan.exchange.notice;

import az.qalxan.access.Handling;
import az.qalxan.transmission.PartnerKeys;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where an address had a key and none is valid any more, somebody has to get the next one. */
@Component
class EndedKeys {

    private final PartnerKeys keys;
    private final NoticeStepStore steps;
    private final WorkStore work;
    private final Clock clock;

    EndedKeys(PartnerKeys keys, NoticeStepStore steps, WorkStore work, Clock clock) {
        this.keys = keys;
        this.steps = steps;
        this.work = work;
        this.clock = clock;
    }

    /** A mail that goes to an address. */
    record Going(String address, UUID notice, String body, Handling handling, UUID owner) {}

    void look(List<Going> mails) {
        Map<String, Going> asked = new LinkedHashMap<>();
        mails.forEach(one -> asked.putIfAbsent(one.address().toLowerCase(Locale.ROOT), one));
        for (String address : keys.withoutKeyAnyMore(asked.keySet())) {
            raise(Objects.requireNonNull(asked.get(address)));
        }
    }

    private void raise(Going mail) {
        steps.step(
                mail.notice(),
                new NoticeStepStore.Step(clock.instant(), "key-ended", "", mail.address(), ""));
        work.raise(
                new WorkStore.Raised(
                        mail.body(),
                        mail.handling(),
                        "key-ended",
                        mail.address(),
                        new WorkStore.About(mail.owner(), mail.notice(), null),
                        mail.address(),
                        1));
    }
}
