package az.qalxan.engines.detection.indicator;

import java.util.UUID;

/**
 * A value that points to a threat.
 *
 * @param id by which its source knows it; all zeros where it has none
 */
public record ThreatIndicator(
        IndicatorValue value, IndicatorOrigin origin, Lifetime lifetime, UUID id) {

    /** Of indicators that their source gives no identity. */
    public static final UUID NAMELESS = new UUID(0, 0);
}
