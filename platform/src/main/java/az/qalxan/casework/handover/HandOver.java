package az.qalxan.casework.handover;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.casework.CaseNumber;
import java.time.Instant;

/**
 * A case on its way to another body; each state is a type that offers only the steps which that
 * state allows. Only an offer can be decided, and once decided it stays so.
 */
sealed interface HandOver {

    Terms terms();

    /** The name in the database; message key {@code hand-over.state.<code>}. */
    String code();

    /** What every hand-over has. */
    record Terms(
            HandOverNumber number,
            CaseNumber caseNumber,
            BodyCode from,
            BodyCode to,
            Handling handling,
            Instant offeredAt,
            String offerer) {

        public Terms {
            if (from.equals(to)) {
                throw new IllegalArgumentException("a case is handed over to another body");
            }
        }
    }

    /** Who decided, and when. */
    record Decision(String decider, Instant at) {}

    /** The receiver has not decided and the sender has not withdrawn; the sender owns the case. */
    record Offered(Terms terms) implements HandOver {

        /** The case is the receiver's, under that lead. */
        Accepted accept(Decision decision, String lead) {
            return new Accepted(terms, decision, lead);
        }

        /** The case stays with the sender, for reasons that the receiver gives. */
        Refused refuse(Decision decision, String reasons) {
            return new Refused(terms, decision, reasons);
        }

        /** The case stays with the sender, who thought better of it. */
        Withdrawn withdraw(Decision decision) {
            return new Withdrawn(terms, decision);
        }

        @Override
        public String code() {
            return "offered";
        }
    }

    /** The case is the receiver's. */
    record Accepted(Terms terms, Decision decision, String lead) implements HandOver {

        @Override
        public String code() {
            return "accepted";
        }
    }

    /** The receiver did not take it. */
    record Refused(Terms terms, Decision decision, String reasons) implements HandOver {

        public Refused {
            if (reasons.isBlank()) {
                throw new IllegalArgumentException("a refusal gives reasons");
            }
        }

        @Override
        public String code() {
            return "refused";
        }
    }

    /** The sender took the offer back. */
    record Withdrawn(Terms terms, Decision decision) implements HandOver {

        @Override
        public String code() {
            return "withdrawn";
        }
    }

    /** The body whose case it is in that state. */
    default BodyCode owner() {
        return switch (this) {
            case Offered offered -> offered.terms().from();
            case Accepted accepted -> accepted.terms().to();
            case Refused refused -> refused.terms().from();
            case Withdrawn withdrawn -> withdrawn.terms().from();
        };
    }
}
