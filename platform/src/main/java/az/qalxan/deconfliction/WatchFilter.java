package az.qalxan.deconfliction;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which entries a list shows; an empty text lets everything through.
 *
 * @param mine only those of the caller
 * @param body code of the body whose list it is; for those who see several
 * @param ground code of a legal basis
 * @param words an identifier in any notation
 * @param after entries made before this one; null for the first page
 */
record WatchFilter(
        Show show, boolean mine, String body, String ground, String words, @Nullable UUID after) {

    WatchFilter {
        body = cut(body);
        ground = cut(ground);
        words = cut(words);
    }

    /** Which entries; message key {@code watch.show.<code>}. */
    enum Show {
        LIVE,
        /** Ends within the time of the reminder. */
        ENDING,
        /** A watched identifier appeared and its owner has not looked. */
        NEWS,
        OVER,
        ALL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Show of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElse(LIVE);
        }
    }

    private static String cut(String text) {
        String bare = text.strip();
        return bare.substring(0, Math.min(bare.length(), HitFilter.WORDS_MAX));
    }

    WatchFilter showing(Show another) {
        return new WatchFilter(another, mine, body, ground, words, null);
    }

    /** The address of the list with this filter, without the place. */
    String address(String path) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("show", show.code());
        put(asked, "mine", mine ? "1" : "");
        put(asked, "body", body);
        put(asked, "ground", ground);
        put(asked, "q", words);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        asked.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(asked).toUriString();
    }

    String next(UUID last) {
        return address("/watch") + "&after=" + last;
    }

    private static void put(Map<String, String> asked, String name, String value) {
        if (!value.isEmpty()) {
            asked.put(name, value);
        }
    }
}
