package az.qalxan.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of national standards.
 *
 * @param editions known editions of international standards
 */
record StandardsPage(LawView view, List<Place> places, List<Held<StandardEdition>> editions) {

    StandardsPage {
        places = List.copyOf(places);
        editions = List.copyOf(editions);
    }

    /**
     * A place of the catalogue.
     *
     * @param behind the edition that came instead of the adopted one; null where none is known
     */
    record Place(Held<StandardSlot> held, @Nullable StandardEdition behind) {

        StandardSlot slot() {
            return held.fact();
        }

        /** Message key {@code legal.place.<code>}. */
        String state() {
            if (slot().empty()) {
                return "empty";
            }
            if (slot().withdrawn() != null) {
                return "withdrawn";
            }
            return behind == null ? "current" : "behind";
        }
    }

    static StandardsPage of(LawView view) {
        List<Held<StandardEdition>> editions = view.known().of(StandardEdition.class);
        Newest newest = Newest.of(editions);
        List<Place> places = new ArrayList<>();
        view.known().of(StandardSlot.class).stream()
                .sorted(Comparator.comparingInt(one -> one.fact().place()))
                .forEach(one ->
                        places.add(
                                new Place(
                                        one,
                                        newest.over(one.fact().origin(), one.fact().edition()))));
        return new StandardsPage(view, places, editions);
    }

    /** Which edition came instead of which. */
    private record Newest(Map<String, StandardEdition> successors) {

        static Newest of(List<Held<StandardEdition>> editions) {
            Map<String, StandardEdition> successors = new HashMap<>();
            for (Held<StandardEdition> one : editions) {
                if (!one.fact().supersedes().isBlank()) {
                    successors.put(key(one.fact().origin(), one.fact().supersedes()), one.fact());
                }
            }
            return new Newest(successors);
        }

        private static String key(String origin, String edition) {
            return origin.strip().toUpperCase(java.util.Locale.ROOT) + ":" + edition.strip();
        }

        /** The last edition that came after that one; a circle ends where it was entered. */
        @Nullable StandardEdition over(String origin, String edition) {
            @Nullable StandardEdition found = null;
            @Nullable StandardEdition next = successors.get(key(origin, edition));
            int steps = 0;
            while (next != null && steps++ < successors.size()) {
                found = next;
                next = successors.get(key(next.origin(), next.edition()));
            }
            return found;
        }
    }

    /** The last edition that came after the one that a place adopts. */
    Optional<String> newerThan(StandardSlot slot) {
        return Optional.ofNullable(Newest.of(editions).over(slot.origin(), slot.edition()))
                .map(StandardEdition::edition);
    }

    long empty() {
        return places.stream().filter(one -> one.slot().empty()).count();
    }

    long behind() {
        return places.stream().filter(one -> one.state().equals("behind")).count();
    }
}
