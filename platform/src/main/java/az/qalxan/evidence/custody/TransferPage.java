package az.qalxan.evidence.custody;

import az.qalxan.web.PageFrame;
import java.util.Map;

/**
 * What somebody sees of a transfer.
 *
 * @param seesCase whether the viewer may open the case
 * @param mayDecide whether it waits for the viewer's signature
 * @param mayWithdraw whether the viewer offered it
 * @param bodies how bodies are called, by code
 */
record TransferPage(
        Transfer transfer,
        boolean seesCase,
        boolean mayDecide,
        boolean mayWithdraw,
        boolean overdue,
        Map<String, String> bodies) {

    TransferPage {
        bodies = Map.copyOf(bodies);
    }

    Transfer.Terms terms() {
        return transfer.terms();
    }

    String side(Side side) {
        String body = bodies.getOrDefault(side.body().value(), side.body().value());
        return side.person() ? side.name() + ", " + body : body;
    }

    /** How both signed; null while they have not. */
    Transfer.@org.jspecify.annotations.Nullable Signed signed() {
        return transfer.outcome() instanceof Transfer.Signed signed ? signed : null;
    }

    Transfer.@org.jspecify.annotations.Nullable Refused refused() {
        return transfer.outcome() instanceof Transfer.Refused refused ? refused : null;
    }

    /** The seals of an item in the reader's words. */
    String seals(Transfer.Item item, PageFrame frame) {
        return java.util.Arrays.stream(item.seals().split(", "))
                .map(one ->
                        one.substring(0, one.lastIndexOf(' '))
                                + " ("
                                + frame.t(
                                        "evidence.seal." + one.substring(one.lastIndexOf(' ') + 1))
                                + ")")
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
