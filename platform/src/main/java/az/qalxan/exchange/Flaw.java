package az.qalxan.exchange;

import az.qalxan.engines.threatintel.stix.StixCheck;
import az.qalxan.engines.threatintel.stix.StixFinding;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Which rules of STIX 2.1 an object breaks.
 *
 * @param words each rule with its place in the object; empty when none is broken
 * @param marking whether its markings are among what is wrong, so that nobody can rely on them
 */
record Flaw(String words, boolean marking) {

    static final Flaw NONE = new Flaw("", false);

    /** Broken rules that are named; of the others there is only the number. */
    private static final int NAMED_MAX = 3;

    private static final int WORDS_CHARS_MAX = 1_000;
    private static final StixCheck CHECK = new StixCheck();

    static Flaw of(JsonNode object) {
        List<StixFinding> broken =
                CHECK.judge(object).stream().filter(one -> one.rule().must()).toList();
        if (broken.isEmpty()) {
            return NONE;
        }
        String words =
                broken.stream()
                        .limit(NAMED_MAX)
                        .map(StixFinding::toString)
                        .collect(Collectors.joining("; "));
        int others = broken.size() - NAMED_MAX;
        return new Flaw(
                shortened(words) + (others > 0 ? "; and " + others + " more" : ""),
                broken.stream().anyMatch(one -> ofMarking(one.pointer())));
    }

    boolean found() {
        return !words.isEmpty();
    }

    private static boolean ofMarking(String pointer) {
        return pointer.startsWith("/object_marking_refs") || pointer.startsWith("/granular_mark");
    }

    private static String shortened(String words) {
        return words.length() > WORDS_CHARS_MAX ? words.substring(0, WORDS_CHARS_MAX) + "…" : words;
    }
}
