package az.qalxan.law;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Fit;
import az.qalxan.engines.law.Mapping;
import az.qalxan.engines.law.Standing;
import az.qalxan.engines.law.StateCode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cell of the matrix: what a state's law has for an article of a treaty on a day.
 *
 * @param held null where nothing is recorded
 * @param reopened whether it has to be looked at again because law changed
 * @param due whether the day has come by which a lawyer was to look again
 */
record Cell(
        Clause treaty,
        StateCode state,
        @Nullable Held<Mapping> held,
        boolean reopened,
        boolean due) {

    static boolean due(Mapping mapping, LocalDate today) {
        return mapping.reviewDue() != null && !mapping.reviewDue().isAfter(today);
    }

    Fit fit() {
        return held == null ? Fit.UNKNOWN : held.fact().fit();
    }

    /** Message key {@code legal.fit.<code>}. */
    String fitCode() {
        return code(fit());
    }

    static String code(Fit fit) {
        return fit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Standing standing() {
        return held == null ? Standing.UNVERIFIED : held.citation().standing();
    }

    /** The article of the national law; empty where there is none. */
    String national() {
        return held == null || held.fact().national() == null
                ? ""
                : held.fact().national().article();
    }

    boolean gap() {
        return fit() == Fit.GAP || fit() == Fit.PARTIAL;
    }

    /**
     * Whether two cells say something else. Articles of two states always have other numbers, so
     * only the same state's are compared by them.
     */
    boolean differsFrom(Cell other) {
        return fit() != other.fit() || (state.equals(other.state) && !says(other));
    }

    private boolean says(Cell other) {
        if (held == null || other.held == null) {
            return held == other.held;
        }
        return held.fact().equals(other.held.fact());
    }

    /** The page of both sides. */
    String path() {
        return "/law/cells/" + state.code() + "/" + Addresses.encoded(treaty.toString());
    }
}
