package az.qalxan.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case; each state is a type that offers only the steps which that state allows. */
sealed interface CaseFile {

    CaseHead head();

    /** The name in the database; message key {@code case.state.<code>}. */
    String code();

    /** How and why it came into that state; nothing while it is open. */
    Ending ending();

    /** When the state ends by itself; null when it does not. */
    @Nullable Instant until();

    /** Work goes on. */
    record OpenCase(CaseHead head) implements CaseFile {

        SuspendedCase suspend(Ending ending, @Nullable Instant until) {
            return new SuspendedCase(head, ending, until);
        }

        ClosedCase close(Ending ending) {
            return new ClosedCase(head, ending);
        }

        @Override
        public String code() {
            return "open";
        }

        @Override
        public Ending ending() {
            return Ending.NONE;
        }

        @Override
        public @Nullable Instant until() {
            return null;
        }
    }

    /** Work rests for a reason. */
    record SuspendedCase(CaseHead head, Ending ending, @Nullable Instant until)
            implements CaseFile {

        OpenCase resume() {
            return new OpenCase(head);
        }

        ClosedCase close(Ending closing) {
            return new ClosedCase(head, closing);
        }

        @Override
        public String code() {
            return "suspended";
        }
    }

    /** Work has ended. */
    record ClosedCase(CaseHead head, Ending ending) implements CaseFile {

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
    static CaseFile of(CaseHead head, String state, Ending ending, @Nullable Instant until) {
        return switch (state) {
            case "open" -> new OpenCase(head);
            case "suspended" -> new SuspendedCase(head, ending, until);
            case "closed" -> new ClosedCase(head, ending);
            default -> throw new IllegalStateException("an unknown state is stored: " + state);
        };
    }
}
