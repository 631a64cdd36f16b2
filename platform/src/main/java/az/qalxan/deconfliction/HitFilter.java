package az.qalxan.deconfliction;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which hits a list shows; an empty text lets everything through.
 *
 * @param other code of the other body
 * @param words an identifier of one's own, in any notation
 * @param after the place behind which a page starts; null for the first page
 */
record HitFilter(Show show, String other, String words, @Nullable Place after) {

    static final int WORDS_MAX = 300;

    HitFilter {
        words = words.strip().substring(0, Math.min(words.strip().length(), WORDS_MAX));
    }

    /** What a list shows; message key {@code hit.show.<code>}. */
    enum Show {
        /** Nothing was asked, and the hit is not set aside. */
        OPEN,
        /** The other body waits for our decision. */
        TO_DECIDE,
        /** We wait for theirs. */
        WAITING,
        /** They let us read. */
        READABLE,
        /** We let them read. */
        GIVEN,
        /** Needs nothing from the other. */
        ASIDE,
        ALL;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Show of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElse(OPEN);
        }
    }

    /** A place in the list: the own newest record of the last row, and its hit. */
    record Place(UUID record, UUID hit) {

        String token() {
            return record + "." + hit;
        }

        static Optional<Place> read(String token) {
            String[] parts = token.split("\\.");
            try {
                return parts.length == 2
                        ? Optional.of(
                                new Place(UUID.fromString(parts[0]), UUID.fromString(parts[1])))
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    static HitFilter of(String show, String other, String words, String after) {
        return new HitFilter(Show.of(show), other, words, Place.read(after).orElse(null));
    }

    HitFilter showing(Show another) {
        return new HitFilter(another, other, words, null);
    }

    /** The address of the list with this filter, without the place. */
    String address(String path) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("show", show.code());
        if (!other.isEmpty()) {
            asked.put("body", other);
        }
        if (!words.isEmpty()) {
            asked.put("q", words);
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        asked.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(asked).toUriString();
    }

    String next(Place place) {
        return address("/hits") + "&after=" + place.token();
    }
}
