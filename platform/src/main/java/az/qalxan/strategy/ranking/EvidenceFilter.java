package az.qalxan.strategy.ranking;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a list of evidence is narrowed to; an empty field narrows nothing.
 *
 * @param state a code of {@link Holding}, {@code soon} or {@code waiting}
 * @param kind a code of {@link EvidenceKind}
 * @param owner the code of a body
 * @param ranking the code of a ranking
 * @param text words of the title or the reference
 */
record EvidenceFilter(
        @Nullable String state,
        @Nullable String kind,
        @Nullable String owner,
        @Nullable String ranking,
        @Nullable String text) {

    private static final Locale AZERBAIJANI = Locale.of("az");

    String of(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    boolean takes(Evidence one, String holding, boolean soon) {
        return (of(state).isEmpty()
                        || of(state).equals(holding)
                        || (of(state).equals("soon") && soon))
                && (of(kind).isEmpty() || of(kind).equals(one.content().kind().code()))
                && (of(owner).isEmpty() || of(owner).equals(one.content().owner()))
                && (of(ranking).isEmpty()
                        || one.content().links().stream()
                                .anyMatch(link -> link.question().ranking().equals(of(ranking))))
                && says(one);
    }

    private boolean says(Evidence one) {
        String wanted = of(text).toLowerCase(AZERBAIJANI);
        return wanted.isEmpty()
                || one.content().title().toLowerCase(AZERBAIJANI).contains(wanted)
                || one.content().reference().toLowerCase(AZERBAIJANI).contains(wanted);
    }
}
