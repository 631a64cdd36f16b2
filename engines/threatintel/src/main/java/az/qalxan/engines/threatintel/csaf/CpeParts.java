package az.qalxan.engines.threatintel.csaf;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parts of a CPE 2.3 formatted string or of a CPE 2.2 URI (NISTIR 7695, 6). */
final class CpeParts {

    static final List<String> NAMES =
            List.of(
                    "part",
                    "vendor",
                    "product",
                    "version",
                    "update",
                    "edition",
                    "language",
                    "sw_edition",
                    "target_sw",
                    "target_hw",
                    "other");

    private CpeParts() {}

    static Map<String, String> of(String cpe) {
        Map<String, String> parts = new HashMap<>();
        boolean isUri = cpe.toLowerCase(Locale.ROOT).startsWith("cpe:/");
        int start = isUri ? "cpe:/".length() : "cpe:2.3:".length();
        String rest = cpe.substring(Math.min(start, cpe.length()));
        String[] values = rest.split(isUri ? ":" : "(?<!\\\\):", -1);
        for (int i = 0; i < Math.min(values.length, NAMES.size()); i++) {
            parts.put(NAMES.get(i), values[i]);
        }
        return parts;
    }
}
