package az.qalxan.strategy.meeting;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts provisional days of tasks anew, until the free days of their years are decided. */
@Component
class TaskCalendar {

    private static final TransactionIdentity JOB = TransactionIdentity.job("meetings");

    private final MeetingTaskStore store;
    private final DueDays days;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TaskCalendar(
            MeetingTaskStore store,
            DueDays days,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager manager) {
        this.store = store;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(initialDelay = 3, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void go() {
        ActingAs.run(JOB, () -> transaction.executeWithoutResult(status -> recount()));
    }

    private void recount() {
        for (Task task : store.running()) {
            if (task.due().provisional()) {
                recount(task);
            }
        }
    }

    private void recount(Task task) {
        Task.Due due = days.after(task.due().setOn(), task.due().workingDays());
        boolean other =
                !due.on().equals(task.due().on()) || due.provisional() != task.due().provisional();
        boolean moved =
                other
                        && store.step(
                                task,
                                TaskDesk.with(task, task.body(), due, task.state()),
                                new TaskStep(
                                        TaskStep.Kind.RECOUNTED,
                                        "",
                                        "",
                                        TaskStep.Hand.NONE,
                                        due.on(),
                                        clock.instant(),
                                        new TaskStep.Doer("job:meetings", "", "")));
        if (moved) {
            audit.record(
                    MeetingAct.TASK_RECOUNTED, AuditSubject.of("commission-task", task.number()));
        }
    }
}
