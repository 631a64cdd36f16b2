package az.qalxan.exchange.advisory;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.UUID;

/**
 * An advisory while people work on it.
 *
 * @param number tracking id of the document
 * @param body whose it is
 * @param state draft, waiting, released or withdrawn; key {@code advisory.state.<state>}
 * @param round approvals count for one round
 * @param edition how many editions are out
 */
record Advisory(
        UUID id,
        String number,
        String body,
        Handling handling,
        AdvisoryForm said,
        String state,
        int round,
        int edition,
        Course course) {

    /** Who wrote it when. */
    record Course(Instant madeAt, Instant changedAt, String madeBy, String account) {}

    boolean draft() {
        return state.equals("draft");
    }

    boolean waiting() {
        return state.equals("waiting");
    }

    boolean released() {
        return state.equals("released");
    }

    String title() {
        return said.text("title");
    }

    String path() {
        return "/advisories/drafts/" + number;
    }
}
