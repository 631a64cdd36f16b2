package az.qalxan.reporting;

import java.util.List;
import java.util.Objects;

/** Where a report stands. */
public sealed interface ReportState {

    /** The codes of all states. */
    List<String> CODES = List.of("waiting", "accepted", "closed", "withdrawn");

    /** The name in the database; message key {@code state.<code>}. */
    String code();

    /** A body has it and has not decided yet. */
    record Waiting() implements ReportState {

        @Override
        public String code() {
            return "waiting";
        }
    }

    /** It is part of a case. */
    record Accepted(String caseNumber) implements ReportState {

        public Accepted {
            Objects.requireNonNull(caseNumber, "caseNumber");
        }

        @Override
        public String code() {
            return "accepted";
        }
    }

    /** A body decided that there is nothing to investigate, for a legal reason. */
    record Closed(String reason) implements ReportState {

        public Closed {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String code() {
            return "closed";
        }
    }

    /** The reporter took it back. */
    record Withdrawn() implements ReportState {

        @Override
        public String code() {
            return "withdrawn";
        }
    }
}
