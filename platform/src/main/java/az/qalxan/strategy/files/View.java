package az.qalxan.strategy.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A view of the plan that can be taken; message key {@code planfile.view.<code>}. */
enum View {
    /** Measures by priority and group, whole. */
    TREE,
    /** When measures run. */
    TIMELINE,
    /** How much is asked of each body, or of one body what. */
    BODIES,
    /** Stage by stage, with the results that the plan asks for. */
    STAGES,
    /** Targets and objectives with the measures that serve them. */
    COVERAGE,
    /** Measures that run, by body and quarter. */
    LOAD;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<View> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
