package az.qalxan.cooperation;

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
        List<DutyTask.Plan> fresh, List<Moved> moved, List<DutyTask> done, List<DutyTask> dropped) {

    TaskChange {
        fresh = List.copyOf(fresh);
        moved = List.copyOf(moved);
        done = List.copyOf(done);
        dropped = List.copyOf(dropped);
    }

    /** A task and when it now is. */
    record Moved(DutyTask task, DutyTask.Plan to) {}

    /** Tasks that the state alone does not know of: they end by a person's word. */
    private static boolean standsAlone(DutyTask task) {
        return task.plan().equals(TaskPlans.LOOK)
                || task.plan().equals("clock-changed")
                || task.plan().startsWith("law-review:");
    }

    static TaskChange between(List<DutyTask> tasks, List<DutyTask.Plan> plans, boolean ended) {
        List<DutyTask.Plan> fresh = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        for (DutyTask.Plan plan : plans) {
            Optional<DutyTask> there = tasks.stream().filter(plan::is).findAny();
            if (there.isEmpty()) {
                fresh.add(plan);
            } else if (there.get().pending() && differs(there.get(), plan)) {
                moved.add(new Moved(there.get(), plan));
            }
        }
        List<DutyTask> done = new ArrayList<>();
        List<DutyTask> dropped = new ArrayList<>();
        for (DutyTask task : tasks) {
            boolean wanted = plans.stream().anyMatch(plan -> plan.is(task));
            if (task.pending() && !wanted && (ended || !standsAlone(task))) {
                (task.open() ? done : dropped).add(task);
            }
        }
        return new TaskChange(fresh, moved, done, dropped);
    }

    private static boolean differs(DutyTask task, DutyTask.Plan plan) {
        boolean raiseMoved =
                task.state().equals("planned") && !task.raiseAt().equals(plan.raiseAt());
        return raiseMoved || !task.dueAt().equals(plan.dueAt());
    }

    /** Whether nothing of the tasks is left to be done, so that the request would be forgotten. */
    boolean leavesNothing(List<DutyTask> tasks) {
        return fresh.isEmpty()
                && tasks.stream()
                        .filter(DutyTask::pending)
                        .allMatch(task -> done.contains(task) || dropped.contains(task));
    }
}
