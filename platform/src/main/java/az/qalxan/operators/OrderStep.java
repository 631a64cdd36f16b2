package az.qalxan.operators;

/** What is done with an order. */
sealed interface OrderStep {

    /** What the step is called in rows; message key {@code operators.step.<code>}. */
    default String code() {
        return switch (this) {
            case Approve ignored -> "approve";
            case Confirm ignored -> "confirm";
            case Reject ignored -> "reject";
            case Cancel ignored -> "cancel";
            case Reply ignored -> "reply";
            case Acknowledge ignored -> "acknowledge";
            case Ask ignored -> "ask";
            case Disclose ignored -> "disclose";
            case Unavailable ignored -> "unavailable";
            case Fault ignored -> "fault";
            case Unclear ignored -> "unclear";
        };
    }

    /** The words that belong to it; empty for none. */
    default String words() {
        return switch (this) {
            case Approve ignored -> "";
            case Confirm ignored -> "";
            case Acknowledge ignored -> "";
            case Reject(String words) -> words;
            case Cancel(String words) -> words;
            case Reply(String words) -> words;
            case Ask(String words) -> words;
            case Disclose(String words) -> words;
            case Unavailable(String words) -> words;
            case Fault(String words) -> words;
            case Unclear(String words) -> words;
        };
    }

    /** Whether the operator's side does it. */
    default boolean byOperator() {
        return switch (this) {
            case Acknowledge ignored -> true;
            case Ask ignored -> true;
            case Disclose ignored -> true;
            case Unavailable ignored -> true;
            case Fault ignored -> true;
            case Unclear ignored -> true;
            case Approve ignored -> false;
            case Confirm ignored -> false;
            case Reject ignored -> false;
            case Cancel ignored -> false;
            case Reply ignored -> false;
        };
    }

    /** Sends it, with the approvals that it needs. */
    record Approve() implements OrderStep {}

    /** Confirms afterwards what went out as an emergency. */
    record Confirm() implements OrderStep {}

    /** Refuses to send it. */
    record Reject(String words) implements OrderStep {}

    /** Takes it back. */
    record Cancel(String words) implements OrderStep {}

    /** Answers the operator's question. */
    record Reply(String words) implements OrderStep {}

    /** Has seen it. */
    record Acknowledge() implements OrderStep {}

    /** Asks something about it. */
    record Ask(String words) implements OrderStep {}

    /** Has handed everything over. */
    record Disclose(String words) implements OrderStep {}

    /** Has nothing to hand over. */
    record Unavailable(String words) implements OrderStep {}

    /** Could not process it. */
    record Fault(String words) implements OrderStep {}

    /** Cannot act on it as it is written. */
    record Unclear(String words) implements OrderStep {}
}
