package az.qalxan.exchange.warning;

import az.qalxan.jurisdiction.Jurisdiction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The regions of the pack as lines on a page and as polygons of CAP; the drawing is schematic. */
@Component
class WarningMap {

    private static final double WIDTH = 360;

    /** How much narrower a degree of longitude is than one of latitude, at 40 degrees north. */
    private static final double NARROWER = 0.766;

    private final Map<String, List<List<Point>>> regions = new LinkedHashMap<>();
    private final double west;
    private final double north;
    private final double scale;
    private final long height;

    WarningMap(Jurisdiction jurisdiction) {
        read("/packs/" + jurisdiction.code() + "/regions.geojson")
                .required("features")
                .forEach(this::region);
        List<Point> all =
                regions.values().stream().flatMap(List::stream).flatMap(List::stream).toList();
        west = all.stream().mapToDouble(Point::longitude).min().orElse(0);
        north = all.stream().mapToDouble(Point::latitude).max().orElse(0);
        double east = all.stream().mapToDouble(Point::longitude).max().orElse(1);
        double south = all.stream().mapToDouble(Point::latitude).min().orElse(-1);
        scale = WIDTH / ((east - west) * NARROWER);
        height = Math.round((north - south) * scale);
    }

    private record Point(double longitude, double latitude) {}

    /** The picture's frame as SVG wants it. */
    String frame() {
        return "-2 -2 " + Math.round(WIDTH + 4) + " " + (height + 4);
    }

    /** Each region's code with its line as SVG draws it. */
    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        regions.forEach((code, rings) -> lines.put(code, line(rings)));
        return lines;
    }

    private String line(List<List<Point>> rings) {
        StringBuilder line = new StringBuilder();
        for (List<Point> ring : rings) {
            char move = 'M';
            for (Point point : ring) {
                line.append(move)
                        .append(number((point.longitude() - west) * NARROWER * scale))
                        .append(' ')
                        .append(number((north - point.latitude()) * scale));
                move = 'L';
            }
            line.append('Z');
        }
        return line.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The region as CAP writes polygons. */
    List<String> polygons(String code) {
        return regions.getOrDefault(code, List.of()).stream().map(WarningMap::polygon).toList();
    }

    private static String polygon(List<Point> ring) {
        StringBuilder polygon = new StringBuilder();
        for (Point point : ring) {
            polygon.append(point.latitude()).append(',').append(point.longitude()).append(' ');
        }
        return polygon.toString().strip();
    }

    private void region(JsonNode feature) {
        JsonNode shape = feature.required("geometry");
        List<List<Point>> rings = new ArrayList<>();
        if (shape.required("type").asString().equals("Polygon")) {
            rings.add(ring(shape.required("coordinates").get(0)));
        } else {
            shape.required("coordinates").forEach(part -> rings.add(ring(part.get(0))));
        }
        regions.put(feature.required("properties").required("code").asString(), rings);
    }

    private static List<Point> ring(JsonNode points) {
        List<Point> ring = new ArrayList<>();
        points.forEach(one -> ring.add(new Point(one.get(0).asDouble(), one.get(1).asDouble())));
        if (!ring.getFirst().equals(ring.getLast())) {
            ring.add(ring.getFirst());
        }
        return ring;
    }

    private static JsonNode read(String path) {
        try (InputStream in =
                Objects.requireNonNull(WarningMap.class.getResourceAsStream(path), path)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
