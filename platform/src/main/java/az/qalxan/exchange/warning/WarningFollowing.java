package az.qalxan.exchange.warning;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.transmission.NoticeMoved;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows the mails of warnings: one that comes back goes to the body's next address. */
@Component
class WarningFollowing {

    private final WarningStore store;
    private final WarningDeliveryStore deliveries;
    private final WarningRounds rounds;
    private final AuditLog audit;
    private final Clock clock;

    WarningFollowing(
            WarningStore store,
            WarningDeliveryStore deliveries,
            WarningRounds rounds,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void on(NoticeMoved moved) {
        if (!moved.ref().topic().equals(WarningLetters.TOPIC)) {
            return;
        }
        Instant now = clock.instant();
        String state =
                switch (moved.state()) {
                    case SENT -> "sent";
                    case TROUBLED -> "queued";
                    case GIVEN_UP -> "failed";
                    case BOUNCED -> "bounced";
                };
        deliveries
                .moved(UUID.fromString(moved.ref().key()), state, moved.trouble(), now)
                .ifPresent(mail -> {
                    switch (moved.state()) {
                        case SENT -> deliveries.sent(mail.delivery(), now);
                        case TROUBLED -> {}
                        case GIVEN_UP, BOUNCED -> lost(mail);
                    }
                });
    }

    private void lost(WarningDeliveryStore.Mail mail) {
        WarningDelivery delivery = deliveries.find(mail.delivery()).orElseThrow();
        Warning warning = store.find(delivery.warning()).orElseThrow();
        rounds.note(warning, "returned", delivery.toBody() + " · " + mail.address());
        audit.record(
                WarningAct.RETURNED,
                AuditSubject.of(WarningDesk.SUBJECT, warning.number()),
                Map.of("body", delivery.toBody(), "trouble", mail.trouble()));
        if (!delivery.acknowledged() && !mail.kind().equals("reminder")) {
            rounds.next(delivery, "fallback");
        }
    }
}
