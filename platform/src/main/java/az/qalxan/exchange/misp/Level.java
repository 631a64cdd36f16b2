package az.qalxan.exchange.misp;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far something is distributed (MISP core format, distribution).
 *
 * @param distribution 0 the own organisation, 1 this community, 2 connected communities, 3 all, 4 a
 *     sharing group, 5 as what it lies in
 * @param group the sharing group of 4, null otherwise
 */
record Level(int distribution, @Nullable UUID group) {

    static final int ORGANISATION = 0;
    static final int COMMUNITY = 1;
    static final int CONNECTED = 2;
    static final int ALL = 3;
    static final int GROUP = 4;
    static final int INHERIT = 5;

    static final Level NOBODY_ELSE = new Level(ORGANISATION, null);
    static final Level INHERITED = new Level(INHERIT, null);

    /** Whether everybody who may read the collection is meant. */
    boolean open() {
        return distribution >= COMMUNITY && distribution <= ALL;
    }

    /** Whether other communities are meant: it may be pushed, and stands in feeds. */
    boolean travels() {
        return distribution == CONNECTED || distribution == ALL;
    }

    /** How far a part with this level is distributed inside of that one. */
    Level within(Level outer) {
        if (distribution == INHERIT) {
            return outer;
        }
        if (outer.open()) {
            return open() ? new Level(Math.min(distribution, outer.distribution), null) : this;
        }
        return open() || equals(outer) ? outer : NOBODY_ELSE;
    }
}
