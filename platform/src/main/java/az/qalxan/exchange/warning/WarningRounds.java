package az.qalxan.exchange.warning;

import az.qalxan.access.BodyCode;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.directory.ContactPoint;
import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.transmission.NoticePost;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries warnings out and looks at what time asks for: mails, reminders, bodies to call, second
 * looks that are missing. After a standstill it catches up; a mail is posted once.
 */
@Component
class WarningRounds {

    private static final Logger LOG = LoggerFactory.getLogger(WarningRounds.class);
    private static final TransactionIdentity SYSTEM = TransactionIdentity.job("warning");
    private static final int AT_ONCE_MAX = 1_000;
    private static final Set<String> MAIL = Set.of("e-mail", "secure-mail");

    private final WarningStore store;
    private final WarningDeliveryStore deliveries;
    private final WarningLetters letters;
    private final Directory directory;
    private final NoticePost post;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    WarningRounds(
            WarningStore store,
            WarningDeliveryStore deliveries,
            WarningLetters letters,
            Directory directory,
            NoticePost post,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.deliveries = deliveries;
        this.letters = letters;
        this.directory = directory;
        this.post = post;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void go() {
        try {
            look();
        } catch (DataAccessException e) {
            LOG.error("warnings could not be carried out; it is tried again", e);
        }
    }

    /** Does everything that is due now. */
    void look() {
        ActingAs.run(
                SYSTEM,
                () -> {
                    waiting().forEach(this::carryOut);
                    late().forEach(this::goFurther);
                    transaction.executeWithoutResult(_ -> seconds());
                });
    }

    private List<UUID> waiting() {
        return Objects.requireNonNull(transaction.execute(_ -> deliveries.waiting(AT_ONCE_MAX)));
    }

    private List<UUID> late() {
        return Objects.requireNonNull(
                transaction.execute(_ -> deliveries.due(clock.instant(), AT_ONCE_MAX)));
    }

    /** Each by itself: one that cannot go is a body to call and holds up no other. */
    private void carryOut(UUID id) {
        try {
            transaction.executeWithoutResult(
                    _ -> deliveries.locked(id, "waiting").ifPresent(one -> next(one, "warning")));
        } catch (DataAccessException | IllegalStateException | NoSuchElementException e) {
            LOG.error("a warning could not be carried to {}; the body has to be called", id, e);
            transaction.executeWithoutResult(_ -> deliveries.state(id, "unreached"));
        }
    }

    private void goFurther(UUID id) {
        try {
            transaction.executeWithoutResult(
                    _ -> deliveries.locked(id, "").ifPresent(one -> further(one, clock.instant())));
        } catch (DataAccessException | IllegalStateException | NoSuchElementException e) {
            LOG.error("nobody could be reminded of {}; the body has to be called", id, e);
            transaction.executeWithoutResult(_ -> deliveries.further(id, 2, null));
        }
    }

    /** Writes to the body's next address; without one it has to be called. */
    void next(WarningDelivery delivery, String kind) {
        Set<String> tried =
                deliveries.mails(List.of(delivery.id())).stream()
                        .map(WarningDeliveryStore.Mail::address)
                        .collect(Collectors.toSet());
        List<String> left =
                addresses(delivery.toBody()).stream().filter(one -> !tried.contains(one)).toList();
        for (String address : left) {
            if (mail(delivery, address, kind)) {
                deliveries.state(delivery.id(), "queued");
                return;
            }
        }
        deliveries.state(delivery.id(), tried.isEmpty() && left.isEmpty() ? "portal" : "unreached");
    }

    private List<String> addresses(String body) {
        return directory.contact(new BodyCode(body)).stream()
                .map(ContactPoint::channels)
                .flatMap(List::stream)
                .filter(one -> MAIL.contains(one.kind()))
                .map(ContactPoint.Reached::value)
                .distinct()
                .toList();
    }

    private boolean mail(WarningDelivery delivery, String address, String kind) {
        Warning warning = store.find(delivery.warning()).orElseThrow();
        Organisation sender = directory.organisation(new BodyCode(warning.body())).orElseThrow();
        UUID mail = UUID.randomUUID();
        deliveries.mailed(
                new WarningDeliveryStore.Mail(
                        mail, delivery.id(), address, kind, "queued", "", clock.instant()));
        boolean taken =
                !post.postOutside(
                                List.of(
                                        letters.of(
                                                warning,
                                                sender,
                                                new WarningLetters.To(mail, address, kind))))
                        .contains(NoticePost.Posted.NO_ADDRESS);
        if (!taken) {
            deliveries.moved(mail, "failed", "address", clock.instant());
        }
        audit.record(
                WarningAct.MAILED,
                AuditSubject.of(WarningDesk.SUBJECT, warning.number()),
                Map.of("body", delivery.toBody(), "kind", kind));
        return taken;
    }

    private void further(WarningDelivery delivery, Instant now) {
        Warning warning = store.find(delivery.warning()).orElseThrow();
        boolean over =
                warning.expired(now)
                        || store.followers(warning.id()).stream().anyMatch(Warning::released);
        if (over) {
            deliveries.further(delivery.id(), delivery.level(), null);
        } else if (delivery.level() == 0) {
            remind(delivery, warning, now);
        } else {
            call(delivery, warning);
        }
    }

    private void remind(WarningDelivery delivery, Warning warning, Instant now) {
        for (String address : addresses(delivery.toBody())) {
            mail(delivery, address, "reminder");
        }
        move(delivery, 1, now.plus(Duration.ofMinutes(warning.course().ackMinutes())));
        note(warning, "reminded", delivery.toBody());
        audit.record(
                WarningAct.REMINDED,
                AuditSubject.of(WarningDesk.SUBJECT, warning.number()),
                Map.of("body", delivery.toBody()));
    }

    private void call(WarningDelivery delivery, Warning warning) {
        move(delivery, 2, null);
        note(warning, "overdue", delivery.toBody());
        audit.record(
                WarningAct.OVERDUE,
                AuditSubject.of(WarningDesk.SUBJECT, warning.number()),
                Map.of("body", delivery.toBody()));
    }

    private void move(WarningDelivery delivery, int level, @Nullable Instant due) {
        deliveries.further(delivery.id(), level, due);
    }

    void note(Warning warning, String kind, String detail) {
        store.step(warning.id(), new WarningStore.Step(clock.instant(), kind, "", detail, ""));
    }

    private void seconds() {
        for (UUID id : store.secondsMissing(clock.instant())) {
            Warning warning = store.find(id).orElseThrow();
            note(warning, "second-missing", "");
            audit.record(
                    WarningAct.SECOND_MISSING,
                    AuditSubject.of(WarningDesk.SUBJECT, warning.number()));
        }
    }
}
