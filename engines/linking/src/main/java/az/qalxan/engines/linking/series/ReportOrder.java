package az.qalxan.engines.linking.series;

import java.util.Comparator;
import java.util.UUID;

/** The order of reports: their ids as unsigned numbers of 128 bits, as PostgreSQL orders them. */
public final class ReportOrder {

    /** Compares two ids. */
    public static final Comparator<UUID> BY_ID = ReportOrder::compare;

    private ReportOrder() {}

    /** Negative when the first id is smaller; unlike {@link UUID#compareTo} it knows no sign. */
    public static int compare(UUID one, UUID other) {
        int high =
                Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
