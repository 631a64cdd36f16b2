package az.qalxan.engines.threatintel.handling;

import java.util.Locale;
import java.util.Optional;

/**
 * The Permissible Actions Protocol (MISP taxonomy PAP, version 3), from everything to the least.
 * TLP tells to whom knowledge may go, PAP what may be done with it.
 */
public enum Pap {
    /** No restrictions; called WHITE before version 3. */
    CLEAR(PapAction.PUBLISH),
    /** The target may notice: it may be asked, blocked, fed to sensors. */
    GREEN(PapAction.ACT_ON_TARGET),
    /** Services of others may be asked, the target must not notice. */
    AMBER(PapAction.ASK_OTHERS),
    /** Nothing that can be seen from outside: own logs alone. */
    RED(PapAction.SEARCH_OWN_RECORDS);

    private final PapAction most;

    Pap(PapAction most) {
        this.most = most;
    }

    public boolean allows(PapAction action) {
        return action.compareTo(most) <= 0;
    }

    /** The one that allows less. */
    public Pap narrower(Pap other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** As the taxonomy writes it, such as "PAP:AMBER". */
    public String label() {
        return "PAP:" + name();
    }

    /** By its label, in any case; WHITE is CLEAR. Empty where the text is none. */
    public static Optional<Pap> of(String label) {
        String upper = label.toUpperCase(Locale.ROOT);
        for (Pap one : values()) {
            if (one.label().equals(upper)) {
                return Optional.of(one);
            }
        }
        return upper.equals("PAP:WHITE") ? Optional.of(CLEAR) : Optional.empty();
    }
}
