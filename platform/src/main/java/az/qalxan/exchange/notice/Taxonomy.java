package az.qalxan.exchange.notice;

import az.qalxan.jurisdiction.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of trouble: the Reference Security Incident Taxonomy, how grave each is held to be, and
 * the words that feeds use for them.
 */
final class Taxonomy {

    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();

    Taxonomy(List<Type> types, Map<String, String> words) {
        types.forEach(one -> this.types.put(one.code(), one));
        words.forEach((said, code) -> this.words.put(bare(said), code));
    }

    /**
     * A type.
     *
     * @param group the class of the taxonomy
     * @param grave whether a machine is in somebody else's hands, so that days count
     * @param advice what to do first
     */
    record Type(String code, String group, Words name, boolean grave, Words advice) {}

    List<Type> types() {
        return List.copyOf(types.values());
    }

    Type known(String code) {
        return Optional.ofNullable(types.get(code)).orElseThrow();
    }

    boolean isGrave(String code) {
        return types.containsKey(code) && types.get(code).grave();
    }

    /** The type that a feed means; empty when we do not know its word. */
    Optional<String> type(String said) {
        String bare = bare(said);
        if (types.containsKey(bare)) {
            return Optional.of(bare);
        }
        return Optional.ofNullable(words.get(bare));
    }

    private static String bare(String said) {
        return said.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    }
}
