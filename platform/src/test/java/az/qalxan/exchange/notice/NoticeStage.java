package az.qalxan.exchange.notice;

import az.qalxan.database.QueueWorker;
import az.qalxan.database.WorkTime;
import java.time.Instant;
import java.util.ArrayList;
import org.springframework.context.ApplicationContext;

/** The loop of notices, moved on at a moment of the test's choice. */
public record NoticeStage(ApplicationContext context) {

    /** Reads what feeds handed over. */
    public void read() {
        FeedStep step = context.getBean(FeedStep.class);
        while (step.take(FeedWorker.BATCHES_MAX, new ArrayList<>()) == QueueWorker.Done.SOME) {
            Thread.onSpinWait();
        }
    }

    /** Looks at what time asks for, as if it were that moment. */
    public void look(Instant moment) {
        WorkTime.run(moment, context.getBean(NoticeRounds.class)::look);
    }
}
