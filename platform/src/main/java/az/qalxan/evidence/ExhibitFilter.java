package az.qalxan.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a body's exhibits is asked for.
 *
 * @param state a state's code; empty for every one
 * @param only {@code mine} held by the caller, {@code undecided} without a decision, {@code
 *     bytes-missing} without bytes; empty for all
 * @param q a part of the number or of the title
 * @param after the exhibit behind which the page starts
 */
record ExhibitFilter(
        @Nullable String state, @Nullable String only, @Nullable String q, @Nullable String after) {

    private static final List<String> ONLY = List.of("mine", "undecided", "bytes-missing");
    private static final int QUERY_MAX = 100;

    ExhibitFilter {
        String asked = state == null ? "" : state;
        state =
                java.util.Arrays.stream(KeepingState.values())
                        .map(KeepingState::code)
                        .filter(asked::equals)
                        .findAny()
                        .orElse("");
        only = only == null || !ONLY.contains(only) ? "" : only;
        q = q == null ? "" : q.strip().substring(0, Math.min(q.strip().length(), QUERY_MAX));
        after = after == null || !after.matches("[0-9a-f-]{36}") ? "" : after;
    }

    boolean is(String other) {
        return other.equals(only);
    }

    boolean any() {
        return "".equals(state) && "".equals(only) && "".equals(q);
    }
}
