package az.qalxan.casework.handover;

import az.qalxan.casework.CaseTop;
import az.qalxan.jurisdiction.Body;
import java.util.List;

/**
 * A case's hand-overs, and the form that offers it.
 *
 * @param articles and {@code reports} are what the receiver would read beside the summary
 */
record CaseHandOverPage(
        CaseTop top,
        List<HandOverList.Row> handOvers,
        List<Body> receivers,
        List<String> articles,
        long reports,
        boolean offerable) {

    CaseHandOverPage {
        handOvers = List.copyOf(handOvers);
        receivers = List.copyOf(receivers);
        articles = List.copyOf(articles);
    }
}
