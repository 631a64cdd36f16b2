package az.qalxan.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case; each state is a type that offers only the steps which that state allows. */
sealed interface CaseFile {

    CaseHead head();

    /** The name in the database; message key {@code case.state.<code>}. */
    String code();

    /** Why it is in that state; empty while it is open. */
    String reason();

    /** When the state ends by itself; null when it does not. */
    @Nullable Instant until();

    /** Work goes on. */
    record OpenCase(CaseHead head) implements CaseFile {

        SuspendedCase suspend(String reason, @Nullable Instant until) {
            return new SuspendedCase(head, reason, until);
        }

        ClosedCase close(String reason) {
            return new ClosedCase(head, reason);
        }

        @Override
        public String code() {
            return "open";
        }

        @Override
        public String reason() {
            return "";
        }

        @Override
        public @Nullable Instant until() {
            return null;
        }
    }

    /** Work rests for a reason. */
    record SuspendedCase(CaseHead head, String reason, @Nullable Instant until)
            implements CaseFile {

        OpenCase resume() {
            return new OpenCase(head);
        }

        ClosedCase close(String closingReason) {
            return new ClosedCase(head, closingReason);
        }

        @Override
        public String code() {
            return "suspended";
        }
    }

    /** Work has ended. */
    record ClosedCase(CaseHead head, String reason) implements CaseFile {

        OpenCase reopen() {
            return new OpenCase(head);
        }

        @Override
        public String code() {
            return "closed";
        }

        @Override
        public @Nullable Instant until() {
            return null;
        }
    }

    /** The case of that stored state. */
    static CaseFile of(CaseHead head, String state, String reason, @Nullable Instant until) {
        return switch (state) {
            case "open" -> new OpenCase(head);
            case "suspended" -> new SuspendedCase(head, reason, until);
            case "closed" -> new ClosedCase(head, reason);
            default -> throw new IllegalStateException("an unknown state is stored: " + state);
        };
    }
}
