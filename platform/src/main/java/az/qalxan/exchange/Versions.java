package az.qalxan.exchange;

import java.util.Set;

/**
 * Which versions of an object are asked for (TAXII 2.1, section 3.4.1): any of these.
 *
 * @param keys single versions, as {@link StixMoment#key} writes them
 */
public record Versions(boolean first, boolean last, boolean all, Set<String> keys) {

    public static final Versions LAST = new Versions(false, true, false, Set.of());
    public static final Versions ALL = new Versions(false, false, true, Set.of());

    public Versions {
        keys = Set.copyOf(keys);
    }

    boolean onlyLast() {
        return last && !first && !all && keys.isEmpty();
    }
}
