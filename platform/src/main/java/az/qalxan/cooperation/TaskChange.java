package az.qalxan.cooperation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a request's tasks when it changed: none is lost, none is planned twice. Pure.
 *
 * @param fresh plans that had no task
 * @param moved tasks whose moments changed, with their plan
 * @param again tasks that a change of state had ended and that are wanted once more
 * @param done raised tasks that the change did
 * @param dropped planned tasks that are not needed any more
 */
record TaskChange(
        List<DutyTask.Plan> fresh,
        List<Moved> moved,
        List<DutyTask> again,
        List<DutyTask> done,
        List<DutyTask> dropped) {

    TaskChange {
        fresh = List.copyOf(fresh);
        moved = List.copyOf(moved);
        again = List.copyOf(again);
        done = List.copyOf(done);
        dropped = List.copyOf(dropped);
    }

    /** A task and when it now is. */
    record Moved(DutyTask task, DutyTask.Plan to) {}

    /** Tasks that the state alone does not know of: they end by a person's word. */
    private static boolean standsAlone(DutyTask task) {
        return task.plan().equals(TaskPlans.LOOK)
                || task.plan().equals("clock-changed")
                || task.plan().equals(OtherSide.EXTENSION_ASKED)
                || task.plan().startsWith("law-review:");
    }

    /** What a request's state asks for at a moment. */
    record Wanted(List<DutyTask.Plan> plans, boolean ended, Instant now) {

        Wanted {
            plans = List.copyOf(plans);
        }
    }

    static TaskChange between(List<DutyTask> tasks, Wanted wanted) {
        List<DutyTask.Plan> fresh = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        List<DutyTask> again = new ArrayList<>();
        for (DutyTask.Plan plan : wanted.plans()) {
            Optional<DutyTask> there = tasks.stream().filter(plan::is).findAny();
            if (there.isEmpty()) {
                fresh.add(plan);
            } else if (there.get().pending() && differs(there.get(), plan)) {
                moved.add(new Moved(there.get(), plan));
            } else if (there.get().endedByState()) {
                again.add(there.get());
            }
        }
        boolean more = !fresh.isEmpty() || !again.isEmpty();
        List<DutyTask> done = new ArrayList<>();
        List<DutyTask> dropped = new ArrayList<>();
        for (DutyTask task : tasks) {
            if (task.pending() && !stays(task, wanted, more)) {
                (task.raiseAt().isAfter(wanted.now()) ? dropped : done).add(task);
            }
        }
        return new TaskChange(fresh, moved, again, done, dropped);
    }

    /** To look again is needed only while nothing else is. */
    private static boolean stays(DutyTask task, Wanted wanted, boolean more) {
        boolean idle = task.plan().equals(TaskPlans.LOOK) && !task.open() && more;
        return wanted.plans().stream().anyMatch(plan -> plan.is(task))
                || (!wanted.ended() && standsAlone(task) && !idle);
    }

    private static boolean differs(DutyTask task, DutyTask.Plan plan) {
        boolean raiseMoved =
                task.state().equals("planned") && !task.raiseAt().equals(plan.raiseAt());
        return raiseMoved || !task.dueAt().equals(plan.dueAt());
    }

    /** Whether nothing of the tasks is left to be done, so that the request would be forgotten. */
    boolean leavesNothing(List<DutyTask> tasks) {
        return fresh.isEmpty()
                && again.isEmpty()
                && tasks.stream()
                        .filter(DutyTask::pending)
                        .allMatch(task -> done.contains(task) || dropped.contains(task));
    }
}
