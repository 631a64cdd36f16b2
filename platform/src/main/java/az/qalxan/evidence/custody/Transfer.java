package az.qalxan.evidence.custody;

import az.qalxan.casework.CaseNumber;
import az.qalxan.evidence.ExhibitId;
import az.qalxan.evidence.ExhibitStanding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Exhibits of one case that pass from one person to another, and how that ended. */
record Transfer(Terms terms, Outcome outcome) {

    /** Exhibits of one transfer. */
    static final int ITEMS_MAX = 100;

    /**
     * What the giver proposes and signs.
     *
     * @param number its place among the transfers of the case
     * @param basis the document on which it rests
     * @param condition in what state the exhibits are given
     * @param place where they will lie
     * @param sealsIntact whether the giver found every seal intact
     * @param statement the text that both sign, as canonical JSON
     * @param digest of the statement, SHA-256
     * @param giverFactor by what the giver confirmed the signature
     */
    record Terms(
            UUID id,
            CaseNumber caseNumber,
            int number,
            ExhibitStanding standing,
            Side from,
            Side to,
            String reason,
            String basis,
            String condition,
            String place,
            boolean sealsIntact,
            Instant proposedAt,
            Instant dueAt,
            List<Item> items,
            String statement,
            String digest,
            String giverFactor) {

        Terms {
            items = List.copyOf(items);
        }

        /** The number as people quote it. */
        String label() {
            return caseNumber + "/T-" + number;
        }

        String path() {
            return "/evidence/transfers/" + id;
        }
    }

    /**
     * An exhibit of the transfer, as it was when it was proposed.
     *
     * @param seals in words
     */
    record Item(ExhibitId exhibit, String number, String title, String seals) {}

    /** How it stands. */
    sealed interface Outcome {

        /** The name in the database; message key {@code custody.state.<code>}. */
        String code();
    }

    /** The receiver has not answered. */
    record Open() implements Outcome {

        @Override
        public String code() {
            return "proposed";
        }
    }

    /** Who decided and when. */
    record Decision(String account, String name, Instant at) {}

    /**
     * Both have signed.
     *
     * @param factor by what the receiver confirmed the signature
     * @param foundIntact whether the receiver found all as the statement says
     * @param words what the receiver found
     */
    record Signed(Decision by, String factor, boolean foundIntact, String words)
            implements Outcome {

        @Override
        public String code() {
            return "signed";
        }
    }

    /** The receiver refused and said why. */
    record Refused(Decision by, String reason) implements Outcome {

        @Override
        public String code() {
            return "refused";
        }
    }

    /** The giver took the offer back. */
    record Withdrawn(Decision by) implements Outcome {

        @Override
        public String code() {
            return "withdrawn";
        }
    }

    boolean open() {
        return outcome instanceof Open;
    }

    boolean overdue(Instant now) {
        return open() && terms.dueAt().isBefore(now);
    }
}
