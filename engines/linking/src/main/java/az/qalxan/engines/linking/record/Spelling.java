package az.qalxan.engines.linking.record;

import java.util.Arrays;
import java.util.Set;

/**
 * The key that spellings of one name have in common when it travels between Azerbaijani, Turkish,
 * Russian and English: Məmmədov, Mammadov and Мамедов; Hüseynov, Huseynov and Гусейнов; Cəfərov,
 * Jafarov and Джафаров. It is coarse on purpose: sounds that one of the scripts cannot tell apart
 * are one.
 */
final class Spelling {

    /** Words for son and daughter in patronymics, folded. */
    private static final Set<String> OFFSPRING =
            Set.of("oglu", "oghlu", "ogly", "oglı", "qizi", "gizi", "kizi", "kyzy", "gyzy");

    /** Words for the kind of a place, folded, which people leave out or shorten. */
    private static final Set<String> PLACE_WORDS =
            Set.of(
                    "kuchesi",
                    "kuche",
                    "kuch",
                    "kucesi",
                    "kuce",
                    "kuc",
                    "prospekti",
                    "prospekt",
                    "prosp",
                    "pr",
                    "dalan",
                    "dongesi",
                    "sheheri",
                    "sheher",
                    "rayonu",
                    "rayon",
                    "qesebesi",
                    "qesebe",
                    "kendi",
                    "mehellesi",
                    "evi",
                    "menzil",
                    "ulitsa",
                    "ul",
                    "gorod",
                    "poselok",
                    "dom",
                    "kvartira",
                    "kv",
                    "sokak",
                    "sokagi",
                    "sok",
                    "cadde",
                    "caddesi",
                    "cad",
                    "mahallesi",
                    "mah",
                    "bulvari",
                    "bulvar",
                    "street",
                    "st",
                    "str",
                    "road",
                    "rd",
                    "avenue",
                    "ave",
                    "av");

    private Spelling() {}

    /** The key of a person's name, folded by {@link Letters#joined} or {@link Letters#words}. */
    static String ofName(String folded) {
        StringBuilder key = new StringBuilder(folded.length());
        int next = 0;
        while (next < folded.length()) {
            next += step(folded, next, key);
        }
        return key.toString();
    }

    /** The key of a street or place: its telling words in the order of the alphabet. */
    static String ofPlace(String folded) {
        String[] words = folded.split(" ", -1);
        String[] telling =
                Arrays.stream(words)
                        .filter(word -> !PLACE_WORDS.contains(word))
                        .map(Spelling::ofName)
                        .sorted()
                        .toArray(String[]::new);
        return telling.length == 0 ? ofName(folded) : String.join("", telling);
    }

    /** A person's name without the words for son and daughter. */
    static String withoutOffspring(String words) {
        if (words.indexOf(' ') < 0) {
            return words;
        }
        StringBuilder kept = new StringBuilder(words.length());
        for (String word : words.split(" ", -1)) {
            if (!OFFSPRING.contains(word)) {
                kept.append(word);
            }
        }
        return kept.toString();
    }

    static boolean isPlaceWord(String word) {
        return PLACE_WORDS.contains(word);
    }

    /** Reads one sound at {@code at}; gives the number of letters it took. */
    private static int step(String name, int at, StringBuilder key) {
        char c = name.charAt(at);
        char after = at + 1 < name.length() ? name.charAt(at + 1) : '\0';
        switch (c) {
            case 'a', 'e' -> add(key, 'a');
            case 'i', 'y' -> add(key, 'i');
            case 'q', 'g', 'x' -> add(key, 'k');
            case 'h' -> add(key, 'k');
            case 'k' -> add(key, 'k');
            case 'w' -> add(key, 'v');
            case 'j' -> add(key, 'c');
            case 'c' -> {
                add(key, after == 'k' ? 'k' : 'c');
                return after == 'h' || after == 'k' ? 2 : 1;
            }
            case 's' -> {
                add(key, 's');
                return after == 'h' ? 2 : 1;
            }
            case 'd' -> {
                return voiced(name, at, key);
            }
            case 'p' -> {
                add(key, after == 'h' ? 'f' : 'p');
                return after == 'h' ? 2 : 1;
            }
            case 't' -> {
                add(key, 't');
                return after == 'h' ? 2 : 1;
            }
            case ' ' -> {
                // Words of one name may be written together.
            }
            default -> add(key, c);
        }
        return 1;
    }

    /** The sound of Azerbaijani c, which Russian and English write dj, j or dzh. */
    private static int voiced(String name, int at, StringBuilder key) {
        if (name.startsWith("dzh", at)) {
            add(key, 'c');
            return 3;
        }
        if (name.startsWith("dj", at)) {
            add(key, 'c');
            return 2;
        }
        add(key, 'd');
        return 1;
    }

    private static void add(StringBuilder key, char sound) {
        int end = key.length();
        if (end == 0 || key.charAt(end - 1) != sound) {
            key.append(sound);
        }
    }
}
