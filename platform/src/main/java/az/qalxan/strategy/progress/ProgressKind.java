package az.qalxan.strategy.progress;

import java.util.Locale;

/** What a body can say about the progress of a measure; nothing that was said is taken away. */
public enum ProgressKind {
    /** The lead says what evidence makes a stage reached. */
    CRITERION,
    /** A stage is reached, says a body of the measure. */
    PROPOSED,
    /** Something that shows it. */
    EVIDENCE,
    /** Another body agrees. */
    CONFIRMED,
    /** Another body does not, and says why. */
    DISPUTED,
    /** A body of the measure answers a dispute. */
    ANSWERED,
    /** Whoever disputed does so no more. */
    TAKEN_BACK,
    /** Whoever proposed does so no more. */
    WITHDRAWN,
    /** A stage that was reached no longer is. */
    REOPENED,
    /** How the work goes, without a claim. */
    SAID;

    /** The name in tables and addresses; message key {@code progress.kind.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ProgressKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
