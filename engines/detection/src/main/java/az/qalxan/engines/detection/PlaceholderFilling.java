package az.qalxan.engines.detection;

import java.util.ArrayList;
import java.util.List;

/** Puts values in the place of {@code %name%}. */
record PlaceholderFilling(Placeholders placeholders) {

    private static final int FILLED_MAX = 10_000;

    /**
     * Every text that the written one makes; none where a name has no value or there are too many.
     */
    List<String> of(String written) {
        List<StringBuilder> filled = new ArrayList<>(List.of(new StringBuilder()));
        int at = 0;
        while (at < written.length()) {
            char c = written.charAt(at);
            int end = c == '%' ? written.indexOf('%', at + 1) : -1;
            if (written.startsWith("\\%", at)) {
                filled.forEach(one -> one.append('%'));
                at += 2;
            } else if (end > at + 1) {
                filled = with(filled, written.substring(at + 1, end));
                if (filled.isEmpty() || filled.size() > FILLED_MAX) {
                    return List.of();
                }
                at = end + 1;
            } else {
                filled.forEach(one -> one.append(c));
                at++;
            }
        }
        return filled.stream().map(StringBuilder::toString).toList();
    }

    private List<StringBuilder> with(List<StringBuilder> filled, String name) {
        List<StringBuilder> more = new ArrayList<>();
        for (StringBuilder one : filled) {
            for (String value : placeholders.values().getOrDefault(name, List.of())) {
                more.add(new StringBuilder(one).append(value));
            }
        }
        return more;
    }
}
