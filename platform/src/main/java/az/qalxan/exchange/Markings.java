package az.qalxan.exchange;

import az.qalxan.access.Handling;
import az.qalxan.engines.threatintel.stix.StixMarkings;
import az.qalxan.engines.threatintel.stix.Tlp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far an object may travel: the most restrictive of all markings of the object and of its
 * parts. The specification leaves open how several combine. What cannot be read may not travel at
 * all.
 */
final class Markings {

    private static final List<String> PAP_WORDS = List.of("clear", "green", "amber", "red");

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
        return named(object).stream()
                .filter(one -> tlp(one).isEmpty() && ObjectCheck.isId(one))
                .collect(Collectors.toUnmodifiableSet());
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
        return Tlp.ofMarking(id).map(Markings::handling);
    }

    private static Handling handling(Tlp tlp) {
        return Handling.valueOf(tlp.name());
    }

    private static Set<String> named(JsonNode object) {
        return object instanceof ObjectNode marked ? StixMarkings.of(marked).all() : Set.of();
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
        return Tlp.ofWord(bare(word, "tlp:")).map(tlp -> new Said(handling(tlp), null));
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
