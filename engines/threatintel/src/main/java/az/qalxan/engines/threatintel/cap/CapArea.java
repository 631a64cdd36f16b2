package az.qalxan.engines.threatintel.cap;

import java.util.List;

/**
 * Where it holds, section 3.2.4.
 *
 * @param polygons each a list of points "latitude,longitude" that ends where it begins
 */
public record CapArea(String description, List<String> polygons, List<CapValue> geocodes) {

    public CapArea {
        polygons = List.copyOf(polygons);
        geocodes = List.copyOf(geocodes);
    }
}
