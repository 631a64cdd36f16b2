package az.qalxan.assets;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A decision to give held money back.
 *
 * @param words the decision on which it rests
 * @param shares who gets how much, as far as the caller may see them
 */
record ReturnDecision(
        UUID id,
        ReturnRule rule,
        String words,
        Instant decidedAt,
        String author,
        List<ReturnShare> shares) {

    ReturnDecision {
        shares = List.copyOf(shares);
    }

    ReturnDecision with(List<ReturnShare> known) {
        return new ReturnDecision(id, rule, words, decidedAt, author, known);
    }
}
