package az.qalxan.engines.threatintel.stix;

import static az.qalxan.engines.threatintel.stix.Judging.quoted;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Words for a property: advice when it is open, the only ones when it is closed (§10). */
record Vocabulary(String name, boolean closed, String clause, Set<String> words)
        implements ValueRule {

    @Override
    public void judge(JsonNode value, Place place, Judging judging) {
        String text = Values.text(value, place, judging);
        if (text == null || words.contains(text)) {
            return;
        }
        String before = judging.enter(clause);
        judging.brokenHere(
                closed ? StixRule.NOT_IN_ENUMERATION : StixRule.OPEN_VOCABULARY,
                place,
                quoted(text) + " is not in " + name);
        judging.enter(before);
    }
}
