package az.qalxan.casework.handover;

import java.util.List;

/**
 * What the receiver reads before it decides, and the grounds of the decision.
 *
 * @param summary the sender's own words for the receiver
 * @param articles that stood when it was offered
 * @param reports how many stood in the case then
 */
record Statement(
        String summary, List<String> articles, long reports, String reason, String legalBasis) {

    static final int LEGAL_BASIS_CHARS_MAX = 300;

    Statement {
        articles = List.copyOf(articles);
    }
}
