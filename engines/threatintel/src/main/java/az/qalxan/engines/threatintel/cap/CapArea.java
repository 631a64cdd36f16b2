package az.qalxan.engines.threatintel.cap;

import java.util.List;

/**
 * Where a warning holds (CAP 1.2 §3.2.4).
 *
 * @param shapes polygon, circle, altitude, ceiling
 * @param codes of a registry of places
 */
public record CapArea(String description, List<CapValue> shapes, List<CapValue> codes) {

    public CapArea {
        shapes = CapAlerts.named(shapes, CapAlerts.AREA_SHAPES);
        codes = List.copyOf(codes);
    }
}
