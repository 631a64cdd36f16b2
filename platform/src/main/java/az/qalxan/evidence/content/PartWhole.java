package az.qalxan.evidence.content;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part with all that was read of it.
 *
 * @param fields what it says of itself, key and value in order
 * @param parent what contains it; null for the file itself
 */
record PartWhole(
        PartLine line,
        String sha256,
        List<Map.Entry<String, String>> fields,
        String text,
        int moments,
        @Nullable PartLine parent,
        List<PartLine> inside) {

    PartWhole {
        fields = List.copyOf(fields);
        inside = List.copyOf(inside);
    }
}
