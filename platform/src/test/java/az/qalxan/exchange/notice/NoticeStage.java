package az.qalxan.exchange.notice;

import az.qalxan.database.ActingAs;
import az.qalxan.database.WorkTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The loop of notices, moved on at a moment of the test's choice. */
public record NoticeStage(ApplicationContext context) {

    /** Reads what feeds handed over; the running platform reads too. */
    public void read() {
        FeedStep step = context.getBean(FeedStep.class);
        do {
            step.take(FeedWorker.BATCHES_MAX, new ArrayList<>());
        } while (waits());
    }

    private boolean waits() {
        TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
        return ActingAs.call(
                FeedStep.SYSTEM,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(_ ->
                                        context.getBean(FeedStore.class).standing().batches()
                                                > 0)));
    }

    /** Looks at what time asks for, as if it were that moment. */
    public void look(Instant moment) {
        WorkTime.run(moment, context.getBean(NoticeRounds.class)::look);
    }
}
