package az.qalxan.exchange.misp;

import az.qalxan.access.Handling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The tags of an event or attribute, and what those of the Traffic Light Protocol say. */
final class Tags {

    private static final String TLP = "tlp:";

    private static final Map<String, Handling> WORDS =
            Map.of(
                    "clear", Handling.CLEAR,
                    "white", Handling.CLEAR,
                    "green", Handling.GREEN,
                    "amber", Handling.AMBER,
                    "amber+strict", Handling.AMBER_STRICT,
                    "red", Handling.RED);

    private Tags() {}

    static List<String> names(JsonNode holder) {
        List<String> names = new ArrayList<>();
        holder.path("Tag").forEach(tag -> names.add(tag.path("name").asString("")));
        return names;
    }

    /** A tag of TLP that nobody can read: what carries it may not travel at all. */
    static Optional<String> unreadable(List<String> names) {
        return names.stream().filter(name -> tlp(name) && word(name) == null).findFirst();
    }

    /** The narrowest that they say; null when they say nothing. */
    static @Nullable Handling narrowest(List<String> names) {
        @Nullable Handling narrowest = null;
        for (String name : names) {
            @Nullable Handling said = tlp(name) ? word(name) : null;
            if (said != null && (narrowest == null || said.compareTo(narrowest) > 0)) {
                narrowest = said;
            }
        }
        return narrowest;
    }

    private static boolean tlp(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(TLP);
    }

    private static @Nullable Handling word(String name) {
        return WORDS.get(name.toLowerCase(Locale.ROOT).substring(TLP.length()).strip());
    }
}
