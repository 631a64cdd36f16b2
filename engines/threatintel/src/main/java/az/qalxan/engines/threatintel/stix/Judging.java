package az.qalxan.engines.threatintel.stix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One object being judged: what was found so far, and what stands around the value. */
final class Judging {

    /** Nobody reads more about one object. */
    static final int FINDINGS_MAX = 200;

    private static final int QUOTED_CHARS_MAX = 80;

    private final List<StixFinding> findings = new ArrayList<>();

    /** Section of what is being judged now. */
    private String clause = "3.2";

    /** Whether values may be written so that nobody follows them by mistake. */
    private boolean defanged;

    /** The members of a deprecated container, by key; empty outside of one. */
    private Map<String, JsonNode> container = Map.of();

    List<StixFinding> findings() {
        return findings;
    }

    String clause() {
        return clause;
    }

    /** Goes on in another section and says which it was. */
    String enter(String section) {
        String before = clause;
        clause = section;
        return before;
    }

    boolean defanged() {
        return defanged;
    }

    void defanged(boolean now) {
        defanged = now;
    }

    boolean inContainer() {
        return !container.isEmpty();
    }

    Map<String, JsonNode> container() {
        return container;
    }

    void container(Map<String, JsonNode> members) {
        container = members;
    }

    /** The rule is broken; its own section is named. */
    void broken(StixRule rule, Place place, String words) {
        add(rule, rule.clause(), place, words);
    }

    /** The rule is broken, and the section being judged says so. */
    void brokenHere(StixRule rule, Place place, String words) {
        add(rule, clause, place, words);
    }

    /** The rule is broken, and this section says so. */
    void brokenAt(String section, StixRule rule, Place place, String words) {
        add(rule, section, place, words);
    }

    private void add(StixRule rule, String section, Place place, String words) {
        if (findings.size() < FINDINGS_MAX) {
            findings.add(new StixFinding(rule, section, place.pointer(), words));
        }
    }

    /** A value as it may stand in a sentence. */
    static String quoted(String value) {
        String part =
                value.length() > QUOTED_CHARS_MAX
                        ? value.substring(0, QUOTED_CHARS_MAX) + "…"
                        : value;
        return '"' + part + '"';
    }

    /** Names in the order of the specification. */
    static String listed(Iterable<String> names) {
        return String.join(", ", names);
    }
}
