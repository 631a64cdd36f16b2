package az.qalxan.engines.detection;

import java.util.StringJoiner;

/**
 * What kind of log a rule is for; what is empty is not asked (Sigma 2.1.0, "Log source").
 *
 * @param product such as {@code windows}
 * @param category such as {@code process_creation}
 * @param service such as {@code security}
 */
public record LogSource(String product, String category, String service) {

    @Override
    public String toString() {
        StringJoiner words = new StringJoiner("/");
        for (String word : new String[] {product, category, service}) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words.toString();
    }
}
