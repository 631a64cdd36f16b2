package az.qalxan.engines.threatintel.csaf;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An extension of CSAF 2.1 that is known here.
 *
 * @param content the object form of what it carries
 * @param critical what its member critical has to be
 * @param occurrencesMax how often it may stand in each of the places
 * @param incompatible the name of one that may not be used beside it, "" for none
 */
record Extension(
        String content, boolean critical, Map<Place, Integer> occurrencesMax, String incompatible) {

    private static final int MANY = 4096;

    /** Those of the specification's own documentation; no official ones are published yet. */
    private static final Map<String, Extension> KNOWN =
            Map.of(
                    "documentation-11",
                    new Extension(
                            "documentation_11",
                            false,
                            occurrences(1, 1, 1, 1, 1, 1, 1),
                            "documentation-12"),
                    "documentation-12",
                    new Extension(
                            "documentation_12",
                            false,
                            occurrences(MANY, MANY, 10, 2, 0, MANY, MANY),
                            "documentation-11"),
                    "documentation-13",
                    new Extension("documentation_13", true, occurrences(0, 0, 0, 0, 0, 0, 1), ""));

    /** Where extensions may stand. */
    enum Place {
        DOCUMENT,
        BRANCH,
        PRODUCT_NAME,
        PRODUCT_PATH,
        METRIC,
        VULNERABILITY,
        ROOT
    }

    Extension {
        occurrencesMax = Map.copyOf(occurrencesMax);
    }

    private static Map<Place, Integer> occurrences(int... counts) {
        Map<Place, Integer> all = new java.util.EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            all.put(place, counts[place.ordinal()]);
        }
        return all;
    }

    /** Null where the extension is not known here. */
    static @Nullable Extension of(String schema) {
        return KNOWN.get(nameOf(schema));
    }

    static String nameOf(String schema) {
        if (!schema.startsWith("https://raw.githubusercontent.com/oasis-tcs/csaf/")) {
            return "";
        }
        List<String> names =
                KNOWN.keySet().stream()
                        .filter(n -> schema.endsWith("/" + n + "/" + n + "-content_1.0.0.json"))
                        .toList();
        return names.isEmpty() ? "" : names.getFirst();
    }
}
