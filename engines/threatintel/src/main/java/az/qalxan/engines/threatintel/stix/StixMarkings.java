package az.qalxan.engines.threatintel.stix;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The markings on one object and on parts of it (§7.2). Where several apply, the narrowest holds:
 * the specification leaves open how they combine.
 *
 * @param whole identifiers of the markings of the object
 * @param parts markings of what selectors point to
 */
public record StixMarkings(Set<String> whole, List<Part> parts) {

    /** One marking of one part. */
    public record Part(String selector, String marking) {}

    /** What the markings ask together. */
    public sealed interface Handling {

        /** No marking says who may see it. */
        record Unmarked() implements Handling {}

        /** At most this audience. */
        record Limited(Tlp tlp) implements Handling {}

        /** Some markings are unknown; to be kept from everybody else. */
        record Undecided(Set<String> unknown) implements Handling {}
    }

    public StixMarkings {
        whole = Set.copyOf(whole);
        parts = List.copyOf(parts);
    }

    public static StixMarkings of(ObjectNode object) {
        Set<String> whole = new LinkedHashSet<>();
        for (JsonNode ref : object.path("object_marking_refs")) {
            whole.add(ref.asString(""));
        }
        List<Part> parts = new ArrayList<>();
        for (JsonNode marking : object.path("granular_markings")) {
            JsonNode ref = marking.path("marking_ref");
            for (JsonNode selector :
                    ref.isString() ? marking.path("selectors") : List.<JsonNode>of()) {
                parts.add(new Part(selector.asString(""), ref.asString()));
            }
        }
        return new StixMarkings(whole, parts);
    }

    /** All markings, of the object and of any part. */
    public Set<String> all() {
        Set<String> all = new TreeSet<>(whole);
        parts.forEach(part -> all.add(part.marking()));
        return all;
    }

    /** What the object with all its parts asks. */
    public Handling handling(Function<String, MarkingMeaning> meanings) {
        return handling(all(), meanings);
    }

    /** What the object asks when the parts that ask more are left out. */
    public Handling handlingOfWhole(Function<String, MarkingMeaning> meanings) {
        return handling(whole, meanings);
    }

    private static Handling handling(
            Set<String> markings, Function<String, MarkingMeaning> meanings) {
        Set<String> unknown = new TreeSet<>();
        Optional<Tlp> narrowest = Optional.empty();
        for (String marking : markings) {
            switch (meanings.apply(marking)) {
                case MarkingMeaning.Audience(Tlp tlp) ->
                        narrowest = Optional.of(narrowest.map(tlp::narrower).orElse(tlp));
                case MarkingMeaning.Statement statement -> {
                    // limits nobody
                }
                case MarkingMeaning.Unknown none -> unknown.add(marking);
            }
        }
        if (!unknown.isEmpty()) {
            return new Handling.Undecided(unknown);
        }
        return narrowest.<Handling>map(Handling.Limited::new).orElseGet(Handling.Unmarked::new);
    }

    /** Selectors of parts that this audience may not see, or nobody can tell. */
    Set<String> hiddenFrom(Tlp audience, Function<String, MarkingMeaning> meanings) {
        Set<String> hidden = new TreeSet<>();
        for (Part part : parts) {
            boolean open =
                    switch (meanings.apply(part.marking())) {
                        case MarkingMeaning.Audience(Tlp tlp) -> tlp.compareTo(audience) <= 0;
                        case MarkingMeaning.Statement statement -> true;
                        case MarkingMeaning.Unknown none -> false;
                    };
            if (!open) {
                hidden.add(part.selector());
            }
        }
        return hidden;
    }
}
