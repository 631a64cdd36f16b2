package az.qalxan.casework;

import az.qalxan.access.Caller;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a person, for the first page. */
@Component
public class CaseWork {

    private final CaseContents contents;
    private final CaseStore store;
    private final Clock clock;

    CaseWork(CaseContents contents, CaseStore store, Clock clock) {
        this.contents = contents;
        this.store = store;
        this.clock = clock;
    }

    /** Counts of a person's own work; each stops at what a page shows. */
    public record Waiting(int tasks, int overdue, int cases) {}

    /** The caller's own open tasks, those past their time, and the caller's open cases. */
    @Transactional(readOnly = true)
    public Waiting waitingFor(Caller caller) {
        List<CaseTask> tasks = contents.openTasksOf(caller.account().toString());
        long overdue = tasks.stream().filter(task -> task.overdue(clock.instant())).count();
        int cases =
                store.page(
                                new CaseStore.Filter("open", "", caller.account().toString()),
                                null,
                                CaseStore.ROWS_MAX)
                        .size();
        return new Waiting(tasks.size(), (int) overdue, cases);
    }
}
