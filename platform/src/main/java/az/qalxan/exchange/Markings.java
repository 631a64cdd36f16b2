package az.qalxan.exchange;

import az.qalxan.access.Handling;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far an object may travel: the most restrictive of all markings of the object and of its
 * parts. The specification leaves open how several combine. What cannot be read may not travel at
 * all.
 */
final class Markings {

    private static final Map<String, Handling> TLP =
            Map.ofEntries(
                    Map.entry("94868c89-83c2-464b-929b-a1a8aa3c8487", Handling.CLEAR),
                    Map.entry("bab4a63c-aed9-4cf5-a766-dfca5abac2bb", Handling.GREEN),
                    Map.entry("55d920b0-5e8b-4f79-9ee9-91f868d9b421", Handling.AMBER),
                    Map.entry("939a9414-2ddd-4d32-a0cd-375ea402b003", Handling.AMBER_STRICT),
                    Map.entry("e828b379-4e03-4974-9ac4-e53a884c97c1", Handling.RED),
                    Map.entry("613f2e26-407d-48c7-9eca-b8e91df99dc9", Handling.CLEAR),
                    Map.entry("34098fce-860f-48ae-8e50-ebd3cc5e41da", Handling.GREEN),
                    Map.entry("f88d31f6-486f-44da-b317-01333bde0b82", Handling.AMBER),
                    Map.entry("5e57c739-391a-4eb3-b6be-7d15ca92d5ed", Handling.RED));

    private static final Map<String, Handling> TLP_WORDS =
            Map.of(
                    "clear", Handling.CLEAR,
                    "white", Handling.CLEAR,
                    "green", Handling.GREEN,
                    "amber", Handling.AMBER,
                    "amber+strict", Handling.AMBER_STRICT,
                    "red", Handling.RED);

    private static final List<String> PAP_WORDS = List.of("clear", "green", "amber", "red");

    private static final String PREFIX = "marking-definition--";

    private Markings() {}

    /** What all markings of an object say together. */
    sealed interface Reading {}

    /**
     * What is said.
     *
     * @param pap 0 for PAP:CLEAR to 3 for PAP:RED; null when nothing is said
     */
    record Known(Handling handling, @Nullable Integer pap) implements Reading {}

    /** What one marking says; null where it says nothing, as a copyright notice does. */
    private record Said(@Nullable Handling handling, @Nullable Integer pap) {

        static final Said NOTHING = new Said(null, null);

        Said with(Said other) {
            return new Said(narrower(handling, other.handling), narrower(pap, other.pap));
        }

        private static <T extends Comparable<T>> @Nullable T narrower(
                @Nullable T one, @Nullable T other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.compareTo(other) < 0 ? other : one;
        }
    }

    /** A marking that is not known, or cannot be read. */
    record Unknown(String marking) implements Reading {}

    /** The marking definitions, by id, that the object names and that are not of TLP itself. */
    static Set<String> foreign(JsonNode object) {
        Set<String> named = named(object);
        named.removeIf(one -> tlp(one).isPresent());
        return named;
    }

    /**
     * Reads an object's markings.
     *
     * @param book finds a marking definition by its id
     * @param unmarked what holds when it has none
     */
    static Reading of(
            JsonNode object, Function<String, @Nullable JsonNode> book, Handling unmarked) {
        Said all = Said.NOTHING;
        for (String one : named(object)) {
            Optional<Said> said =
                    tlp(one).map(tlp -> new Said(tlp, null)).or(() -> read(book.apply(one)));
            if (said.isEmpty()) {
                return new Unknown(one);
            }
            all = all.with(said.get());
        }
        return new Known(all.handling == null ? unmarked : all.handling, all.pap);
    }

    private static Optional<Handling> tlp(String id) {
        return id.startsWith(PREFIX)
                ? Optional.ofNullable(TLP.get(id.substring(PREFIX.length())))
                : Optional.empty();
    }

    private static Set<String> named(JsonNode object) {
        Set<String> named = new HashSet<>();
        object.path("object_marking_refs").forEach(one -> named.add(one.asString("")));
        object.path("granular_markings")
                .forEach(one -> {
                    if (one.has("marking_ref")) {
                        named.add(one.path("marking_ref").asString(""));
                    }
                });
        return named;
    }

    private static Optional<Said> read(@Nullable JsonNode definition) {
        if (definition == null) {
            return Optional.empty();
        }
        for (JsonNode extension : definition.path("extensions")) {
            if (extension.has("tlp_2_0")) {
                return tlpWord(extension.path("tlp_2_0"));
            }
            if (extension.has("pap")) {
                return papWord(extension.path("pap"));
            }
        }
        JsonNode content = definition.path("definition");
        return switch (definition.path("definition_type").asString("").toLowerCase(Locale.ROOT)) {
            case "tlp" -> tlpWord(content.path("tlp"));
            case "pap" -> papWord(content.path("pap"));
            case "iep" -> tlpWord(content.path("tlp"));
            case "statement" -> Optional.of(Said.NOTHING);
            default -> Optional.empty();
        };
    }

    private static Optional<Said> tlpWord(JsonNode word) {
        return Optional.ofNullable(TLP_WORDS.get(bare(word, "tlp:")))
                .map(handling -> new Said(handling, null));
    }

    private static Optional<Said> papWord(JsonNode word) {
        String bare = bare(word, "pap:");
        int rank = PAP_WORDS.indexOf(bare.equals("white") ? "clear" : bare);
        return rank < 0 ? Optional.empty() : Optional.of(new Said(null, rank));
    }

    private static String bare(JsonNode word, String prefix) {
        String bare = word.asString("").toLowerCase(Locale.ROOT);
        return bare.startsWith(prefix) ? bare.substring(prefix.length()) : bare;
    }
}
