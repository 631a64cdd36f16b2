package az.qalxan.cooperation;

import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages that are to reach people on duty. Whoever carries them takes them as the system, in the
 * transaction in which it notes what became of them.
 */
@Component
public class DutyNotices {

    private final NoticeStore store;
    private final Texts texts;
    private final Clock clock;

    DutyNotices(NoticeStore store, Texts texts, Clock clock) {
        this.store = store;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * A message; it names a request and a task, nothing of what they are about.
     *
     * @param address where it goes
     */
    public record Message(UUID id, String address, String subject, String words) {}

    /** The oldest messages that nobody has carried; those that another takes are left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Message> take(int most) {
        Text text = texts.in(Language.AZ);
        return store.takeQueued(most).stream().map(one -> message(one, text)).toList();
    }

    private static Message message(NoticeStore.Queued one, Text text) {
        String plan =
                one.plan().contains(":")
                        ? one.plan().substring(0, one.plan().indexOf(':'))
                        : one.plan();
        String task = text.of("duty.task." + plan);
        return new Message(
                one.notice().id(),
                one.notice().person().address(),
                text.of("duty.mail.subject", one.number(), task),
                text.of(
                        "duty.mail.words",
                        one.number(),
                        task,
                        text.time(one.dueAt()),
                        text.of("duty.addressee." + one.notice().addressee())));
    }

    /** The message went out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sent(UUID id) {
        store.settle(id, "sent", "", clock.instant());
    }

    /** The message could not go out; the request's page says so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void failed(UUID id, String reason) {
        store.settle(id, "failed", reason, clock.instant());
    }
}
