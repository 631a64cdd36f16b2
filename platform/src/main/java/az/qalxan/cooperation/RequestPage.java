package az.qalxan.cooperation;

import az.qalxan.directory.Organisation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a request.
 *
 * @param bases every basis, the one that holds first
 * @param release whether its data may be let go now
 * @param followed the preservation that it follows; null for none
 * @param following requests for assistance that follow it
 * @param bodies that could carry it out
 * @param undoable whether the caller may take the acknowledgement back
 * @param now as a date field wants it
 */
record RequestPage(
        RequestLine line,
        List<ChosenBasis> bases,
        List<Term> terms,
        List<DutyTask> tasks,
        ClockPicture picture,
        List<StepStore.Answer> answers,
        List<StepStore.Happening> history,
        List<NoticeStore.Notice> notices,
        Release release,
        @Nullable RequestLine followed,
        List<RequestLine> following,
        List<String> cases,
        List<Organisation> bodies,
        boolean undoable,
        String now,
        Instant moment) {

    RequestPage {
        bases = List.copyOf(bases);
        terms = List.copyOf(terms);
        tasks = List.copyOf(tasks);
        answers = List.copyOf(answers);
        history = List.copyOf(history);
        notices = List.copyOf(notices);
        following = List.copyOf(following);
        cases = List.copyOf(cases);
        bodies = List.copyOf(bodies);
    }

    Request request() {
        return line.request();
    }

    RequestHead head() {
        return line.head();
    }

    String path() {
        return head().path();
    }

    @Nullable ChosenBasis basis() {
        return bases.isEmpty() ? null : bases.getFirst();
    }

    boolean open() {
        return request() instanceof Request.Open;
    }

    boolean working() {
        return request() instanceof Request.Working;
    }

    boolean acknowledged() {
        return request() instanceof Request.Acknowledged;
    }

    boolean received() {
        return request() instanceof Request.Received;
    }

    boolean drafted() {
        return request() instanceof Request.Drafted;
    }

    boolean sent() {
        return request() instanceof Request.Sent;
    }

    boolean preserved() {
        return request() instanceof Request.Preserved;
    }

    boolean settled() {
        return request() instanceof Request.Settled;
    }

    /** Whether a request can be withdrawn: an incoming preservation that holds data is released. */
    boolean withdrawable() {
        return open() && !(preserved() && head().incoming());
    }

    /** Why it ended; empty while it runs or when the state says it. */
    String reason() {
        return request() instanceof Request.Ended ended ? ended.reason() : "";
    }

    List<DutyTask> openTasks() {
        return tasks.stream().filter(DutyTask::open).toList();
    }

    List<DutyTask> plannedTasks() {
        return tasks.stream().filter(task -> task.state().equals("planned")).toList();
    }

    List<DutyTask> endedTasks() {
        return tasks.stream().filter(task -> !task.pending()).toList();
    }

    /** A task's plan without what tells it from others of its kind. */
    static String plan(DutyTask task) {
        return plan(task.plan());
    }

    static String plan(String plan) {
        int colon = plan.indexOf(':');
        return colon < 0 ? plan : plan.substring(0, colon);
    }

    boolean mayBeReleased() {
        return release instanceof Release.Free;
    }

    Release.@Nullable BeforeFloor beforeFloor() {
        return release instanceof Release.BeforeFloor early ? early : null;
    }

    Release.@Nullable Frozen frozen() {
        return release instanceof Release.Frozen frozen ? frozen : null;
    }
}
