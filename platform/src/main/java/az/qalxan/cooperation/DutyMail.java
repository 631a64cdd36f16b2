package az.qalxan.cooperation;

import az.qalxan.access.CompartmentId;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.transmission.Guard;
import az.qalxan.transmission.NoticeMoved;
import az.qalxan.transmission.NoticePost;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands the messages of ladders to the mail, and notes what became of each. */
@Component
class DutyMail {

    static final String TOPIC = "duty";

    private static final TransactionIdentity JOB = TransactionIdentity.job("cooperation");
    private static final int BATCH = 50;
    private static final int BATCHES_MAX = 200;

    private final NoticeStore store;
    private final NoticePost post;
    private final Texts texts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DutyMail(
            NoticeStore store,
            NoticePost post,
            Texts texts,
            Clock clock,
            PlatformTransactionManager manager) {
        this.store = store;
        this.post = post;
        this.texts = texts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(initialDelay = 5, fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void carry() {
        ActingAs.run(
                JOB,
                () -> {
                    for (int batch = 0; batch < BATCHES_MAX && carrySome() > 0; batch++) {
                        Thread.onSpinWait();
                    }
                });
    }

    private int carrySome() {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    List<NoticeStore.Queued> queued = store.takeQueued(BATCH);
                    queued.forEach(this::hand);
                    return queued.size();
                }));
    }

    /** One message goes to the mail in the transaction that notes it: neither without the other. */
    private void hand(NoticeStore.Queued one) {
        boolean address = post.post(note(one)) != NoticePost.Posted.NO_ADDRESS;
        store.settle(
                one.notice().id(),
                address ? "handed" : "failed",
                address ? "" : "no-address",
                clock.instant());
    }

    private NoticePost.Note note(NoticeStore.Queued one) {
        Sight sight = one.sight();
        UUID compartment = sight.compartment();
        return new NoticePost.Note(
                new NoticePost.Ref(TOPIC, one.notice().id().toString()),
                sight.body(),
                new Guard(
                        sight.handling(),
                        compartment == null ? null : new CompartmentId(compartment)),
                one.notice().person().address(),
                words(one, texts.in(Language.AZ)));
    }

    private static NoticePost.Words words(NoticeStore.Queued one, Text text) {
        String task = text.of("duty.task." + RequestPage.plan(one.plan()));
        return new NoticePost.Words(
                one.number(),
                "/duty/requests/" + one.number(),
                text.of("duty.mail.subject", one.number(), task),
                text.of(
                        "duty.mail.words",
                        one.number(),
                        task,
                        text.time(one.dueAt()),
                        text.of("duty.addressee." + one.notice().addressee())));
    }

    @EventListener
    void on(NoticeMoved moved) {
        if (!moved.ref().topic().equals(TOPIC)) {
            return;
        }
        String state =
                switch (moved.state()) {
                    case SENT -> "sent";
                    case TROUBLED -> "handed";
                    case GIVEN_UP, BOUNCED -> "failed";
                };
        store.settle(UUID.fromString(moved.ref().key()), state, moved.trouble(), clock.instant());
    }
}
