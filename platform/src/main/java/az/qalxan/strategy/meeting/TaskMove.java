package az.qalxan.strategy.meeting;

import java.util.Optional;

/** Which step leads a task where, and who may take it; knows no rows. */
final class TaskMove {

    private TaskMove() {}

    /** Why a step is refused; the last part of the message key {@code meeting.refused.<code>}. */
    enum Refusal {
        STATE("state"),
        OTHER_BODY("other-body"),
        OWN_ANSWER("own-answer"),
        SAME_BODY("same-body");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * Who takes the step.
     *
     * @param answerer account of whoever gave the last answer; empty if nobody
     */
    record Who(String account, String body, String answerer) {}

    /** Where the step leads. */
    static Task.State after(TaskStep.Kind kind, Task.State before) {
        return switch (kind) {
            case ANSWERED -> Task.State.ANSWERED;
            case ACCEPTED -> Task.State.DONE;
            case WITHDRAWN -> Task.State.WITHDRAWN;
            case SET, GIVEN_BACK, HANDED_ON -> Task.State.OPEN;
            case RECOUNTED -> before;
        };
    }

    /** Why the step may not be taken; empty if it may. */
    static Optional<Refusal> refusal(Task task, TaskStep.Kind kind, Who who) {
        boolean fits =
                switch (kind) {
                    case ANSWERED -> task.state() == Task.State.OPEN;
                    case ACCEPTED, GIVEN_BACK -> task.state() == Task.State.ANSWERED;
                    case HANDED_ON, WITHDRAWN, RECOUNTED -> task.runs();
                    case SET -> false;
                };
        if (!fits) {
            return Optional.of(Refusal.STATE);
        }
        return switch (kind) {
            case ANSWERED ->
                    who.body().equals(task.body())
                            ? Optional.empty()
                            : Optional.of(Refusal.OTHER_BODY);
            case ACCEPTED, GIVEN_BACK -> ofJudge(task, who);
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> ofJudge(Task task, Who who) {
        if (who.account().equals(who.answerer())) {
            return Optional.of(Refusal.OWN_ANSWER);
        }
        return who.body().equals(task.body()) ? Optional.of(Refusal.SAME_BODY) : Optional.empty();
    }
}
