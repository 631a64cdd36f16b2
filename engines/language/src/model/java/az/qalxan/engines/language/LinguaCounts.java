package az.qalxan.engines.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often each n-gram of one to five letters stands in the texts that Lingua was trained with, as
 * a share of all letters.
 *
 * <p>Lingua's files hold, for each n-gram, its share among those that begin with the same letters;
 * multiplied from the first letter on, these give the share of the whole n-gram.
 */
final class LinguaCounts {

    static final int LETTERS_MAX = 5;

    private static final String[] FILES = {
        "", "unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"
    };
    private static final String BEGIN = "\"ngrams\":{";

    private final List<Map<String, Double>> byLength = new ArrayList<>();

    /**
     * Reads the models of a language from Lingua's jar, which is on the class path of the build.
     */
    static LinguaCounts of(String language) {
        LinguaCounts counts = new LinguaCounts();
        counts.byLength.add(Map.of("", 1.0));
        for (int length = 1; length <= LETTERS_MAX; length++) {
            counts.byLength.add(counts.read(language, length));
        }
        return counts;
    }

    Map<String, Double> ofLength(int letters) {
        return byLength.get(letters);
    }

    private Map<String, Double> read(String language, int length) {
        String json = json("/language-models/" + language + "/" + FILES[length] + ".json");
        Map<String, Double> before = byLength.get(length - 1);
        Map<String, Double> shares = new HashMap<>();
        int next = json.indexOf(BEGIN) + BEGIN.length();
        while (json.charAt(next) == '"') {
            int slash = json.indexOf('/', next);
            int nameEnd = json.indexOf('"', slash);
            int valueStart = json.indexOf('"', nameEnd + 1) + 1;
            int valueEnd = json.indexOf('"', valueStart);
            double share =
                    Double.parseDouble(json.substring(next + 1, slash))
                            / Double.parseDouble(json.substring(slash + 1, nameEnd));
            for (String gram : json.substring(valueStart, valueEnd).split(" ")) {
                @Nullable Double prefix = before.get(gram.substring(0, length - 1));
                if (prefix != null) {
                    shares.put(gram, share * prefix);
                }
            }
            next = json.charAt(valueEnd + 1) == ',' ? valueEnd + 2 : valueEnd + 1;
        }
        return shares;
    }

    private static String json(String path) {
        try (@Nullable InputStream in = LinguaCounts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(path, e);
        }
    }
}
