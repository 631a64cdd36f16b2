package az.qalxan.strategy.open;

import az.qalxan.strategy.progress.StageStanding;
import java.util.Locale;

/**
 * What everybody may know of a stage; message keys {@code openplan.state.<code>} and, what it
 * means, {@code openplan.means.<code>}.
 */
enum OpenState {
    /** Nobody has said that it is reached. */
    NOT_REPORTED,
    /** Its body says that it is reached; whether others agree is not told before they do. */
    BEING_CHECKED,
    /** Another body has confirmed it. */
    CONFIRMED;

    static OpenState of(StageStanding.State state) {
        return switch (state) {
            case OPEN -> NOT_REPORTED;
            case PROPOSED, DISPUTED -> BEING_CHECKED;
            case REACHED -> CONFIRMED;
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
